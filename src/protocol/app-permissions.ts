/** What the settings of a dashboard app may allow its frame: the platform takes nothing else, the frame gives nothing else. */

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
