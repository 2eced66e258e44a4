/** What a dashboard app's frame is allowed, out of what its settings ask for. */

/**
 * What a sandbox may leave open. Not among them: leading the desk itself elsewhere, in any form.
 */
export const SANDBOX_TOKENS = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
  'allow-modals',
  'allow-orientation-lock',
  'allow-pointer-lock',
  'allow-presentation',
  'allow-storage-access-by-user-activation',
] as const;

/** What an app on an origin of its own needs to work as it does in a tab. */
export const DEFAULT_SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Features of the browser that can be lent to an app (Permissions Policy). */
export const FEATURES = [
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'microphone',
  'picture-in-picture',
  'web-share',
] as const;

export const REFERRER_POLICIES = ['no-referrer', 'origin', 'strict-origin'] as const;
/** What the app's server is told of the page around it: the desk's paths name conversations. */
export type AppReferrerPolicy = (typeof REFERRER_POLICIES)[number];

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
