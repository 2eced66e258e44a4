import {html} from 'hono/html';
import {documentOf, type Html} from './layout.ts';

/** What a demo shows of its agents. */
export interface SignInHint {
  password: string;
  agents: readonly {name: string; email: string; role: string; team: string}[];
}

/**
 * @param next where the agent goes once they are signed in
 * @param hint the demo's agents and their password; those of a real desk are shown to nobody
 */
export function signInPage({
  email,
  error,
  next,
  hint,
}: {
  email: string;
  error: string;
  next: string;
  hint?: SignInHint;
}): Html {
  const describedBy = error ? html`aria-invalid="true" aria-describedby="sign-in-error"` : '';
  return documentOf(
    'Sign in',
    '',
    html`<body>
      <main class="gate">
        <form class="card gate-card" method="post" action="/desk/sign-in?next=${encodeURIComponent(next)}">
          <h1>App Inbox desk</h1>
          <p class="muted">Answer your customers with everything in view that you know of them.</p>
          <div class="field">
            <label for="email">E-mail</label>
            <input
              id="email"
              name="email"
              type="email"
              autocomplete="username"
              value="${email}"
              ${hint ? html`list="agents"` : ''}
              required
              ${describedBy}
            />
            ${hint ? agentList(hint) : ''}
          </div>
          <div class="field">
            <label for="password">Password</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              ${describedBy}
            />
          </div>
          ${error ? html`<p class="error" id="sign-in-error" role="alert">${error}</p>` : ''}
          <button class="button">Sign in</button>
          ${hint ? hintOf(hint) : ''}
        </form>
      </main>
    </body>`,
  );
}

const agentList = ({agents}: SignInHint): Html =>
  html`<datalist id="agents">
    ${agents.map(({name, email}) => html`<option value="${email}">${name}</option>`)}
  </datalist>`;

const hintOf = ({password, agents}: SignInHint): Html =>
  html`<div class="hint">
    <p class="muted">This is a demo. Everybody’s password is <code>${password}</code></p>
    <ul>
      ${agents.map(
        ({email, role, team}) =>
          html`<li><code>${email}</code> <span class="muted">${team}, ${role}</span></li>`,
      )}
    </ul>
  </div>`;
