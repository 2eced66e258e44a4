import type {Environment} from './environment.ts';

/**
 * Listens to the environment anew each time the page has been written over: `document.write` on a page that is there
 * takes every listener from the window and the document, but no observer.
 *
 * @returns what ends it
 */
export function watchRewritten(
  environment: Pick<Environment, 'watch'>,
  listener: Parameters<Environment['watch']>[0],
): () => void {
  if (typeof document === 'undefined') return () => {};
  let stop: (() => void) | undefined;
  const observer = new MutationObserver(() => {
    stop?.();
    stop = environment.watch(listener);
  });
  observer.observe(document, {childList: true});
  return () => {
    observer.disconnect();
    stop?.();
  };
}
