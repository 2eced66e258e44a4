import {css, unsafeCSS} from 'lit';

/*
 * How the tokens work: a page sets `--app-inbox-*` on any ancestor or on the element; each element derives the private
 * `--_*` from them, with defaults for light and dark, and its styles read only those. So a page's token always wins,
 * and a default never inherits into another scheme.
 *
 * Neutrals carry a trace of the accent's hue, and what is written in the accent has its lightness clamped, so that any
 * accent keeps a contrast of 4.5 (WCAG 2.2, 1.4.3). Browsers without relative colours get fixed neutrals.
 */

const light = css`
  --_accent: var(--app-inbox-accent, #2563eb);
  --_surface: var(--app-inbox-surface, #fff);
  --_raised: var(--app-inbox-surface-hover, #f3f4f7);
  --_tint: var(--app-inbox-surface-unread, #f5f8fe);
  --_text: var(--app-inbox-text, #16181d);
  --_muted: var(--app-inbox-text-muted, #5a606c);
  --_line: var(--app-inbox-border, #e4e6eb);
  --_danger: var(--app-inbox-danger, #c8321f);
  --_link: var(--app-inbox-link, #1d4fbf);
  --_on-accent: var(--app-inbox-on-accent, #fff);
  --_shadow: var(--app-inbox-shadow, 0 2px 6px rgb(15 20 35/6%), 0 16px 40px -4px rgb(15 20 35/18%));
`;

const lightDerived = css`
  --_raised: var(--app-inbox-surface-hover, oklch(from var(--_accent) 0.965 min(c, 0.006) h));
  --_tint: var(--app-inbox-surface-unread, oklch(from var(--_accent) 0.979 min(c, 0.012) h));
  --_text: var(--app-inbox-text, oklch(from var(--_accent) 0.215 min(c, 0.012) h));
  --_muted: var(--app-inbox-text-muted, oklch(from var(--_accent) 0.49 min(c, 0.018) h));
  --_line: var(--app-inbox-border, oklch(from var(--_accent) 0.922 min(c, 0.007) h));
  --_link: var(--app-inbox-link, oklch(from var(--_accent) min(l, 0.5) c h));
  --_on-accent: var(--app-inbox-on-accent, oklch(from var(--_accent) clamp(0, (0.62 - l) * 1000, 1) 0 h));
`;

const dark = css`
  --_accent: var(--app-inbox-accent, #6d9dff);
  --_surface: var(--app-inbox-surface, #1a1c21);
  --_raised: var(--app-inbox-surface-hover, #25282f);
  --_tint: var(--app-inbox-surface-unread, #1f232c);
  --_text: var(--app-inbox-text, #eef0f4);
  --_muted: var(--app-inbox-text-muted, #a5abb8);
  --_line: var(--app-inbox-border, #30343c);
  --_danger: var(--app-inbox-danger, #ff8a75);
  --_link: var(--app-inbox-link, #93b5ff);
  --_on-accent: var(--app-inbox-on-accent, #10131a);
  --_shadow: var(--app-inbox-shadow, 0 0 0 1px rgb(255 255 255/7%), 0 16px 40px rgb(0 0 0/55%));
`;

const darkDerived = css`
  --_surface: var(--app-inbox-surface, oklch(from var(--_accent) 0.225 min(c, 0.01) h));
  --_raised: var(--app-inbox-surface-hover, oklch(from var(--_accent) 0.285 min(c, 0.014) h));
  --_tint: var(--app-inbox-surface-unread, oklch(from var(--_accent) 0.252 min(c, 0.02) h));
  --_text: var(--app-inbox-text, oklch(from var(--_accent) 0.955 min(c, 0.006) h));
  --_muted: var(--app-inbox-text-muted, oklch(from var(--_accent) 0.745 min(c, 0.018) h));
  --_line: var(--app-inbox-border, oklch(from var(--_accent) 0.325 min(c, 0.014) h));
  --_link: var(--app-inbox-link, oklch(from var(--_accent) max(l, 0.78) min(c, 0.13) h));
  --_on-accent: var(--app-inbox-on-accent, oklch(from var(--_accent) clamp(0, (0.62 - l) * 1000, 1) 0 h));
`;

/** The part of the tokens that an element in a dark or light scheme starts from. */
const scheme = (fixed: typeof light, derived: typeof light, selector: string) => css`
  ${unsafeCSS(selector)} {
    ${fixed}
  }
  @supports (color: oklch(from red l c h)) {
    ${unsafeCSS(selector)} {
      ${derived}
    }
  }
`;

/**
 * The tokens of every element that stands in a page. `theme` on the host chooses; without it, the visitor's preference.
 *
 * @cssproperty [--app-inbox-accent] - The one colour that the rest is derived from.
 * @cssproperty [--app-inbox-font] - The font family.
 * @cssproperty [--app-inbox-radius=16px] - The panel's corners.
 */
export const tokens = [
  scheme(light, lightDerived, ':host'),
  scheme(dark, darkDerived, ':host([theme=dark])'),
  css`
    @media (prefers-color-scheme: dark) {
      ${scheme(dark, darkDerived, ':host(:not([theme=light]))')}
    }
  `,
];

/**
 * What no element lets the page decide. A page's own rules win over those of a host, so the box inside starts anew as
 * well: what a page says of every element stops there. Direction passes on.
 */
export const reset = css`
  :host {
    all: initial;
    color-scheme: light dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  :where(.panel, .base) {
    all: initial;
    color-scheme: inherit;
    font: 400 14px/20px
      var(--app-inbox-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`;
