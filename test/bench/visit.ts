/**
 * What a visitor does and sees; times are milliseconds since the navigation began. The page is asked over the browser's
 * own protocol: Playwright's questions bring a script along, which costs a slow page more than what is measured.
 */
import {setTimeout} from 'node:timers/promises';
import type {CDPSession, Page} from 'playwright-core';
import type {Seen} from './probe.ts';
import {slowDown} from './world.ts';

/** Between two questions, and in all: milliseconds. */
const PATIENCE = {step: 100, all: 60_000};

export interface Visit {
  readonly page: Page;
  readonly session: CDPSession;
}

/** Goes to a page that is slowed down; what it loads can be listened to before. */
export async function visit(
  page: Page,
  url: string,
  {network, onSession}: {network: boolean; onSession?: (session: CDPSession) => void},
): Promise<Visit> {
  const session = await slowDown(page, {network});
  onSession?.(session);
  await session.send('Page.navigate', {url});
  return {page, session};
}

async function evaluate<T>({session}: Visit, expression: string): Promise<T> {
  const {result, exceptionDetails} = await session.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
  return result.value as T;
}

/** Asks until the answer is something. Rejects when it takes too long. */
async function ask<T>(of: Visit, expression: string, patience = PATIENCE.all): Promise<T> {
  for (let waited = 0; waited < patience; waited += PATIENCE.step) {
    const value = await evaluate<T | undefined | null>(of, expression);
    if (value !== undefined && value !== null) return value;
    await setTimeout(PATIENCE.step);
  }
  throw new Error(`The page did not come to: ${expression}`);
}

/** When the number on the bell was painted. */
export const numberShown = (of: Visit, patience?: number) =>
  ask<number>(of, 'window.seen?.numberAt', patience);

/** How long after the click twenty rows were painted. */
export const rowsShown = (of: Visit) => ask<number>(of, 'seen.rowsAt && seen.rowsAt - seen.clickAt');

export const everythingSeen = (of: Visit) => evaluate<Seen>(of, 'seen');

/** How long a hand is over what it presses, and how long it presses: milliseconds, both less than people need. */
const HAND = {over: 100, down: 80};

/** Presses the bell where a mouse would, as a hand does. */
export async function clickBell(of: Visit): Promise<void> {
  const [x, y] = await ask<[number, number]>(
    of,
    `(({left, top, width, height}) => [left + width / 2, top + height / 2])(document.querySelector('app-inbox-bell').getBoundingClientRect())`,
  );
  const at = {x, y, button: 'left', clickCount: 1} as const;
  await of.session.send('Input.dispatchMouseEvent', {type: 'mouseMoved', x, y});
  await setTimeout(HAND.over);
  await of.session.send('Input.dispatchMouseEvent', {type: 'mousePressed', ...at});
  await setTimeout(HAND.down);
  await of.session.send('Input.dispatchMouseEvent', {type: 'mouseReleased', ...at});
}

/** Nothing of what the page has begun is still under way: milliseconds. */
const CALM = 1500;

/** The widget has made ready what a click shows: the panel is in the page, its list has been answered. */
export async function settled(of: Visit): Promise<void> {
  await ask(of, `document.querySelector('app-inbox-panel') ? true : undefined`);
  await ask(
    of,
    `performance.getEntriesByType('resource').find(({name}) => name.includes('/appinbox/v1/messages?')) ? true : undefined`,
  );
  await setTimeout(CALM);
}

/** The page has had time for whatever it still wants. */
export const calm = () => setTimeout(CALM);
