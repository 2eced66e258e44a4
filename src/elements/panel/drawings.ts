import {svg, type SVGTemplateResult} from 'lit/html.js';

/** Small line drawings for a list with nothing in it; the second colour is the accent. On a grid of 120 by 88. */
export const drawings = {
  /** A bell at rest, with a tick. */
  empty: svg`
    <path class="soft" d="M14 76h92"/>
    <path d="M60 14v5M40 42a20 20 0 0 1 40 0c0 15 4 19 7 23H33c3-4 7-8 7-23Z"/>
    <path d="M53 69a7 7 0 0 0 14 0"/>
    <circle class="fill" cx="84" cy="30" r="12"/>
    <path class="on-fill" d="M79 30.5l3.5 3.5 6.5-7"/>
    <path class="accent" d="M24 30v6M21 33h6M98 54v4M96 56h4"/>`,
  /** A cloud that does not answer. */
  failed: svg`
    <path class="soft" d="M14 76h92"/>
    <path d="M38 64a13 13 0 0 1-1-26 22 22 0 0 1 42-5 16 16 0 0 1 5 31Z"/>
    <path class="accent" d="M60 40v10M60 56v.1"/>
    <path class="accent" d="M22 24l4 4M26 24l-4 4M96 22v6M93 25h6"/>`,
  /** A key for who is not signed in. */
  anonymous: svg`
    <path class="soft" d="M14 76h92"/>
    <circle cx="60" cy="32" r="12"/>
    <path d="M36 68c1-14 11-20 24-20s23 6 24 20"/>
    <path class="accent" d="M22 30v6M19 33h6M96 26v6M93 29h6"/>`,
  /** A glass under which there is nothing. */
  notFound: svg`
    <path class="soft" d="M14 76h92"/>
    <circle cx="56" cy="38" r="20"/>
    <path d="M70 53l15 15"/>
    <path class="accent" d="M49 38h14M24 22v6M21 25h6M98 40v6M95 43h6"/>`,
  /** A box with its lid on. */
  archived: svg`
    <path class="soft" d="M14 76h92"/>
    <path d="M32 26h56v13H32zM37 39v29h46V39"/>
    <path class="accent" d="M52 50h16M20 30v6M17 33h6M100 20v6M97 23h6"/>`,
  /** A clock that has not struck yet. */
  snoozed: svg`
    <path class="soft" d="M14 76h92"/>
    <circle cx="60" cy="44" r="24"/>
    <path class="accent" d="M60 29v15l10 6M22 24v6M19 27h6M98 32v6M95 35h6"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type DrawingName = keyof typeof drawings;
