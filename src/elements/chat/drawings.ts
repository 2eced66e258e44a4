import {html, svg, type TemplateResult} from 'lit/html.js';

export const drawing = (path: TemplateResult, size = 20) =>
  html`<svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">${path}</svg>`;

export const drawings = {
  chat: svg`<path d="M4 5.5h16v11h-8l-4.5 3.5v-3.5H4z"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  send: svg`<path d="M12 19V5M6 11l6-6 6 6"/>`,
  clip: svg`<path d="M19 11.5l-7.2 7.2a4.4 4.4 0 0 1-6.3-6.3l7.6-7.5a3 3 0 0 1 4.2 4.2l-7.5 7.5a1.5 1.5 0 0 1-2.2-2.1l6.7-6.7"/>`,
  file: svg`<path d="M7 3.5h7l4 4v13H7zM14 3.5v4h4"/>`,
  star: svg`<path d="M12 4l2.5 5.2 5.7.8-4.1 4 1 5.6-5.1-2.7-5.1 2.7 1-5.6-4.1-4 5.7-.8z"/>`,
} as const;
