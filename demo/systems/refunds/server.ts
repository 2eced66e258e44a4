import {createHash, timingSafeEqual} from 'node:crypto';
import {Hono} from 'hono';
import {refundBlocks} from './blocks.ts';

export interface RefundsOptions {
  /** What the platform sends as the password of Basic authorization. */
  apiKey: string;
  /** As people's browsers reach it. */
  publicUrl: () => string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** A refunds service of another organisation: an endpoint for a client integration, which answers blocks. */
export function createRefunds({apiKey, publicUrl}: RefundsOptions): Hono {
  const refunds = new Hono();

  refunds.get('/widget', (c) => {
    const credentials = /^Basic (\S+)$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    const [, given = ''] = Buffer.from(credentials, 'base64').toString().split(':');
    if (!timingSafeEqual(sha256(given), sha256(apiKey))) return c.json({error: 'unauthorized'}, 401);
    const {view = '', email, externalId, phoneNumber} = c.req.query();
    return c.json(refundBlocks({view, email, externalId, phoneNumber, url: publicUrl()}));
  });

  refunds.get('/', (c) => {
    c.header('Content-Security-Policy', "default-src 'none'");
    return c.text('Returns & refunds. Agents see this service beside their conversations.');
  });

  return refunds;
}
