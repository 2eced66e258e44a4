/** A team's dashboard app, as its admins have set it up. */
export interface DashboardApp {
  id: string;
  name: string;
  /** May hold `{{variables}}` after the origin. */
  url: string;
  /** A tab beside the conversation, or a section of the panel beside it. */
  placement: AppPlacement;
  /** Where it is shown; null: in every inbox. */
  inboxIds: string[] | null;
  /** Other origins that it may move to. */
  origins: string[];
  /** Other names under which it asks for the context. */
  aliases: string[];
  /** The frame's sandbox: its tokens. */
  sandbox: string;
  /** Features of the browser that are lent to it. */
  allow: string;
  referrerPolicy: 'no-referrer' | 'origin' | 'strict-origin';
}

export const APP_PLACEMENTS = ['tab', 'panel'] as const;
export type AppPlacement = (typeof APP_PLACEMENTS)[number];
