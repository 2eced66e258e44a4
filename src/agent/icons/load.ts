import {shardOf} from './shard.ts';

type Shard = {default: Readonly<Record<string, string>>};

let base: string | undefined;

/** Where the files `symbols-….js` lie. @default beside this module */
export function setIconBase(url: string): void {
  base = new URL(url, document.baseURI).href.replace(/\/?$/, '/');
}

/** The drawing of an icon: the usual ones come together, the others with some of their kind; undefined where it has none. */
export async function loadIconPath(name: string): Promise<string | undefined> {
  const {curated} = await import('./curated.ts');
  if (Object.hasOwn(curated, name)) return curated[name];
  const url = new URL(`symbols-${shardOf(name)}.js`, base ?? import.meta.url);
  try {
    // The build makes these files out of the icons' package: see vite.config.ts.
    const shard = (await import(/* @vite-ignore */ url.href)) as Shard;
    return Object.hasOwn(shard.default, name) ? shard.default[name] : undefined;
  } catch {
    // A page without its icons is still a page.
    return undefined;
  }
}
