import {createPublicKey, verify, type JsonWebKey, type KeyObject} from 'node:crypto';

/** What the platform has signed: who the contact is, and which agent looks. */
export interface Claims {
  iss: string;
  aud: string;
  exp: number;
  iat: number;
  jti: string;
  contact: {id: number; identifier: string | null; email: string};
  currentAgent: {id: number; name: string; email: string};
}

export interface VerifierOptions {
  /** Where the platform's keys are. */
  jwksUrl: string;
  /** Who may have signed: the platform, under each of its addresses. */
  issuers: readonly string[];
  /** For whom it was signed: this app's own origin. */
  audience: () => string;
  /** Epoch, milliseconds. */
  now?: () => number;
}

/** Clocks differ: seconds. */
const LEEWAY = 5;
/** Keys are looked up again for a name that is not known, but not for everybody who makes one up: milliseconds. */
const LOOKUP_PAUSE = 10_000;
const TIMEOUT = 5000;

/** The token proves nothing. The reason is for the log: to the caller all are the same. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

const parse = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

/** Verifies signed contexts with the platform's public keys (RFC 7515, ES256). */
export function createVerifier({jwksUrl, issuers, audience, now = Date.now}: VerifierOptions) {
  let keys = new Map<string, KeyObject>();
  let lookedUpAt = -Infinity;

  async function lookUp(): Promise<void> {
    lookedUpAt = now();
    const response = await fetch(jwksUrl, {signal: AbortSignal.timeout(TIMEOUT)});
    if (!response.ok) throw new TokenError(`the platform answered ${response.status}`);
    const {keys: list} = (await response.json()) as {keys: (JsonWebKey & {kid: string})[]};
    keys = new Map(list.map((jwk) => [jwk.kid, createPublicKey({key: jwk, format: 'jwk'})]));
  }

  async function keyOf(kid: string): Promise<KeyObject> {
    if (!keys.has(kid) && now() - lookedUpAt > LOOKUP_PAUSE) await lookUp();
    const key = keys.get(kid);
    if (!key) throw new TokenError('signed with an unknown key');
    return key;
  }

  /** @throws TokenError */
  return async (token: string): Promise<Claims> => {
    const [header, claims, signature = '', ...rest] = token.split('.');
    let algorithm: {alg?: unknown; kid?: unknown};
    let said: Claims;
    try {
      algorithm = parse(header) as typeof algorithm;
      said = parse(claims) as Claims;
    } catch {
      throw new TokenError('no token');
    }
    // The algorithm is ours to choose, and never the token's.
    if (rest.length || algorithm.alg !== 'ES256' || typeof algorithm.kid !== 'string')
      throw new TokenError('signed otherwise');
    const isSigned = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      {key: await keyOf(algorithm.kid), dsaEncoding: 'ieee-p1363'},
      Buffer.from(signature, 'base64url'),
    );
    if (!isSigned) throw new TokenError('forged');
    const seconds = now() / 1000;
    if (!(said.exp > seconds - LEEWAY) || !(said.iat < seconds + LEEWAY)) throw new TokenError('out of date');
    if (said.aud !== audience()) throw new TokenError('for somebody else');
    if (!issuers.includes(said.iss)) throw new TokenError('of somebody else');
    return said;
  };
}
