/** What a file is, by its content: names and announced types are only what its sender says. */
interface Kind {
  readonly type: string;
  readonly extensions: readonly string[];
  readonly matches: (body: Uint8Array) => boolean;
}

const bytes =
  (signature: readonly number[], offset = 0) =>
  (body: Uint8Array) =>
    signature.every((byte, index) => body[offset + index] === byte);
const ascii = (text: string, offset = 0) =>
  bytes(
    [...text].map((letter) => letter.charCodeAt(0)),
    offset,
  );
const both =
  (...tests: ((body: Uint8Array) => boolean)[]) =>
  (body: Uint8Array) =>
    tests.every((test) => test(body));

/** Formats that are looked at, and never run. SVG and HTML are not among them: they hold scripts. */
const KINDS: readonly Kind[] = [
  {type: 'image/png', extensions: ['png'], matches: bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])},
  {type: 'image/jpeg', extensions: ['jpg', 'jpeg'], matches: bytes([0xff, 0xd8, 0xff])},
  {type: 'image/gif', extensions: ['gif'], matches: (body) => ascii('GIF87a')(body) || ascii('GIF89a')(body)},
  {type: 'image/webp', extensions: ['webp'], matches: both(ascii('RIFF'), ascii('WEBP', 8))},
  {type: 'image/avif', extensions: ['avif'], matches: ascii('ftypavif', 4)},
  {type: 'application/pdf', extensions: ['pdf'], matches: ascii('%PDF-')},
  {
    type: 'application/zip',
    extensions: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods'],
    matches: bytes([0x50, 0x4b, 0x03, 0x04]),
  },
];

/** Control characters other than tab and line ends: no text has them. */
function isText(body: Uint8Array): boolean {
  if (body.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(body);
    return true;
  } catch {
    return false;
  }
}
const TEXT_EXTENSIONS = ['txt', 'csv', 'log', 'md'];

const extensionOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The type under which a file may be kept; undefined where the content is of no kind that is allowed, or another than its
 * name says.
 */
export function readFileType(name: string, body: Uint8Array): string | undefined {
  const extension = extensionOf(name);
  const kind = KINDS.find(({matches}) => matches(body));
  if (kind) return kind.extensions.includes(extension) ? kind.type : undefined;
  return TEXT_EXTENSIONS.includes(extension) && isText(body) ? 'text/plain' : undefined;
}
