import {html} from 'hono/html';

export type Html = ReturnType<typeof html>;

/** The whole document of a page of the console. */
export function layout(title: string, head: Html | string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · App Inbox console</title>
        <link rel="icon" href="/console/assets/console.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/console/assets/site.css" />
        <link rel="stylesheet" href="/console/assets/console.css" />
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
