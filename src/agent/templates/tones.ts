import type {Fill} from './fill.ts';
import {isObject} from './json.ts';
import type {Tone} from './template.ts';
import {TONES} from './template.ts';

/** More states than any system has. */
const MAX_ENTRIES = 500;

/** Words that systems use for states, by what they mean. */
const USUAL: readonly (readonly [Tone, readonly string[]])[] = [
  [
    'positive',
    'active paid success successful succeeded delivered completed complete done resolved approved verified enabled online open ok won'.split(
      ' ',
    ),
  ],
  [
    'warning',
    'pending trial trialing processing in_progress on_hold hold waiting paused partial draft scheduled review unpaid'.split(
      ' ',
    ),
  ],
  [
    'danger',
    'failed failure overdue cancelled canceled error rejected declined blocked expired refused suspended lost churned past_due'.split(
      ' ',
    ),
  ],
  ['info', 'new shipped sent in_transit dispatched refunded'.split(' ')],
];

const usual = new Map(USUAL.flatMap(([tone, names]) => names.map((name) => [name, tone] as const)));

export const isTone = (value: unknown): value is Tone => (TONES as readonly unknown[]).includes(value);

/** What a map says of a value. */
export interface Status {
  label: Fill | undefined;
  tone: Tone | undefined;
  icon: string | undefined;
}

/** Reads a map once: of a value in any case of letters, the exact one first; own entries only. */
export function readStatusMap(
  map: unknown,
  fillOf: (text: unknown) => Fill,
): (text: string) => Status | undefined {
  if (!isObject(map)) return () => undefined;
  const exact = new Map<string, Status>();
  const loose = new Map<string, Status>();
  for (const [name, entry] of Object.entries(map).slice(0, MAX_ENTRIES)) {
    if (typeof entry !== 'object' || entry === null) continue;
    const {label, tone, icon} = entry as Record<string, unknown>;
    const status: Status = {
      label: typeof label === 'string' ? fillOf(label) : undefined,
      tone: isTone(tone) ? tone : undefined,
      icon: typeof icon === 'string' ? icon : undefined,
    };
    exact.set(name, status);
    if (!loose.has(name.toLowerCase())) loose.set(name.toLowerCase(), status);
  }
  return (text) => exact.get(text) ?? loose.get(text.toLowerCase());
}

/** The tone of a state that no map speaks of. It never says anything that the word does not. */
export const usualTone = (text: string): Tone =>
  usual.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  ) ?? 'neutral';
