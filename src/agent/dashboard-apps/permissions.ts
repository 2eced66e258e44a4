/** What a dashboard app's frame is allowed, out of what its settings ask for. */
import {
  FEATURES,
  REFERRER_POLICIES,
  SANDBOX_TOKENS,
  type AppReferrerPolicy,
} from '../../protocol/app-permissions.ts';

const pick = (text: string, known: readonly string[], separator: RegExp) => [
  ...new Set(
    text
      .toLowerCase()
      .split(separator)
      .map((word) => word.trim())
      .filter((word) => known.includes(word)),
  ),
];

/** The sandbox's known tokens; nothing else can loosen it. */
export const readSandbox = (text: string): string => pick(text, SANDBOX_TOKENS, /\s+/).join(' ');

/** Names of features, for the app's own origin alone: lists of other origins are not taken over. */
export const readFeatures = (text: string): string => pick(text, FEATURES, /[;,]/).join('; ');

export const readReferrerPolicy = (text: string): AppReferrerPolicy =>
  REFERRER_POLICIES.find((policy) => policy === text.trim().toLowerCase()) ?? 'no-referrer';

/** Without its own origin, an app cannot reach what is at that origin, and nobody can say who it is: "null". */
export const isIsolated = (sandbox: string): boolean => !sandbox.split(' ').includes('allow-same-origin');
