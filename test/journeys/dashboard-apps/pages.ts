/** The pages of the dashboard apps' journeys: apps as people write them, and attackers. */

const html = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${body}`;

/** As the original platform's documentation has it: it parses whatever is JSON. */
const LISTENER = `<script>
  window.received = [];
  function isJSONValid(data) { try { JSON.parse(data); return true } catch { return false } }
  window.addEventListener('message', function (event) {
    if (!isJSONValid(event.data)) { return; }
    const eventData = JSON.parse(event.data);
    window.received.push(eventData);
  });
</script>`;

/** Hears everything that comes, with its ports; asks in every form that there is, of every window that it can reach. */
const SPY = `<script>
  window.heard = [];
  window.asked = 0;
  const hear = (data) => {
    try { window.heard.push(JSON.stringify(data) ?? String(data)) } catch { window.heard.push('?') }
  };
  addEventListener('message', (event) => {
    hear(event.data);
    for (const port of event.ports) {
      port.onmessage = ({data}) => hear(data);
      for (const type of ['ready', 'subscribe', 'command'])
        port.postMessage({type, challenge: event.data?.challenge, parts: undefined, id: 1, name: 'token'});
    }
  });
  const nonce = () => crypto.randomUUID();
  window.ask = (times = 1) => {
    const windows = [...new Set([parent, top, opener].filter((other) => other && other !== window))];
    for (let i = 0; i < times; i++) {
      for (const other of windows) {
        other.postMessage('chatwoot-dashboard-app:fetch-info', '*');
        other.postMessage('{"event":"chatwoot-dashboard-app:fetch-info"}', '*');
        other.postMessage({event: 'chatwoot-dashboard-app:fetch-info'}, '*');
        other.postMessage({type: 'app-inbox:connect', nonce: nonce()}, '*');
        if (window.stolen) other.postMessage({type: 'app-inbox:connect', nonce: window.stolen}, '*');
        window.asked++;
      }
    }
  };
  postMessage('canary', '*');
  window.ask();
  addEventListener('load', () => window.ask());
</script>`;

/** An app that uses the helper. The desk's origin is in its address, as in a real app's settings. */
const GUEST = `<script type="module">
  import {connect} from '/guest.js';
  const query = new URLSearchParams(location.search);
  window.received = [];
  window.guest = connect({
    allowedOrigins: [query.get('desk')],
    parts: query.get('parts')?.split(','),
  });
  window.guest.context.then((first) => (window.first = first), ({code}) => (window.first = code));
  if (query.has('at-once'))
    window.guest.context
      .then(() => window.guest.toast('Hello'))
      .then(() => (window.atOnce = 'done'), ({code}) => (window.atOnce = code));
  for await (const context of window.guest) window.received.push(context);
  window.ended = true;
</script>`;

/** A desk as the original platform has it: whoever asks is answered, everybody is told, and changes are not. */
const ORIGINAL = `<iframe id="app"></iframe><script>
  const frame = document.getElementById('app');
  window.change = (context) => { window.context = context };
  const tell = () => frame.contentWindow.postMessage(
    JSON.stringify({event: 'appContext', data: window.context}), '*');
  window.onmessage = (event) => {
    if (event.data === 'chatwoot-dashboard-app:fetch-info' && window.context) tell();
  };
  window.show = (src, context) => {
    window.context = context;
    frame.onload = () => window.context && tell();
    frame.src = src;
  };
</script>`;

/** By path. The paths of apps and of attackers are the same, so that each can stand at any origin. */
export const PAGES: Readonly<Record<string, string>> = {
  '/plain': html(LISTENER),
  // Asks by itself, and only then.
  '/asks': html(
    `${LISTENER}<script>window.parent.postMessage('chatwoot-dashboard-app:fetch-info', '*')</script>`,
  ),
  '/guest': html(GUEST),
  '/spy': html(SPY),
  '/original': html(ORIGINAL),
  // The app's own page, with somebody else's frame inside.
  '/nests': html(`${LISTENER}<iframe id="inner"></iframe>
    <script>document.getElementById('inner').src = new URLSearchParams(location.search).get('inner')</script>`),
};

/** The desk: no more than its script, under a strict policy. */
export const DESK = html(
  `<link rel="stylesheet" href="/desk.css"><script type="module" src="/agent.js"></script>`,
);
