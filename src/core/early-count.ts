import type {Environment} from './environment.ts';
import type {EarlyCount} from '../protocol/widget.ts';

/**
 * The browser's `fetch`, but for the first count: where the loader has asked for it with the same token, its answer is
 * taken, because the token is spent.
 */
export function withEarlyCount(early: EarlyCount | undefined): Environment['fetch'] {
  return (url, init) => {
    const answer = early?.answer;
    const {'ES-TOKEN': token} = init.headers as Record<string, string>;
    if (!answer || token !== early?.token || !url.endsWith('/messages/count')) return fetch(url, init);
    early = undefined;
    return new Promise((resolve, reject) => {
      answer.then(resolve, reject);
      init.signal?.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError')));
    });
  };
}
