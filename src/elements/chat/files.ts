/** What a picture has room in: pixels of the page. */
export interface Room {
  width: number;
  height: number;
}

/** In the chat. */
const SMALL: Room = {width: 220, height: 280};
/** A picture is easily hit, however small or narrow it is. */
const MIN_SIDE = 44;
/** On fine displays a pixel of the page is several. */
const MAX_DENSITY = 2;

/**
 * Shows a picture on a canvas: that needs no address, so the token stays in its header, and no page's content security
 * policy is in the way. It is as large as it is, as far as there is room; what is very narrow is cut at its ends.
 */
export async function drawPicture(
  canvas: HTMLCanvasElement,
  download: () => Promise<Blob>,
  {signal, room = SMALL}: {signal: AbortSignal; room?: Room},
): Promise<void> {
  const {file} = canvas.dataset;
  delete canvas.dataset.failed;
  try {
    const bitmap = await createImageBitmap(await download());
    // Meanwhile the canvas may have become that of another picture.
    if (signal.aborted || canvas.dataset.file !== file) return bitmap.close();
    const scale = Math.min(1, room.width / bitmap.width, room.height / bitmap.height);
    const sideOf = (length: number) => Math.max(MIN_SIDE, Math.round(length * scale));
    const [width, height] = [sideOf(bitmap.width), sideOf(bitmap.height)];
    const density = Math.min(1, MAX_DENSITY * Math.max(width / bitmap.width, height / bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * density));
    canvas.height = Math.max(1, Math.round(bitmap.height * density));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    canvas.style.setProperty('width', `${width}px`);
    canvas.style.setProperty('height', `${height}px`);
    bitmap.close();
  } catch {
    // It can still be downloaded: its name stands in its place.
    if (canvas.dataset.file === file) canvas.dataset.failed = '';
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Firefox begins after the task.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
