/** `last_purchase`, `lastPurchase` and `last-purchase` are "Last purchase". */
export function labelOf(name: string): string {
  const spaced = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase();
  return (spaced.charAt(0).toUpperCase() + spaced.slice(1)).replace(/\b(id|url|api|vat|ip)\b/gi, (short) =>
    short.toUpperCase(),
  );
}
