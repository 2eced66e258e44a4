import type {MessageAction} from '../../../src/protocol/message.ts';

/** The parts of a message that exist once a language. */
export interface Contents {
  title: string;
  content?: string | null;
  image?: string | null;
  link?: string | null;
  actions?: MessageAction[];
}

/** The languages of an `Accept-Language` header, best first (RFC 9110, 12.5.4). Those with q=0 are unwanted. */
export function readAcceptLanguage(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => /^q=/i.test(parameter));
      return {tag, quality: quality ? Number(quality.slice(2)) : 1};
    })
    .filter(({tag, quality}) => tag && tag !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({tag}) => tag);
}

/** From the exact tag to the bare language, as in Lookup of RFC 4647, 3.4: `zh-Hant-TW`, `zh-Hant`, `zh`. */
function* fallbacks(tag: string): Generator<string> {
  const parts = tag.toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length--) yield parts.slice(0, length).join('-');
}

/**
 * The contents in the first of the languages that there is a translation for. What it leaves out stays in the
 * default language.
 *
 * @param translations by language tag in lower case
 * @param languages best first
 */
export function localise(
  contents: Contents,
  translations: Readonly<Record<string, Partial<Contents>>>,
  languages: readonly string[],
): Contents {
  for (const language of languages) {
    for (const tag of fallbacks(language)) {
      if (Object.hasOwn(translations, tag)) return {...contents, ...translations[tag]};
    }
  }
  return contents;
}
