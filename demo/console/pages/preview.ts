import {html, raw} from 'hono/html';
import {readLanguage} from '../languages.ts';
import {inScript} from '../studio/in-script.ts';
import {layout, type Html} from './layout.ts';

export interface PreviewOptions {
  siteId: string;
  token: string;
  nonce: string;
  language: string;
  theme: string;
}

/**
 * The frame that shows the draft: the site's own script and configuration, but the draft's platform behind it and
 * nothing kept on this device.
 */
export function previewPage({siteId, token, nonce, language, theme}: PreviewOptions): Html {
  const {language: known, direction} = readLanguage(language);
  const options = {
    apiUrl: '/console/preview',
    capabilities: ['rich'],
    language: known,
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
    html`<main class="preview-page" data-theme="${options.theme}" dir="${direction}">
      <p class="preview-site"><span>Your site</span><span id="inbox-bell"></span></p>
    </main>`,
  );
}
