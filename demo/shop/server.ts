import {join} from 'node:path';
import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {localPath, sameOriginOnly, securityHeaders, type PageVariables} from '../site/guard.ts';
import {mountable} from '../site/mount.ts';
import {PlatformClient, type PlatformClientOptions} from '../site/platform-client.ts';
import {Sessions} from '../site/sessions.ts';
import {staticFiles} from '../site/static-files.ts';
import {findCustomer} from './customers.ts';
import {announceOrder, syncContact} from './notifications.ts';
import {linesOf, MAX_QUANTITY, Orders, type Cart} from './orders.ts';
import {cartPage, checkoutPage} from './pages/cart.ts';
import {cataloguePage} from './pages/catalogue.ts';
import type {Visit} from './pages/layout.ts';
import {orderPage, ordersPage} from './pages/orders.ts';
import {productPage} from './pages/product.ts';
import {messagePage, signInPage} from './pages/visitor.ts';
import {findProduct, KINDS} from './products.ts';
import {isLanguage, LANGUAGES, speechIn, type Language} from './words/index.ts';

export interface ShopOptions extends PlatformClientOptions {
  /** The platform's address as browsers reach it. @default the host that serves the shop */
  publicPlatformUrl?: string;
  siteId: string;
  /** Epoch, milliseconds. */
  now?: () => number;
}

interface Session {
  customerId?: string;
  language?: Language;
  theme?: 'light' | 'dark';
  cart: Cart;
}

type Env = {Variables: PageVariables};

/** No form of the shop is longer. */
const MAX_FORM = 16 * 1024;
const MAX_NOTE = 300;
const noCart: ReadonlyMap<string, number> = new Map();

/**
 * A customer's site: a small shop with its own sign-in, its own backend and the inbox's snippet in every page.
 *
 * To be mounted at `/shop`.
 */
export function createShop(options: ShopOptions): Hono {
  const {siteId, now = Date.now} = options;
  const platformOrigin = options.publicPlatformUrl && new URL(options.publicPlatformUrl).origin;
  const scriptsUrl = `${platformOrigin ?? ''}/scripts/`;
  const platform = new PlatformClient(options);
  const sessions = new Sessions<Session>({cookie: 'tilth_session', path: '/shop', sameSite: 'Lax', now});
  const orders = new Orders(now());
  const shop = new Hono<Env>({strict: false}).basePath('/shop');

  const sessionOf = (c: Context<Env>): Session => sessions.read(c) ?? sessions.start(c, {cart: new Map()});
  const customerOf = (c: Context<Env>) => findCustomer(sessions.read(c)?.customerId);

  function visitOf(c: Context<Env>): Visit {
    const session = sessions.read(c);
    const url = new URL(c.req.url);
    return {
      ...speechIn(session?.language ?? preferredLanguage(c.req.header('accept-language'))),
      customer: findCustomer(session?.customerId),
      theme: session?.theme,
      packets: [...(session?.cart.values() ?? [])].reduce((sum, quantity) => sum + quantity, 0),
      path: c.req.method === 'GET' ? url.pathname + url.search : '/shop/',
      nonce: c.get('nonce'),
      scriptsUrl,
      siteId,
    };
  }

  /** What the customer sees must not depend on the platform being up: a failure is noted and life goes on. */
  async function tellPlatform(what: string, telling: Promise<void>): Promise<void> {
    try {
      await telling;
    } catch (error) {
      console.error(`shop: could not ${what}: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }

  shop.use(securityHeaders({platform: platformOrigin ? [platformOrigin] : [], frames: "'self'"}));
  shop.use(sameOriginOnly);
  shop.use(bodyLimit({maxSize: MAX_FORM}));

  shop.get('/assets/:file', staticFiles(join(import.meta.dirname, 'public')));
  shop.get('/images/:file', staticFiles(join(import.meta.dirname, 'public', 'images')));

  shop.get('/', (c) => {
    const kind = c.req.query('kind');
    return c.html(
      cataloguePage(
        visitOf(c),
        KINDS.find((known) => known === kind),
      ),
    );
  });

  shop.get('/products/:slug', (c) => {
    const product = findProduct(c.req.param('slug'));
    return product ? c.html(productPage(visitOf(c), product)) : c.notFound();
  });

  shop.get('/cart', (c) => c.html(cartPage(visitOf(c), linesOf(sessions.read(c)?.cart ?? noCart))));

  shop.post('/cart', async (c) => {
    const form = await c.req.parseBody();
    const product = findProduct(form.slug);
    if (!product) return c.notFound();
    const {cart} = sessionOf(c);
    const wanted = form.remove
      ? 0
      : Number(form.quantity ?? (cart.get(product.slug) ?? 0) + Number(form.add));
    if (!Number.isInteger(wanted) || wanted < 0) return c.html(messagePage(visitOf(c), 'failed'), 400);
    if (wanted === 0) cart.delete(product.slug);
    else cart.set(product.slug, Math.min(wanted, MAX_QUANTITY));
    return c.redirect('/shop/cart', 303);
  });

  shop.get('/checkout', (c) => {
    const lines = linesOf(sessions.read(c)?.cart ?? noCart);
    if (lines.length === 0) return c.redirect('/shop/cart', 303);
    if (!customerOf(c)) return c.redirect('/shop/sign-in?back=/shop/checkout', 303);
    return c.html(checkoutPage(visitOf(c), lines));
  });

  shop.get('/orders', (c) => {
    const customer = customerOf(c);
    if (!customer) return c.redirect('/shop/sign-in?back=/shop/orders', 303);
    return c.html(ordersPage(visitOf(c), orders.of(customer), now()));
  });

  shop.post('/orders', async (c) => {
    const customer = customerOf(c);
    if (!customer) return c.redirect('/shop/sign-in?back=/shop/checkout', 303);
    const {cart} = sessionOf(c);
    const lines = linesOf(cart);
    // Emptied before anything is awaited: a double click finds nothing left to order.
    cart.clear();
    if (lines.length === 0) return c.redirect('/shop/orders', 303);
    const {note} = await c.req.parseBody();
    const text = typeof note === 'string' ? note.trim().slice(0, MAX_NOTE) : '';
    const order = orders.place(customer, lines, text, now());
    await tellPlatform('announce an order', announceOrder(platform, customer, order));
    return c.redirect(`/shop/orders/${order.number}?new`, 303);
  });

  shop.get('/orders/:number', (c) => {
    const customer = customerOf(c);
    const number = c.req.param('number');
    if (!customer) return c.redirect(`/shop/sign-in?back=/shop/orders/${encodeURIComponent(number)}`, 303);
    const order = orders.find(customer, number);
    if (!order) return c.notFound();
    return c.html(orderPage(visitOf(c), order, now(), c.req.query('new') !== undefined));
  });

  shop.get('/sign-in', (c) => c.html(signInPage(visitOf(c), localPath(c.req.query('back'), '/shop/'))));

  shop.post('/sign-in', async (c) => {
    const form = await c.req.parseBody();
    const customer = findCustomer(form.customer);
    if (!customer) return c.html(messagePage(visitOf(c), 'failed'), 400);
    const before = sessions.read(c);
    // Whoever was signed in before leaves nothing behind; a visitor keeps the basket.
    const cart: Cart = before && !before.customerId ? before.cart : new Map<string, number>();
    const {language} = customer;
    sessions.start(c, {customerId: customer.id, language, theme: before?.theme, cart});
    await tellPlatform('save a contact', syncContact(platform, customer, language));
    return c.redirect(localPath(form.back, '/shop/'), 303);
  });

  shop.post('/sign-out', (c) => {
    sessions.end(c);
    return c.redirect('/shop/', 303);
  });

  shop.post('/preferences', async (c) => {
    const form = await c.req.parseBody();
    const session = sessionOf(c);
    if (form.theme === 'light' || form.theme === 'dark') session.theme = form.theme;
    if (isLanguage(form.language)) {
      session.language = form.language;
      const customer = findCustomer(session.customerId);
      if (customer) await tellPlatform('save a contact', syncContact(platform, customer, session.language));
    }
    return c.redirect(localPath(form.back, '/shop/'), 303);
  });

  // Who the inbox belongs to is decided by the session alone. The body of this request is not even read: a shop
  // that believed an email in it would let anybody read anybody's inbox.
  shop.post('/api/inbox-token', async (c) => {
    const customer = customerOf(c);
    if (!customer) return c.json({token: ''});
    return c.json({token: await platform.contactToken({externalCustomerId: customer.id})});
  });

  shop.notFound((c) => c.html(messagePage(visitOf(c), 'notFound'), 404));
  shop.onError((error, c) => {
    console.error(`shop: ${c.req.method} ${c.req.path}: ${error.message}`);
    if (c.req.path.includes('/api/')) return c.json({title: 'The inbox cannot be reached now'}, 502);
    return c.html(messagePage(visitOf(c), 'failed'), 500);
  });
  return mountable(shop);
}

/** The first of the browser's languages that the shop speaks. */
function preferredLanguage(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? LANGUAGES[0];
}
