import {css} from './css.ts';

/**
 * The tokens of every element that stands in a page. `theme` on the host chooses the scheme; without it, the visitor's
 * preference.
 *
 * How they work: a page sets `--app-inbox-*` on any ancestor or on the element; each element derives the private `--_*`
 * from them, with defaults for light and dark, and its styles read only those. So a page's token always wins, and a
 * default never inherits into another scheme.
 *
 * Neutrals carry a trace of the accent's hue, and what is written in the accent has its lightness clamped, so that any
 * accent keeps a contrast of 4.5 (WCAG 2.2, 1.4.3). On the accent it is white up to a luminance of 0.18, where black and
 * white can be read equally well, and black above. Browsers without relative colours or `light-dark()` (before 2024)
 * get fixed colours, in light alone.
 *
 * @cssproperty [--app-inbox-accent] - The one colour that the rest is derived from.
 * @cssproperty [--app-inbox-on-accent] - Text on the accent. Derived: black or white, whichever can be read.
 * @cssproperty [--app-inbox-link] - What is written in the accent: links, dots, the focus. Derived.
 * @cssproperty [--app-inbox-surface] - The background. Derived.
 * @cssproperty [--app-inbox-surface-hover] - Under the pointer, and of what lies on the surface. Derived.
 * @cssproperty [--app-inbox-surface-unread] - Of an unread notification. Derived.
 * @cssproperty [--app-inbox-text] - Titles. Derived.
 * @cssproperty [--app-inbox-text-muted] - Contents and times. Derived.
 * @cssproperty [--app-inbox-border] - Hairlines. Derived.
 * @cssproperty [--app-inbox-danger] - What is urgent.
 * @cssproperty [--app-inbox-shadow] - Under the panel.
 * @cssproperty [--app-inbox-font] - The font family.
 * @cssproperty [--app-inbox-font-size=14px] - Of titles.
 * @cssproperty [--app-inbox-line-height=20px] - Of titles.
 * @cssproperty [--app-inbox-radius=16px] - The panel's corners.
 */
export const tokens = css`
  :host {
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
    --_focus: var(--app-inbox-focus-width, 2px) solid var(--app-inbox-focus, var(--_link));
    --_shadow: var(--app-inbox-shadow, 0 2px 6px rgb(15 20 35/6%), 0 16px 40px -4px rgb(15 20 35/18%));
  }
  @supports (color: oklch(from light-dark(red, red) l c h)) {
    :host {
      --_accent: var(--app-inbox-accent, light-dark(#2563eb, #6d9dff));
      --_surface: var(--app-inbox-surface, light-dark(#fff, oklch(from var(--_accent) 0.225 min(c, 0.01) h)));
      --_raised: var(
        --app-inbox-surface-hover,
        light-dark(
          oklch(from var(--_accent) 0.965 min(c, 0.006) h),
          oklch(from var(--_accent) 0.285 min(c, 0.014) h)
        )
      );
      --_tint: var(
        --app-inbox-surface-unread,
        light-dark(
          oklch(from var(--_accent) 0.979 min(c, 0.012) h),
          oklch(from var(--_accent) 0.252 min(c, 0.02) h)
        )
      );
      --_text: var(
        --app-inbox-text,
        light-dark(
          oklch(from var(--_accent) 0.215 min(c, 0.012) h),
          oklch(from var(--_accent) 0.955 min(c, 0.006) h)
        )
      );
      --_muted: var(
        --app-inbox-text-muted,
        light-dark(
          oklch(from var(--_accent) 0.49 min(c, 0.018) h),
          oklch(from var(--_accent) 0.745 min(c, 0.018) h)
        )
      );
      --_line: var(
        --app-inbox-border,
        light-dark(
          oklch(from var(--_accent) 0.922 min(c, 0.007) h),
          oklch(from var(--_accent) 0.325 min(c, 0.014) h)
        )
      );
      --_danger: var(--app-inbox-danger, light-dark(#c8321f, #ff8a75));
      --_link: var(
        --app-inbox-link,
        light-dark(
          oklch(from var(--_accent) min(l, 0.5) c h),
          oklch(from var(--_accent) max(l, 0.78) min(c, 0.13) h)
        )
      );
      --_on-accent: var(
        --app-inbox-on-accent,
        color(
          from var(--_accent) xyz calc(0.95 * clamp(0, (0.18 - y) * 1000, 1)) clamp(0, (0.18 - y) * 1000, 1)
            calc(1.089 * clamp(0, (0.18 - y) * 1000, 1))
        )
      );
      --_shadow: var(
        --app-inbox-shadow,
        0 0 0 1px light-dark(#0000, rgb(255 255 255/7%)),
        0 2px 6px light-dark(rgb(15 20 35/6%), #0000),
        0 16px 40px -4px light-dark(rgb(15 20 35/18%), rgb(0 0 0/55%))
      );
    }
  }
`;

/**
 * What no element lets the page decide. A page's own rules win over those of a host, so the box inside starts anew as
 * well: what a page says of every element stops there. Direction passes on.
 */
export const reset = css`
  :host {
    all: initial;
    visibility: inherit;
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
    /* A closed panel is laid out and hidden: so are the rows in it. */
    visibility: inherit;
    color-scheme: inherit;
    font: 400 var(--app-inbox-font-size, 14px) / var(--app-inbox-line-height, 20px)
      var(--app-inbox-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
`;
