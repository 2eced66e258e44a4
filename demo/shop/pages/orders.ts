import {html} from 'hono/html';
import {statusOf, STATUSES, totalOf, type Order, type OrderStatus} from '../orders.ts';
import {empty, lineView, totals} from './cart.ts';
import {layout, type Html, type Visit} from './layout.ts';

const STATUS_WORDS = {
  confirmed: 'statusConfirmed',
  packed: 'statusPacked',
  delivered: 'statusDelivered',
} as const satisfies Record<OrderStatus, string>;

/** The customer's orders, newest first. */
export function ordersPage(visit: Visit, orders: readonly Order[], now: number): Html {
  const {say, price, date} = visit;
  return layout(
    visit,
    say('orders'),
    html`<section class="column">
      <h1 class="page-title">${say('orders')}</h1>
      ${
        orders.length === 0
          ? empty(say('noOrders'), say('heroLink'))
          : html`<ul class="orders">
              ${orders.map(
                (order) =>
                  html`<li>
                    <a class="order" href="/shop/orders/${order.number}">
                      <span class="order-packets" aria-hidden="true">
                        ${order.lines.map(({product}) => html`<img src="/shop/images/${product.slug}.svg" alt="" />`)}
                      </span>
                      <span class="order-text">
                        <strong>${say('order', order.number)}</strong>
                        <span class="muted">${date(order.placedAt)}</span>
                      </span>
                      <span class="order-end">
                        <strong>${price(totalOf(order.lines))}</strong>
                        <span class="pill">${say(STATUS_WORDS[statusOf(order, now)])}</span>
                      </span>
                    </a>
                  </li>`,
              )}
            </ul>`
      }
    </section>`,
  );
}

/** One order. @param isNew it has just been placed */
export function orderPage(visit: Visit, order: Order, now: number, isNew: boolean): Html {
  const {say, date} = visit;
  const reached = STATUSES.indexOf(statusOf(order, now));
  return layout(
    visit,
    say('order', order.number),
    html`<section class="column">
      ${
        isNew
          ? html`<div class="thanks" role="status">
              <strong>${say('thanks')}</strong>
              <span>${say('thanksBell')}</span>
            </div>`
          : ''
      }
      <h1 class="page-title">${say('order', order.number)}</h1>
      <p class="muted">${say('placedOn', date(order.placedAt))}</p>
      <ol class="steps">
        ${STATUSES.map(
          (status, i) =>
            html`<li class="${i <= reached ? 'done' : ''}" ${i === reached ? html`aria-current="step"` : ''}>
              ${say(STATUS_WORDS[status])}
            </li>`,
        )}
      </ol>
      <div class="panel">
        <ul class="lines">
          ${order.lines.map((line) => html`<li class="line">${lineView(visit, line)}</li>`)}
        </ul>
        ${totals(visit, order.lines)} ${order.note ? html`<p class="note">${order.note}</p>` : ''}
      </div>
    </section>`,
  );
}
