import {html} from 'hono/html';
import {layout, type Html} from './layout.ts';

/** @param hint the demo's password; a real one is shown to nobody */
export function signInPage(error: string, hint: string | undefined): Html {
  return layout(
    'Sign in',
    '',
    html`<main class="gate">
      <form class="card gate-card" method="post" action="/console/sign-in">
        <h1>App Inbox console</h1>
        <p class="muted">Write to your customers where they already are: on your site.</p>
        <div class="field">
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            ${error ? html`aria-invalid="true" aria-describedby="password-error"` : ''}
          />
          ${error ? html`<p class="error" id="password-error" role="alert">${error}</p>` : ''}
        </div>
        <button class="button">Sign in</button>
        ${hint ? html`<p class="muted hint">This is a demo. The password is <code>${hint}</code></p>` : ''}
      </form>
    </main>`,
  );
}
