import {createCipheriv, createDecipheriv, createHash} from 'node:crypto';
import type {Random} from '../random.ts';
import {CallError} from './http/call-error.ts';

export const KEY_SIZE = 32;
const NONCE_SIZE = 12;
const TAG_SIZE = 16;

/** Seals what must be kept, and must not be read where it lies: AES-256-GCM. */
export interface Secrets {
  /** @param owner what it belongs to: it opens only there, so a sealed text cannot be moved to another record */
  seal(text: string, owner: string): string;
  /** @throws CallError `unreadable-secret`, when it was sealed with another key, for another owner, or changed */
  open(sealed: string, owner: string): string;
}

/** @param key 32 random bytes. Without it, what was sealed is lost. */
export function createSecrets(key: Buffer, random: Random): Secrets {
  if (key.length !== KEY_SIZE)
    throw new Error(`A key for secrets has ${KEY_SIZE} bytes, and not ${key.length}`);
  // Tells a change of the key from a forgery, and nothing of the key.
  const keyId = createHash('sha256').update('id of').update(key).digest('base64url').slice(0, 8);

  return {
    seal(text, owner) {
      const nonce = random(NONCE_SIZE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${keyId}.${sealed.toString('base64url')}`;
    },
    open(sealed, owner) {
      const [version, id, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      const unreadable = () =>
        new CallError(
          'unreadable-secret',
          'A secret of this integration cannot be read any more. Type it again.',
        );
      if (version !== 'v1' || id !== keyId || bytes.length < NONCE_SIZE + TAG_SIZE) throw unreadable();
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_SIZE), {
        authTagLength: TAG_SIZE,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(-TAG_SIZE));
      try {
        const plain = decipher.update(bytes.subarray(NONCE_SIZE, -TAG_SIZE));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        throw unreadable();
      }
    },
  };
}
