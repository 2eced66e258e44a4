import {createPrivateKey, generateKeyPair, sign, type KeyObject} from 'node:crypto';
import {promisify} from 'node:util';
import {json, type Db} from '../database/schema.ts';
import {randomText, type Random} from '../random.ts';
import type {Clock} from '../clock.ts';
import type {Secrets} from '../integrations/secrets.ts';
import type {PublicKey} from './tables.ts';

const DAY = 86_400_000;
/** How long a key signs: milliseconds. */
export const KEY_LIFETIME = 30 * DAY;
/** How much longer its public half can be looked up: far longer than what it has signed is good. */
const AFTERLIFE = DAY;

const makeKeyPair = promisify(generateKeyPair);

export interface Signing {
  /** A compact JWS over the claims (RFC 7515, RFC 7518: ES256). */
  sign(claims: object): Promise<string>;
  /** The keys with which what was signed lately can be verified. */
  publicKeys(): Promise<(PublicKey & {kid: string})[]>;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs for apps' backends. The keys are in the database, so that all processes sign with the same, and sealed there. */
export function createSigning(
  db: Db,
  {clock, random, secrets}: {clock: Clock; random: Random; secrets: Secrets},
): Signing {
  let current: {id: string; key: KeyObject; until: number} | undefined;
  const ownerOf = (id: string) => `app signing key ${id}`;

  async function load(): Promise<typeof current> {
    const row = await db
      .selectFrom('app_signing_keys')
      .selectAll()
      .where('created_at', '>', clock.now() - KEY_LIFETIME)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    try {
      const key = createPrivateKey(secrets.open(row.private_key, ownerOf(row.id)));
      return {id: row.id, key, until: row.created_at + KEY_LIFETIME};
    } catch {
      // Sealed with a key that is gone: a new one takes its place.
      return undefined;
    }
  }

  async function make(): Promise<NonNullable<typeof current>> {
    const id = randomText(random);
    const {privateKey, publicKey} = await makeKeyPair('ec', {namedCurve: 'P-256'});
    const {kty = '', crv = '', x = '', y = ''} = publicKey.export({format: 'jwk'});
    const pem = privateKey.export({format: 'pem', type: 'pkcs8'}).toString();
    const now = clock.now();
    await db
      .insertInto('app_signing_keys')
      .values({
        id,
        public_key: json({kty, crv, x, y}),
        private_key: secrets.seal(pem, ownerOf(id)),
        created_at: now,
      })
      .execute();
    await db
      .deleteFrom('app_signing_keys')
      .where('created_at', '<', now - KEY_LIFETIME - AFTERLIFE)
      .execute();
    return {id, key: privateKey, until: now + KEY_LIFETIME};
  }

  return {
    async sign(claims) {
      if (!current || current.until <= clock.now()) current = (await load()) ?? (await make());
      const text = `${encode({alg: 'ES256', typ: 'JWT', kid: current.id})}.${encode(claims)}`;
      const signature = sign('sha256', Buffer.from(text), {key: current.key, dsaEncoding: 'ieee-p1363'});
      return `${text}.${signature.toString('base64url')}`;
    },
    async publicKeys() {
      const rows = await db
        .selectFrom('app_signing_keys')
        .select(['id', 'public_key'])
        .where('created_at', '>=', clock.now() - KEY_LIFETIME - AFTERLIFE)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(({id, public_key}) => ({...public_key, kid: id}));
    },
  };
}
