/** How much a display template may be: what the browser's engine takes. */
const MAX_SIZE = 64 * 1024;
const MAX_SECTIONS = 100;
const MAX_DEPTH = 6;
const VERSION = 1;

const SECTION_TYPES = ['key-value-list', 'list', 'table', 'text', 'buttons', 'separator', 'card', 'repeat'];
/** A link's scheme, where the template itself says it. */
const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
const SAFE_SCHEMES = ['https', 'http', 'mailto', 'tel'];
const NAMES_OF_LINKS = new Set(['url', 'link']);

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a display template may be kept. What it means is the browser's affair; here it is held to limits, known
 * sections and links that run nothing.
 *
 * @returns what is wrong with it; undefined: nothing
 */
export function checkTemplate(template: Json): string | undefined {
  if (JSON.stringify(template).length > MAX_SIZE) return `may have ${MAX_SIZE / 1024} KiB`;
  const {version = VERSION, type} = template;
  if (version !== VERSION) return 'is of a newer version than this platform knows';
  if (type !== 'card' && type !== 'simple') return 'needs the type card or simple';
  const counted = {sections: 0};
  return checkSections(template.sections, 1, counted) ?? checkLinks(template);
}

function checkSections(sections: unknown, depth: number, counted: {sections: number}): string | undefined {
  if (!Array.isArray(sections)) return 'needs a list of sections';
  if (depth > MAX_DEPTH) return `may be nested ${MAX_DEPTH} deep`;
  for (const section of sections as unknown[]) {
    if (!isObject(section)) return 'has a section that is no object';
    if (++counted.sections > MAX_SECTIONS) return `may have ${MAX_SECTIONS} sections`;
    if (!SECTION_TYPES.includes(String(section.type)))
      return `has a section of the unknown type ${String(section.type).slice(0, 40)}`;
    if (section.type !== 'card' && section.type !== 'repeat') continue;
    const problem = checkSections(section.sections, depth + 1, counted);
    if (problem) return problem;
  }
  return undefined;
}

/** The size is limited, and with it the depth of this. */
function checkLinks(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    for (const entry of value) {
      const problem = checkLinks(entry);
      if (problem) return problem;
    }
  } else if (isObject(value)) {
    for (const [name, entry] of Object.entries(value)) {
      const isLink = NAMES_OF_LINKS.has(name) && typeof entry === 'string';
      // Browsers drop what cannot be seen out of a scheme.
      // eslint-disable-next-line no-control-regex
      const scheme = isLink && SCHEME.exec(entry.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
      if (scheme && !SAFE_SCHEMES.includes(scheme)) return `has a link that is not allowed: ${scheme}:`;
      const problem = checkLinks(entry);
      if (problem) return problem;
    }
  }
  return undefined;
}
