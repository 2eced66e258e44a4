/** The first of the encodings offered that the client takes (RFC 9110, 12.5.3): what it does not name, it does not get. */
export function chooseEncoding<Encoding extends string>(
  header = '',
  offered: readonly Encoding[],
): Encoding | 'identity' {
  const accepted = header
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !quality || Number(quality.replace('q=', '')) > 0)
    .map(([name]) => name);
  return offered.find((encoding) => accepted.includes(encoding)) ?? 'identity';
}
