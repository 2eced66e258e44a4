import {join} from 'node:path';
import {build, type Rolldown} from 'vite';

const root = join(import.meta.dirname, '../../..');

const bundles = new Map<string, Promise<string>>();

/** A module of src with all that it loads, as one script for a page of a test. Built once. */
export function bundle(path: string, {minify = false} = {}): Promise<string> {
  const key = `${path} ${minify}`;
  const made = bundles.get(key) ?? make(path, minify);
  bundles.set(key, made);
  return made;
}

async function make(path: string, minify: boolean): Promise<string> {
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify,
      lib: {entry: join(root, path), formats: ['es'], fileName: 'bundle'},
      rolldownOptions: {output: {codeSplitting: false, minify}},
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = result[0]!.output;
  return chunk.code;
}
