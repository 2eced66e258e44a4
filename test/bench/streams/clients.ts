/**
 * Many contacts' browsers in one process: the real session, transport and stream of `src/core`, with the real pauses
 * between reconnects. argv: the platform's address, the first contact, how many. Tells the parent when all are open; asked
 * with `times`, it tells when they tried and when they were open since it was asked last.
 */
import {defaultEnvironment} from '../../../src/core/environment.ts';
import {createRealtime} from '../../../src/core/realtime.ts';
import {createSession} from '../../../src/core/session.ts';
import {createTransport} from '../../../src/core/transport.ts';
import {API_KEY, externalIdOf, tokenOf} from './contacts.ts';
import {lightFetch} from './light-fetch.ts';

const [apiUrl, first, count] = process.argv.slice(2) as [string, string, string];
/** Opened at the same time at first. */
const AT_ONCE = 50;

/** What the parent is told: epoch, milliseconds. */
export interface Times {
  tried: number[];
  opened: number[];
  open: number;
}

let times: Times = {tried: [], opened: [], open: 0};
let open = 0;

async function askForToken(index: number): Promise<string> {
  const response = await lightFetch(`${apiUrl}/v1/auth/contact/token`, {
    method: 'POST',
    headers: {Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json'},
    body: JSON.stringify({externalCustomerId: externalIdOf(index)}),
  });
  return ((await response.json()) as {token: string}).token;
}

/** Resolves when it is open for the first time. */
function startClient(index: number): Promise<void> {
  let lastId = '';
  let first: string | undefined = tokenOf(index);
  let isOpen = false;
  const environment = {
    ...defaultEnvironment,
    fetch(url: string, init: RequestInit) {
      if (url.endsWith('/stream')) times.tried.push(Date.now());
      return lightFetch(url, init);
    },
  };
  const session = createSession({
    getAuthTokenCallback() {
      const token = first;
      first = undefined;
      return token ? Promise.resolve(token) : askForToken(index);
    },
    environment,
    onChange: () => {},
  });
  const transport = createTransport({apiUrl, session, environment, onReach: () => {}});
  return new Promise((resolve) => {
    createRealtime({
      transport,
      environment,
      hasStream: true,
      pollInterval: 30_000,
      poll: async () => void (await transport.json('/appinbox/v1/messages/count')),
      getLastId: () => lastId,
      onEvent: ({id}) => (lastId = id || lastId),
      onGap: () => {},
      onState(state) {
        if ((state === 'open') === isOpen) return;
        isOpen = !isOpen;
        open += isOpen ? 1 : -1;
        if (!isOpen) return;
        times.opened.push(Date.now());
        resolve();
      },
      onError: () => {},
    }).start();
  });
}

process.on('message', () => {
  process.send!({...times, open} satisfies Times);
  times = {tried: [], opened: [], open: 0};
});
process.on('disconnect', () => process.exit());

const indexes = Array.from({length: Number(count)}, (_, index) => Number(first) + index);
await Promise.all(
  Array.from({length: AT_ONCE}, async () => {
    for (let index = indexes.shift(); index !== undefined; index = indexes.shift()) await startClient(index);
  }),
);
process.send!('open');
