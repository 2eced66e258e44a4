/**
 * What a dashboard app can do beyond listening: after a handshake, over a port of its own.
 *
 * ```
 * app  ── {type: CONNECT, nonce} ──► window of the desk      any number of times, until it is answered
 * desk ── {type: PORT, nonce, challenge} + a port ──► app    to the app's own origin; once for each nonce
 * app  ── {type: 'ready', challenge} ──► port                only who holds the port has seen the challenge
 * desk ── {type: 'context', …} ──► port                      at once, and when a part changes
 * ```
 */
import type {AppContext} from './app-context.ts';

export const CONNECT = 'app-inbox:connect';
export const PORT = 'app-inbox:port';

export interface ConnectMessage {
  type: typeof CONNECT;
  /** Random; new for each page that connects. */
  nonce: string;
}

export interface PortMessage {
  type: typeof PORT;
  /** The one of the request. */
  nonce: string;
  /** To be said on the port before anything else. */
  challenge: string;
}

/** How the desk looks now, so that an app can look like it. */
export interface AppTheme {
  scheme: 'light' | 'dark';
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
}

/** All that an app can know. */
export interface AppState extends AppContext {
  theme: AppTheme;
}
/** A part of it, to which an app can subscribe. */
export type AppPart = keyof AppState;
export const APP_PARTS: readonly AppPart[] = ['conversation', 'contact', 'currentAgent', 'theme'];

/** What an app can ask for, with what it says and what it gets. */
export interface AppCommands {
  /** How high the app is: CSS pixels. */
  resize: [parameters: {height: number}, result: null];
  /** A page in a new tab, right after the agent has clicked. */
  openLink: [parameters: {url: string}, result: null];
  /** A line of text for the agent. */
  toast: [parameters: {text: string}, result: null];
  /** The desk is to fetch the conversation again. */
  refresh: [parameters: Record<string, never>, result: null];
  /** The signed context, for the app's backend. */
  token: [parameters: Record<string, never>, result: {token: string}];
}
export type AppCommand = keyof AppCommands;

export type AppCommandErrorCode =
  'invalid' | 'unknown' | 'too-many' | 'no-activation' | 'unavailable' | 'failed';

/** App to desk, on the port. */
export type GuestMessage =
  | {type: 'ready'; challenge: string; parts?: readonly AppPart[]}
  | {type: 'subscribe'; parts: readonly AppPart[]}
  | {type: 'pong'; id: number}
  | {[C in AppCommand]: {type: 'command'; id: number; name: C; parameters: AppCommands[C][0]}}[AppCommand];

/** Desk to app, on the port. */
export type HostMessage =
  /** All parts that the app has subscribed to, after one of them has changed. */
  | {type: 'context'; data: Partial<AppState>}
  /** Asks whether the page that connected is still there. */
  | {type: 'ping'; id: number}
  | {type: 'result'; id: number; value: unknown}
  | {type: 'error'; id: number; code: AppCommandErrorCode};
