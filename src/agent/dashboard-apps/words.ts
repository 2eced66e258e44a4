import type {AppUrlProblem} from './app-url.ts';

/** What the dashboard apps' elements say. */
export const words = {
  app: 'App',
  apps: 'Apps',
  messages: 'Messages',
  more: 'More',
  moreApps: 'More apps',
  loading: (name: string) => `Loading ${name}…`,
  slow: (name: string) => `${name} is taking longer than usual.`,
  failed: (name: string) => `${name} can’t be reached`,
  failedHint: 'Its server does not answer. The conversation is not affected.',
  moved: (name: string, origin: string) =>
    `${name} has moved to ${origin}. It gets no details of the conversation there.`,
  silent: (name: string) => `${name} no longer answers.`,
  isolated: 'This app runs on its own and is told nothing about the conversation.',
  refused: (name: string) => `${name} can’t be shown`,
  tryAgain: 'Try again',
  reload: 'Reload',
  problems: {
    'invalid-url': 'Its address is not a complete http or https address.',
    'variable-origin': 'Its address must name the server itself: variables belong after it.',
    'own-origin':
      'It has the same origin as the desk and could read everything here. Isolate it, or serve it from another origin.',
  } satisfies Record<AppUrlProblem, string>,
  /** The name of an app that has none. */
  unnamed: 'The app',
};

export type Words = typeof words;
