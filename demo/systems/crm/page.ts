import {html} from 'hono/html';
import type {Person} from './people.ts';

/** What the CRM's own people see: where the desk's links lead. */
export const personPage = ({name, email, tier, status, since, owner, note}: Person) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${name} · Ledger CRM</title>
        <style>
          body {
            max-inline-size: 640px;
            margin: 48px auto;
            padding: 0 20px;
            font:
              16px/1.5 system-ui,
              sans-serif;
          }
          dl {
            display: grid;
            grid-template-columns: 160px 1fr;
            gap: 8px;
          }
          dt {
            opacity: 0.7;
          }
          dd {
            margin: 0;
          }
        </style>
      </head>
      <body>
        <p>Ledger CRM</p>
        <h1 dir="auto">${name}</h1>
        <dl>
          <dt>E-mail</dt>
          <dd>${email}</dd>
          <dt>Tier</dt>
          <dd>${tier ?? 'None'}</dd>
          <dt>Status</dt>
          <dd>${status}</dd>
          <dt>Customer since</dt>
          <dd>${since}</dd>
          <dt>Account owner</dt>
          <dd>${owner}</dd>
          <dt>Note</dt>
          <dd dir="auto">${note || 'None'}</dd>
        </dl>
      </body>
    </html>`;
