import type {StatusMap, Tone} from './template.ts';
import {TONES} from './template.ts';

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

/** The entry of a map for a value, in any case of letters; own ones only. */
export function mapped(map: unknown, text: string): StatusMap[string] | undefined {
  if (typeof map !== 'object' || map === null) return undefined;
  const wanted = text.toLowerCase();
  const name = Object.hasOwn(map, text)
    ? text
    : Object.keys(map).find((name) => name.toLowerCase() === wanted);
  const entry: unknown = name === undefined ? undefined : (map as Record<string, unknown>)[name];
  return typeof entry === 'object' && entry !== null ? entry : undefined;
}

/** The tone of a state that no map speaks of. It never says anything that the word does not. */
export const usualTone = (text: string): Tone =>
  usual.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  ) ?? 'neutral';
