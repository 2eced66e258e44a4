import {html, raw} from 'hono/html';
import {layout, type Html} from './layout.ts';

export interface PreviewOptions {
  siteId: string;
  token: string;
  nonce: string;
  language: string;
  theme: string;
}

const LANGUAGE = /^[a-z]{2}$/;

/**
 * The frame that shows the draft: the site's own script and configuration, but the draft's platform behind it and
 * nothing kept on this device.
 */
export function previewPage({siteId, token, nonce, language, theme}: PreviewOptions): Html {
  const options = {
    apiUrl: '/console/preview',
    capabilities: ['rich'],
    language: LANGUAGE.test(language) ? language : 'en',
    layout: 'page',
    placement: {selector: '#inbox-bell', position: 'beforeend'},
    theme: theme === 'dark' ? 'dark' : 'light',
    storage: 'none',
  };
  return layout(
    'Preview',
    html`<script nonce="${nonce}">
        window.previewOptions = ${raw(inScript({...options, token}))};
      </script>
      <script src="/console/assets/preview.js"></script>
      <script async src="/scripts/${siteId}.js"></script>`,
    html`<main
      class="preview-page"
      data-theme="${options.theme}"
      dir="${options.language === 'ar' ? 'rtl' : 'ltr'}"
    >
      <p class="preview-site"><span>Your site</span><span id="inbox-bell"></span></p>
    </main>`,
  );
}

/** JSON as it may stand in a script element: nothing in it can end the element (HTML Standard, 4.12.1.3). */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
