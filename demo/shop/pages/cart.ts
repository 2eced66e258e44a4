import {html} from 'hono/html';
import {MAX_QUANTITY, totalOf, type Line} from '../orders.ts';
import {layout, type Html, type Visit} from './layout.ts';

/** The basket. */
export function cartPage(visit: Visit, lines: readonly Line[]): Html {
  const {say} = visit;
  return layout(
    visit,
    say('cart'),
    html`<section class="column">
      <h1 class="page-title">${say('cart')}</h1>
      ${
        lines.length === 0
          ? empty(say('cartEmpty'), say('heroLink'))
          : html`<ul class="lines">
                ${lines.map((line) => html`<li class="line">${lineView(visit, line)}${quantityForm(visit, line)}</li>`)}
              </ul>
              ${totals(visit, lines)}
              <p class="actions">
                <a class="button" href="/shop/checkout">
                  ${visit.customer ? say('checkout') : say('checkoutSignIn')}
                </a>
              </p>`
      }
    </section>`,
  );
}

/** Last look before the order. */
export function checkoutPage(visit: Visit, lines: readonly Line[]): Html {
  const {say, customer} = visit;
  return layout(
    visit,
    say('checkout'),
    html`<section class="column">
      <h1 class="page-title">${say('checkout')}</h1>
      <form class="checkout" method="post" action="/shop/orders">
        <div class="panel">
          <h2>${say('deliverTo')}</h2>
          <address>
            ${customer?.firstName} ${customer?.lastName}<br />${customer?.street}<br />${customer?.city}
          </address>
        </div>
        <div class="panel">
          <ul class="lines">
            ${lines.map((line) => html`<li class="line">${lineView(visit, line)}</li>`)}
          </ul>
          ${totals(visit, lines)}
        </div>
        <label class="field">${say('note')}<textarea name="note" rows="2" maxlength="300"></textarea></label>
        <p class="actions"><button class="button">${say('placeOrder')}</button></p>
      </form>
    </section>`,
  );
}

/** A product with its number of packets, its price and its little packet. */
export function lineView({language, price}: Visit, {product, quantity}: Line): Html {
  return html`<img src="/shop/images/${product.slug}.svg" alt="" width="48" height="64" />
    <a class="line-name" href="/shop/products/${product.slug}">
      ${product.text[language].name} <span class="muted" lang="en"><bdi>${product.cultivar}</bdi></span>
    </a>
    <span class="line-price"><bdi>${quantity} × ${price(product.price)}</bdi></span>`;
}

export function totals({say, price}: Visit, lines: readonly Line[]): Html {
  return html`<dl class="totals">
    <div>
      <dt>${say('delivery')}</dt>
      <dd>${say('deliveryFree')}</dd>
    </div>
    <div class="grand">
      <dt>${say('total')}</dt>
      <dd>${price(totalOf(lines))}</dd>
    </div>
  </dl>`;
}

export function empty(text: string, link: string): Html {
  return html`<p class="lead">${text}</p>
    <p><a class="button" href="/shop/#packets">${link}</a></p>`;
}

function quantityForm({say, language}: Visit, {product, quantity}: Line): Html {
  const id = `quantity-${product.slug}`;
  const {name} = product.text[language];
  return html`<form class="line-form" method="post" action="/shop/cart">
    <input type="hidden" name="slug" value="${product.slug}" />
    <label class="visually-hidden" for="${id}">${say('quantity')}: ${name}</label>
    <input
      id="${id}"
      name="quantity"
      type="number"
      min="0"
      max="${MAX_QUANTITY}"
      value="${quantity}"
      required
    />
    <button class="button button-quiet">${say('update')}</button>
    <button class="link" name="remove" value="1" aria-label="${say('remove')}: ${name}" formnovalidate>
      ${say('remove')}
    </button>
  </form>`;
}
