import {html, raw} from 'hono/html';
import {readLanguage} from '../languages.ts';
import {layout, type Html} from '../pages/layout.ts';
import {inScript} from './in-script.ts';
import type {Configuration} from './configuration.ts';

export interface FrameOptions {
  siteId: string;
  nonce: string;
  token: string;
  options: Configuration;
  language: string;
  scheme: string;
  /** Whether the inbox is open at first. */
  isOpen: boolean;
}

/** A site as customers have them, with the real script and what is being tried out. Nothing is kept on this device. */
export function framePage({siteId, nonce, token, options, language, scheme, isOpen}: FrameOptions): Html {
  const {language: known, direction} = readLanguage(language);
  const isDark = scheme === 'dark';
  // A site that leaves the choice to the visitor: here the operator plays one.
  const theme = options.theme === 'auto' ? (isDark ? 'dark' : 'light') : options.theme;
  const all = {
    ...options,
    theme,
    apiUrl: '/console/preview',
    capabilities: ['rich'],
    language: known,
    storage: 'none',
    token,
    scheme: isDark ? 'dark' : 'light',
    isOpen,
  };
  const bar = html`<span></span>`;
  return layout(
    'Preview',
    html`<link rel="stylesheet" href="/console/assets/studio.css" />
      <script nonce="${nonce}">
        window.studioOptions = ${raw(inScript(all))};
      </script>
      <script src="/console/assets/studio-frame.js"></script>
      <script async src="/scripts/${siteId}.js"></script>`,
    html`<div class="sample" data-theme="${isDark ? 'dark' : 'light'}" dir="${direction}">
      <header class="sample-bar">
        <span class="sample-logo">Your site</span>
        <span class="sample-nav" aria-hidden="true">${bar}${bar}${bar}</span>
        <span id="inbox-bell"></span>
      </header>
      <main class="sample-body">
        <div id="inbox-page"></div>
        <div class="sample-text" aria-hidden="true">${bar}${bar}${bar}${bar}</div>
        <div class="sample-cards" aria-hidden="true">${bar}${bar}${bar}</div>
      </main>
    </div>`,
  );
}
