import {html} from 'hono/html';
import {CUSTOMERS} from '../customers.ts';
import {LANGUAGE_NAMES} from '../words/index.ts';
import {layout, type Html, type Visit} from './layout.ts';

/** The demo's sign-in: choose who you are. */
export function signInPage(visit: Visit, back: string): Html {
  const {say} = visit;
  return layout(
    visit,
    say('signIn'),
    html`<section class="column">
      <h1 class="page-title">${say('signInTitle')}</h1>
      <p class="lead">${say('signInText')}</p>
      <form method="post" action="/shop/sign-in">
        <input type="hidden" name="back" value="${back}" />
        <ul class="people">
          ${CUSTOMERS.map(({id, firstName, lastName, language}) => {
            const name = `${firstName} ${lastName}`;
            return html`<li>
              <button class="person" name="customer" value="${id}">
                <span class="face" aria-hidden="true">${firstName.slice(0, 1)}</span>
                <span>
                  <strong lang="${language}"><bdi>${name}</bdi></strong>
                  <span class="muted" lang="${language}">${LANGUAGE_NAMES[language]}</span>
                </span>
              </button>
            </li>`;
          })}
        </ul>
      </form>
    </section>`,
  );
}

/** What is said instead of a page: it is not there, or something went wrong. */
export function messagePage(visit: Visit, kind: 'notFound' | 'failed'): Html {
  const {say} = visit;
  return layout(
    visit,
    say(`${kind}Title`),
    html`<section class="column">
      <h1 class="page-title">${say(`${kind}Title`)}</h1>
      <p class="lead">${say(`${kind}Text`)}</p>
      <p><a class="button" href="/shop/">${say('backToShop')}</a></p>
    </section>`,
  );
}
