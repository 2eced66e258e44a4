/** The most pixels that a picture in the chat has, on a side. */
const MAX_SIDE = 440;

/**
 * Shows a picture on a canvas: that needs no address, so the token stays in its header, and no page's content security
 * policy is in the way.
 */
export async function drawPicture(
  canvas: HTMLCanvasElement,
  download: () => Promise<Blob>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const bitmap = await createImageBitmap(await download());
    if (signal.aborted) return bitmap.close();
    const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const ratio = canvas.width / canvas.height;
    canvas.style.setProperty('height', 'auto');
    canvas.style.setProperty('aspect-ratio', String(Math.max(0.5, Math.min(ratio, 4))));
    bitmap.close();
  } catch {
    // It can still be downloaded.
    canvas.dataset.failed = '';
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
