import assert from 'node:assert/strict';
import {test} from 'node:test';
import {csvLine} from '../../../demo/platform/conversations/api/csv.ts';
import {readMoment} from '../../../demo/platform/conversations/api/parameters.ts';
import {readTraffic} from '../../../demo/platform/conversations/visitor/traffic.ts';
import {readUserAgent} from '../../../demo/platform/conversations/visitor/user-agent.ts';

const PAGE = 'https://www.shop.example/start';
const TRAFFIC: [referrer: string, trafficType: string, searchEngine: string][] = [
  ['', 'Direct', ''],
  ['not an address', 'Direct', ''],
  ['https://shop.example/before', 'Direct', ''],
  ['https://www.google.com/', 'Organic', 'Google'],
  ['https://google.co.uk/search?q=x', 'Organic', 'Google'],
  ['https://mail.google.com/', 'mail.google.com', ''],
  ['https://notgoogle.com/', 'notgoogle.com', ''],
  ['https://google.com.evil.example/', 'google.com.evil.example', ''],
  ['https://www.bing.com/search?q=x', 'Organic', 'Bing'],
  ['https://se.search.yahoo.com/', 'Organic', 'Yahoo'],
  ['https://duckduckgo.com/', 'Organic', 'DuckDuckGo'],
  ['https://www.ecosia.org/search', 'Organic', 'Ecosia'],
  ['https://yandex.com/', 'Organic', 'Yandex'],
  ['https://www.referral-domain.com/a', 'www.referral-domain.com', ''],
  ['android-app://com.example', 'com.example', ''],
];
for (const [referrer, trafficType, searchEngine] of TRAFFIC) {
  test(`a visit from ${referrer || 'nowhere'} is ${trafficType} ${searchEngine}`, () => {
    assert.deepEqual(readTraffic(referrer, PAGE), {trafficType, searchEngine});
  });
}

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const DEVICES: [userAgent: string, browser: string, os: string][] = [
  [
    'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/50.0.0.0 Safari/537.36',
    'Chrome 50.0.0',
    'Windows 7 0.0.0',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2',
    'Edge 126.0.2',
    'Windows 10 0.0.0',
  ],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/17.5 Safari/605.1.15`,
    'Safari 17.5.0',
    'Mac OS X 10.15.7',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) ${WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1`,
    'Mobile Safari 17.5.0',
    'iOS 17.5.1',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${WEBKIT} CriOS/126.0.1 Mobile/15E148 Safari/604.1`,
    'Chrome Mobile iOS 126.0.1',
    'iOS 17.5.0',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
    'Samsung Internet 25.0.0',
    'Android 14.0.0',
  ],
  [
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
    'Firefox 127.0.0',
    'Ubuntu 0.0.0',
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36',
    'Chrome 126.0.0',
    'Chrome OS 14541.0.0',
  ],
  ['curl/8.1', 'Other 0.0.0', 'Other 0.0.0'],
  ['', 'Other 0.0.0', 'Other 0.0.0'],
];
for (const [userAgent, browser, os] of DEVICES) {
  test(`“${userAgent.slice(0, 60)}” is ${browser} on ${os}`, () =>
    assert.deepEqual(readUserAgent(userAgent), {browser, os}));
}

test('a user agent that is made to be slow to read is not', () => {
  const start = performance.now();
  readUserAgent(`Mozilla/5.0 ${'Version/1.'.repeat(50_000)}`);
  assert.ok(performance.now() - start < 50);
});

test('cells are quoted where they must be, and never formulas', () => {
  assert.equal(
    csvLine(['a', 'b,c', 'd"e', 'f\ng', null, -5, '-5', '=1', '@x', '\t=1', ['x', '=y'], ' z']),
    `a,"b,c","d""e","f\ng",,-5,'-5,'=1,'@x,'\t=1,"x, =y"," z"\r\n`,
  );
});

test('a local time is read on both sides of a change of clocks', () => {
  const read = (text: string) => new Date(readMoment(text, 'startTime', 'Europe/Stockholm')).toISOString();
  assert.equal(read('2026-03-29T01:59:59'), '2026-03-29T00:59:59.000Z');
  assert.equal(read('2026-03-29T03:00:00'), '2026-03-29T01:00:00.000Z');
  assert.equal(read('2026-10-25T04:00:00'), '2026-10-25T03:00:00.000Z');
  assert.equal(read('2026-07-01'), '2026-06-30T22:00:00.000Z');
  assert.equal(read('2026-07-01T00:00:00Z'), '2026-07-01T00:00:00.000Z');
  assert.equal(read('2026-07-01T00:00:00+05:30'), '2026-06-30T18:30:00.000Z');
});
