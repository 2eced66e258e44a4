import {setTimeout} from 'node:timers/promises';

/** How long the driver may take to start, and a window to take its size: milliseconds. */
const START_TIMEOUT = 20_000;
const RESIZE_TIMEOUT = 3000;
const POLL_INTERVAL = 50;

/** Keys that are no character: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
  Space: ' ',
};

/** A WebDriver session (W3C WebDriver 2, classic) as far as a test page needs one. */
export class Driver {
  #base;

  /** @param {number} port where the driver listens on this machine */
  constructor(port) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {method, body: body && JSON.stringify(body)});
    const {value} = await response.json();
    if (!response.ok) throw new Error(`WebDriver: ${value?.error}: ${value?.message}`);
    return value;
  }

  async waitUntilReady() {
    const isReady = async () => (await this.#call('GET', '/status').catch(() => undefined))?.ready;
    await eventually(isReady, START_TIMEOUT, () => 'The driver does not answer');
  }

  /** Opens a window. Everything below is about it. */
  async open(capabilities) {
    const {sessionId} = await this.#call('POST', '/session', {capabilities: {alwaysMatch: capabilities}});
    this.#base += `/session/${sessionId}`;
  }

  go(url) {
    return this.#call('POST', '/url', {url});
  }

  address() {
    return this.#call('GET', '/url');
  }

  close() {
    return this.#call('DELETE', '');
  }

  #keyActions(actions) {
    return this.#call('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  /** The viewport and the keyboard, as Playwright's `page` names them. */
  page = {
    /** A driver sets the window's size; what its frame takes is added. Resolves when the page has the size. */
    setViewportSize: async ({width, height}) => {
      const script = 'return [innerWidth, innerHeight]';
      const read = () => this.#call('POST', '/execute/sync', {script, args: []});
      const outer = await this.#call('GET', '/window/rect');
      let inner = await read();
      const rect = {width: outer.width - inner[0] + width, height: outer.height - inner[1] + height};
      await this.#call('POST', '/window/rect', rect);
      const isDone = async () => String((inner = await read())) === String([width, height]);
      const complain = () => `The window takes the size ${inner.join('x')} and not ${width}x${height}`;
      await eventually(isDone, RESIZE_TIMEOUT, complain);
    },
    keyboard: {
      /** `Tab`, `a`, or several to hold together: `Shift+Tab`. */
      press: (combination) => {
        const values = combination.split(/(?<=.)\+/).map((key) => KEYS[key] ?? key);
        return this.#keyActions([
          ...values.map((value) => ({type: 'keyDown', value})),
          ...values.reverse().map((value) => ({type: 'keyUp', value})),
        ]);
      },
      type: (text) =>
        this.#keyActions(
          [...text].flatMap((value) => [
            {type: 'keyDown', value},
            {type: 'keyUp', value},
          ]),
        ),
      down: (key) => this.#keyActions([{type: 'keyDown', value: KEYS[key] ?? key}]),
      up: (key) => this.#keyActions([{type: 'keyUp', value: KEYS[key] ?? key}]),
    },
  };
}

async function eventually(isTrue, timeout, complain) {
  const deadline = Date.now() + timeout;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(complain());
    await setTimeout(POLL_INTERVAL);
  }
}
