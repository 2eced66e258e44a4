/** What a browser says it is: `Chrome 126.0.0` on `Windows 10 0.0.0`. */
export interface Device {
  browser: string;
  os: string;
}

type Pattern = readonly [name: string, pattern: RegExp];

/** The first that fits counts: what others say they are as well stands further down. */
const BROWSERS: readonly Pattern[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/([\d.]+)/],
  ['Opera', /\b(?:OPR|OPiOS)\/([\d.]+)/],
  ['Samsung Internet', /\bSamsungBrowser\/([\d.]+)/],
  ['Vivaldi', /\bVivaldi\/([\d.]+)/],
  ['Yandex', /\bYaBrowser\/([\d.]+)/],
  ['Firefox iOS', /\bFxiOS\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chrome Mobile iOS', /\bCriOS\/([\d.]+)/],
  ['HeadlessChrome', /\bHeadlessChrome\/([\d.]+)/],
  ['Chrome', /\bChrom(?:e|ium)\/([\d.]+)/],
  ['Mobile Safari', /\bVersion\/([\d.]+).* Mobile\/\S+ Safari\//],
  ['Safari', /\bVersion\/([\d.]+).* Safari\//],
  ['IE', /\b(?:MSIE |Trident\/.*rv:)([\d.]+)/],
];

const SYSTEMS: readonly Pattern[] = [
  ['iOS', /\b(?:iPhone|iPad|iPod)\b.*? OS ([\d_]+)/],
  ['Android', /\bAndroid ?([\d.]*)/],
  ['Mac OS X', /\bMac OS X ([\d_.]+)/],
  ['Chrome OS', /\bCrOS \S+ ([\d.]+)/],
  ['Ubuntu', /\bUbuntu\b()/],
  ['Linux', /\bLinux\b()/],
];

/** Windows names its versions by the number of its kernel. 11 says that it is 10. */
const WINDOWS: Readonly<Record<string, string>> = {
  '10.0': 'Windows 10',
  '6.3': 'Windows 8.1',
  '6.2': 'Windows 8',
  '6.1': 'Windows 7',
  '6.0': 'Windows Vista',
};

/** Three numbers, whatever was said: `17_5` is `17.5.0`. */
function version(text: string): string {
  const numbers = text.split(/[._]/).map((part) => Number.parseInt(part, 10) || 0);
  return [0, 1, 2].map((index) => Math.min(numbers[index] ?? 0, 99_999)).join('.');
}

function find(patterns: readonly Pattern[], text: string): string | undefined {
  for (const [name, pattern] of patterns) {
    const found = pattern.exec(text);
    if (found) return `${name} ${version(found[1]!)}`;
  }
  return undefined;
}

/** Longer ones are made to be slow to read. */
const MAX_LENGTH = 1000;

/** Reads a `User-Agent` header. What it does not name is `Other 0.0.0`. */
export function readUserAgent(header: string | undefined): Device {
  const text = (header ?? '').slice(0, MAX_LENGTH);
  const windows = /\bWindows NT ([\d.]+)/.exec(text);
  const os = windows ? `${WINDOWS[windows[1]!] ?? 'Windows'} 0.0.0` : find(SYSTEMS, text);
  return {browser: find(BROWSERS, text) ?? 'Other 0.0.0', os: os ?? 'Other 0.0.0'};
}
