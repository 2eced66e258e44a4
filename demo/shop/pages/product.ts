import {html} from 'hono/html';
import {MAX_QUANTITY} from '../orders.ts';
import {PRODUCTS, type Product} from '../products.ts';
import {card} from './catalogue.ts';
import {layout, type Html, type Visit} from './layout.ts';

/** How many other packets are shown below. */
const NEIGHBOURS = 4;

/** One packet: what it is, when to sow it, and the way into the basket. */
export function productPage(visit: Visit, product: Product): Html {
  const {say, price} = visit;
  const {name, line} = product.text[visit.language];
  const others = PRODUCTS.filter((other) => other.kind === product.kind && other !== product).slice(
    0,
    NEIGHBOURS,
  );
  return layout(
    visit,
    `${name} ${product.cultivar}`,
    html`<article class="product">
        <img class="product-packet" src="/shop/images/${product.slug}.svg" alt="" width="240" height="320" />
        <div class="product-text">
          <h1>
            ${name}<span class="product-cultivar" lang="en"><bdi>${product.cultivar}</bdi></span>
          </h1>
          <p class="latin" lang="la" dir="ltr">${product.latin}</p>
          <p class="lead">${line}</p>
          <p class="product-price">
            ${price(product.price)} <span class="muted">${say('packetOf', product.seeds)}</span>
          </p>
          <form class="buy" method="post" action="/shop/cart">
            <input type="hidden" name="slug" value="${product.slug}" />
            <label for="quantity">${say('quantity')}</label>
            <input id="quantity" name="add" type="number" min="1" max="${MAX_QUANTITY}" value="1" required />
            <button class="button">${say('addToCart')}</button>
          </form>
          ${calendar(visit, product)}
        </div>
      </article>
      <section class="shelf" aria-labelledby="others-heading">
        <h2 id="others-heading">${say('alsoLike')}</h2>
        <ul class="packets">
          ${others.map((other) => html`<li>${card(visit, other)}</li>`)}
        </ul>
      </section>`,
  );
}

function calendar({say, month}: Visit, product: Product): Html {
  const months = Array.from({length: 12}, (_, i) => i + 1);
  const row = (label: string, [first, last]: readonly [number, number], style: string) =>
    html`<tr class="${style}">
      <th scope="row">${label}</th>
      ${months.map((m) =>
        m >= first && m <= last
          ? html`<td class="on"><span class="visually-hidden">${label}</span></td>`
          : html`<td></td>`,
      )}
    </tr>`;
  return html`<table class="calendar">
    <caption>
      ${say('whenToSow')}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${months.map((m) => html`<th scope="col" abbr="${month(m)}">${month(m, 'narrow')}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${row(say('sow'), product.sow, 'sow')}
      ${row(product.kind === 'flowers' ? say('flowering') : say('harvest'), product.harvest, 'harvest')}
    </tbody>
  </table>`;
}
