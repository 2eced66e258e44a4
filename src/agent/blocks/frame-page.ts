import {FRAME_CHANNEL} from './frame-protocol.ts';

/**
 * The page of the frame that runs other systems' markup, scripts included. The build puts it beside the bundle as
 * `html-frame.html`; serve it with `Content-Security-Policy: sandbox allow-scripts allow-forms allow-popups`, so that it
 * has no origin even when it is opened by itself.
 *
 * It says that it is there, gets the markup, and writes it as the parser would have read it: scripts run, in order. A
 * script that it puts before the markup tells the height. Where a policy keeps scripts out, it says nothing, and the host
 * tells the agent.
 */
export const FRAME_PAGE = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Content</title>
</head>
<body>
<script id="sizer" type="text/plain">
(function () {
  var last = -1;
  function tell() {
    var body = document.body;
    if (!body) return;
    var height = Math.ceil(Math.max(body.getBoundingClientRect().height, body.scrollHeight));
    if (height === last) return;
    last = height;
    parent.postMessage({channel: '${FRAME_CHANNEL}', type: 'height', height: height}, '*');
  }
  addEventListener('load', tell);
  document.addEventListener('DOMContentLoaded', function () {
    tell();
    if (window.ResizeObserver) new ResizeObserver(tell).observe(document.body);
    if (window.MutationObserver)
      new MutationObserver(tell).observe(document.body, {childList: true, subtree: true, attributes: true});
  });
})();
</script>
<script>
(function () {
  var sizer = document.getElementById('sizer').textContent;
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.source !== parent || !data || data.channel !== '${FRAME_CHANNEL}' || data.type !== 'content') return;
    var scheme = data.scheme === 'dark' ? 'dark' : 'light';
    var color = /^[-a-z0-9#(),.%/ ]{1,80}$/i.test(data.color) ? data.color : 'CanvasText';
    document.open();
    document.write('<!doctype html><meta charset="utf-8"><base target="_blank"><style>:root{color-scheme:' + scheme +
      ';background:transparent}body{margin:0;display:flow-root;overflow-wrap:anywhere;color:' + color +
      ';font:14px/20px system-ui,sans-serif}img,video,table{max-width:100%}</style><script>' + sizer +
      '</' + 'script><body>' + data.html);
    document.close();
  });
  parent.postMessage({channel: '${FRAME_CHANNEL}', type: 'ready'}, '*');
})();
</script>
</body>
</html>
`;
