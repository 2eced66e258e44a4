const MASK = '••••••';
/** Shorter than this, a text is no secret worth the harm that masking it everywhere would do. */
const MIN_LENGTH = 6;

/** Takes secrets out of whatever is shown: a system may send back what it was sent. */
export function createMask(secrets: readonly string[]): (text: string) => string {
  // `Bearer abc`: the words after the first are the secret.
  const words = secrets.flatMap((secret) => [secret, ...secret.split(/\s+/).slice(1)]);
  const decoded = words
    .map((word) => Buffer.from(word, 'base64').toString('utf8').split(':'))
    .flatMap((parts) =>
      // Only what was text before it was coded.
      parts.filter((part) => /^[\x20-\x7e]+$/.test(part)),
    );
  const written = [...words, ...decoded].flatMap((word) => [
    word,
    JSON.stringify(word).slice(1, -1),
    encodeURIComponent(word),
  ]);
  // The longest first: a part of it would leave the rest.
  const hidden = [...new Set(written)]
    .filter((word) => word.length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length);
  return (text) => hidden.reduce((rest, word) => rest.replaceAll(word, MASK), text);
}

export const maskHeader = ({name, value, isSecret}: {name: string; value: string; isSecret: boolean}) => ({
  name,
  value: isSecret ? MASK : value,
});
