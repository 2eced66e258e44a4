import {html} from 'hono/html';
import {PRODUCTS, type Kind, type Product} from '../products.ts';
import {layout, type Html, type Visit} from './layout.ts';

/** The packets that stand in the hero, from the edge to the middle and back. */
const SHOWN = ['iceland', 'mammoth', 'velvet-queen', 'empress', 'chioggia'];

/** Every packet, or those of one kind. */
export function cataloguePage(visit: Visit, kind: Kind | undefined): Html {
  const {say} = visit;
  const products = kind ? PRODUCTS.filter((product) => product.kind === kind) : PRODUCTS;
  const heading = say(kind ?? 'catalogue');
  return layout(
    visit,
    heading,
    html`${kind ? '' : hero(visit)}
      <section class="shelf" id="packets" aria-labelledby="shelf-heading">
        <h2 id="shelf-heading" class="${kind ? 'page-title' : ''}">${heading}</h2>
        <ul class="packets">
          ${products.map((product) => html`<li>${card(visit, product)}</li>`)}
        </ul>
      </section>`,
  );
}

function hero({say}: Visit): Html {
  return html`<section class="hero">
    <div class="hero-text">
      <h1>${say('heroTitle')}</h1>
      <p>${say('heroText')}</p>
      <a class="button button-light" href="#packets">${say('heroLink')}</a>
    </div>
    <div class="hero-packets" aria-hidden="true">
      ${SHOWN.map((slug) => html`<img src="/shop/images/${slug}.svg" alt="" width="240" height="320" />`)}
    </div>
  </section>`;
}

/** A packet as it stands on the shelf. */
export function card(visit: Visit, product: Product): Html {
  const {name} = product.text[visit.language];
  return html`<a class="card" href="/shop/products/${product.slug}">
    <img src="/shop/images/${product.slug}.svg" alt="" width="240" height="320" loading="lazy" />
    <span class="card-name">${name}</span>
    <span class="card-row">
      <span class="card-cultivar" lang="en"><bdi>${product.cultivar}</bdi></span>
      <span class="card-price">${visit.price(product.price)}</span>
    </span>
    ${season(visit, product)}
  </a>`;
}

/** Twelve dots, one a month: when to sow. */
function season({say, month}: Visit, {sow}: Product): Html {
  const text = `${say('sow')}: ${say('months', month(sow[0]), month(sow[1]))}`;
  return html`<span class="season" role="img" aria-label="${text}" title="${text}">
    ${Array.from({length: 12}, (_, i) => html`<i class="${i + 1 >= sow[0] && i + 1 <= sow[1] ? 'on' : ''}"></i>`)}
  </span>`;
}
