/** Pixels: what browsers show in a tab on a dense screen. */
const SIZE = 64;
/** Beyond it there is no room for the number. */
const MAX = 99;
const BADGE = '#d3271d';

/**
 * The number of unread notifications on the page's icon. The page's own icon comes back when the number is 0.
 *
 * An icon that cannot be read (none, or another origin's) gives way to a plain badge.
 */
export class FaviconBadge {
  /** The page's icons while ours stands in for them. */
  #originals: HTMLLinkElement[] = [];
  #link?: HTMLLinkElement;
  #count = 0;
  #icon?: Promise<HTMLImageElement | undefined>;

  /** @param count unread notifications */
  async set(count: number): Promise<void> {
    this.#count = count;
    if (!count) return this.#restore();
    const icon = await (this.#icon ??= load(this.#address()));
    // Another number has come meanwhile, or none.
    if (this.#count !== count) return;
    const drawn = draw(icon, count) ?? draw(undefined, count);
    if (drawn) this.#show(drawn);
  }

  clear(): void {
    this.#count = 0;
    this.#restore();
  }

  #address(): string {
    const links = document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]');
    // The last one counts (HTML Standard, 4.6.7.7); without any, browsers ask for this address.
    return [...links].at(-1)?.href ?? new URL('/favicon.ico', location.href).href;
  }

  #show(address: string): void {
    if (!this.#link) {
      this.#originals = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];
      for (const original of this.#originals) original.remove();
      this.#link = document.createElement('link');
      this.#link.rel = 'icon';
      document.head.append(this.#link);
    }
    this.#link.href = address;
  }

  #restore(): void {
    this.#link?.remove();
    this.#link = undefined;
    document.head.append(...this.#originals);
    this.#originals = [];
    // The page may show another icon next time.
    this.#icon = undefined;
  }
}

async function load(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image(SIZE, SIZE);
  image.crossOrigin = 'anonymous';
  image.src = address;
  try {
    await image.decode();
    return image;
  } catch {
    return undefined;
  }
}

/** The icon with the badge over it; undefined where the browser does not let the icon be read. */
function draw(icon: HTMLImageElement | undefined, count: number): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  try {
    if (icon) context.drawImage(icon, 0, 0, SIZE, SIZE);
    const radius = icon ? 20 : 30;
    const [x, y] = icon ? [SIZE - radius, SIZE - radius] : [SIZE / 2, SIZE / 2];
    context.fillStyle = BADGE;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = '#fff';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.font = `700 ${radius * (count > 9 ? 1.15 : 1.5)}px system-ui, sans-serif`;
    context.fillText(count > MAX ? '••' : String(count), x, y + radius * 0.08);
    return canvas.toDataURL();
  } catch {
    return undefined;
  }
}
