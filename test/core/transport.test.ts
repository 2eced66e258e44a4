import {expect, waitUntil} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';
import {fetchCount} from '../../src/core/api/count.ts';
import {fetchAll} from '../../src/core/api/messages.ts';
import type {InboxError} from '../../src/core/errors.ts';
import {createSession} from '../../src/core/session.ts';
import {createTransport} from '../../src/core/transport.ts';
import {FakeEnvironment} from './fake-environment.ts';
import {network} from './network.ts';

const API = 'https://platform.test';
const COUNT = `${API}/appinbox/v1/messages/count`;

function setUp(callback?: () => Promise<string>) {
  const environment = new FakeEnvironment();
  let serial = 0;
  const asked: string[] = [];
  const session = createSession({
    environment,
    onChange: () => {},
    getAuthTokenCallback: () => {
      asked.push('asked');
      return callback ? callback() : Promise.resolve(`site-${++serial}`);
    },
  });
  const transport = createTransport({apiUrl: `${API}/`, session, environment, onReach: () => {}});
  return {environment, session, transport, asked};
}

const failure = (promise: Promise<unknown>): Promise<InboxError> =>
  promise.then(
    () => expect.fail('it succeeded'),
    (error: InboxError) => error,
  );

describe('createTransport', () => {
  before(() => network.enable());
  afterEach(() => network.resetHandlers());
  after(() => network.disable());

  it('sends each token once and uses the one that the answer brings', async () => {
    const seen: (string | null)[] = [];
    network.use(
      http.get(COUNT, ({request}) => {
        seen.push(request.headers.get('ES-TOKEN'));
        return HttpResponse.json({count: 3}, {headers: {'ES-TOKEN': `next-${seen.length}`}});
      }),
    );
    const {transport} = setUp();
    await Promise.all([fetchCount(transport), fetchCount(transport), fetchCount(transport)]);
    expect(seen).to.deep.equal(['site-1', 'next-1', 'next-2']);
  });

  it('keeps the token where the platform sends no new one', async () => {
    const seen: (string | null)[] = [];
    network.use(
      http.get(COUNT, ({request}) => {
        seen.push(request.headers.get('ES-TOKEN'));
        return HttpResponse.json({unreadCount: 1});
      }),
    );
    const {transport} = setUp();
    expect(await fetchCount(transport)).to.equal(1);
    await fetchCount(transport);
    expect(seen).to.deep.equal(['site-1', 'site-1']);
  });

  it('runs one request at a time', async () => {
    let open = 0;
    let most = 0;
    network.use(
      http.get(COUNT, async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        open--;
        return HttpResponse.json({count: 0});
      }),
    );
    const {transport} = setUp();
    await Promise.all(Array.from({length: 5}, () => fetchCount(transport)));
    expect(most).to.equal(1);
  });

  it('renews the token once after a 401 and repeats the request', async () => {
    network.use(
      http.get(COUNT, ({request}) =>
        request.headers.get('ES-TOKEN') === 'site-2'
          ? HttpResponse.json({count: 9})
          : HttpResponse.json({code: 'invalid-token'}, {status: 401}),
      ),
    );
    const {transport, asked} = setUp();
    expect(await fetchCount(transport)).to.equal(9);
    expect(asked).to.have.length(2);
  });

  it('does not loop where every token is refused', async () => {
    let requests = 0;
    network.use(
      http.get(COUNT, () => {
        requests++;
        return new HttpResponse(null, {status: 401});
      }),
    );
    const {transport, asked} = setUp();
    expect((await failure(fetchCount(transport))).code).to.equal('unauthorized');
    expect(requests).to.equal(2);
    expect(asked).to.have.length(2);
  });

  it('goes on with the next request after one has failed', async () => {
    network.use(
      http.get(COUNT, () => HttpResponse.error(), {once: true}),
      http.get(COUNT, () => HttpResponse.json({count: 2})),
    );
    const {transport} = setUp();
    const first = failure(fetchCount(transport));
    const second = fetchCount(transport);
    expect((await first).code).to.equal('offline');
    expect(await second).to.equal(2);
  });

  it('never sends what one contact asked with the token of the next', async () => {
    const tokens = ['c_anna1234.1', 'c_bert1234.1'];
    const seen: (string | null)[] = [];
    network.use(
      http.get(COUNT, ({request}) => {
        seen.push(request.headers.get('ES-TOKEN'));
        return new HttpResponse(null, {status: seen.length === 1 ? 401 : 200});
      }),
    );
    const {transport} = setUp(() => Promise.resolve(tokens.shift()!));
    expect((await failure(fetchCount(transport))).code).to.equal('ended');
    expect(seen).to.deep.equal(['c_anna1234.1']);
  });

  it('never puts the token into an address', async () => {
    let url = '';
    network.use(
      http.get(COUNT, ({request}) => {
        url = request.url;
        return HttpResponse.json({count: 0});
      }),
    );
    await fetchCount(setUp().transport);
    expect(url).to.equal(COUNT);
  });

  const json = (body: string, status = 200, headers: Record<string, string> = {}) =>
    new HttpResponse(body, {status, headers: {'Content-Type': 'application/json', ...headers}});

  const answers: [string, () => Response, string][] = [
    [
      'HTML',
      () => new HttpResponse('<!doctype html><h1>Hello', {headers: {'Content-Type': 'text/html'}}),
      'invalid-response',
    ],
    ['null', () => json('null'), 'invalid-response'],
    ['half a JSON', () => json('{"count": 1'), 'invalid-response'],
    ['nothing', () => json(''), 'invalid-response'],
    ['200 with an error', () => json('{"error": "database is down"}'), 'invalid-response'],
    ['a count that is no number', () => json('{"count": "<b>3</b>"}'), 'invalid-response'],
    ['a negative count', () => json('{"count": -1}'), 'invalid-response'],
    ['500', () => json('oops', 500), 'unavailable'],
    ['503', () => json('{}', 503), 'unavailable'],
    ['429', () => json('{}', 429), 'unavailable'],
    ['403', () => json('{"code": "forbidden-origin"}', 403), 'refused'],
    ['404', () => json('', 404), 'refused'],
    ['a network failure', () => HttpResponse.error(), 'offline'],
  ];
  for (const [name, answer, code] of answers) {
    it(`fails with "${code}" when the platform answers ${name}`, async () => {
      network.use(http.get(COUNT, answer));
      const {transport, session, environment} = setUp();
      expect((await failure(fetchCount(transport))).code).to.equal(code);
      expect(session.state).to.equal('authenticated');
      expect(environment.leftovers.timers).to.equal(0);
    });
  }

  it('tells how long the platform asks to wait, in seconds or as a date', async () => {
    const {transport, environment} = setUp();
    network.use(http.get(COUNT, () => json('{}', 429, {'Retry-After': '7'}), {once: true}));
    expect((await failure(fetchCount(transport))).retryAfter).to.equal(7000);
    const date = new Date(environment.now() + 60_000).toUTCString();
    network.use(http.get(COUNT, () => json('{}', 503, {'Retry-After': date}), {once: true}));
    expect((await failure(fetchCount(transport))).retryAfter).to.be.within(58_000, 60_000);
    network.use(http.get(COUNT, () => json('{}', 503, {'Retry-After': '99999999'}), {once: true}));
    expect((await failure(fetchCount(transport))).retryAfter).to.equal(3_600_000);
  });

  for (const end of ['ends', 'does not end']) {
    it(`gives up on a platform that never answers, where the browser ${end} what is aborted`, async () => {
      const {transport, environment} = setUp();
      let isAsked = false;
      environment.handler = (_url, {signal}) => {
        isAsked = true;
        return new Promise((_resolve, reject) => {
          if (end === 'ends') signal!.addEventListener('abort', () => reject(signal!.reason as Error));
        });
      };
      const result = failure(fetchCount(transport));
      await waitUntil(() => isAsked);
      await environment.advance(15_000);
      expect((await result).code).to.equal('timeout');
      environment.handler = () => Promise.resolve(json('{"count": 4}'));
      expect(await fetchCount(transport), 'the next request is free to go').to.equal(4);
    });
  }

  it('gives up on a body that never ends', async () => {
    const {transport, environment} = setUp();
    let isAsked = false;
    environment.handler = (_url, {signal}) => {
      isAsked = true;
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"count":'));
          signal!.addEventListener('abort', () => controller.error(signal!.reason));
        },
      });
      return Promise.resolve(new Response(body));
    };
    const result = failure(fetchCount(transport));
    await waitUntil(() => isAsked);
    await environment.advance(15_000);
    expect((await result).code).to.equal('timeout');
  });
});

describe('fetchAll', () => {
  before(() => network.enable());
  afterEach(() => network.resetHandlers());
  after(() => network.disable());

  const LIST = `${API}/appinbox/v1/messages`;
  const message = (id: number) => ({id: `m${id}`, title: `Message ${id}`, createdDate: id, newMessage: true});

  it('takes ten thousand at once, each of them once', async () => {
    const list = Array.from({length: 10_000}, (_, i) => message(i));
    network.use(
      http.get(LIST, () => HttpResponse.json({list: [...list, ...list.slice(0, 50)], totalPages: null})),
    );
    const page = await fetchAll(setUp().transport, 0);
    expect(page.notifications).to.have.length(10_000);
    expect(page.next).to.equal(null);
  });

  it('leaves out what is no message', async () => {
    network.use(http.get(LIST, () => HttpResponse.json({list: [null, 'x', {}, message(1)], totalPages: 1})));
    expect((await fetchAll(setUp().transport, 0)).notifications.map(({id}) => id)).to.deep.equal(['m1']);
  });

  it('follows a platform that pages all the same', async () => {
    network.use(
      http.get(LIST, ({request}) => {
        const page = Number(new URL(request.url).searchParams.get('page') ?? 0);
        return HttpResponse.json({list: [message(page * 2), message(page * 2 + 1)], totalPages: 3});
      }),
    );
    const {transport} = setUp();
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await fetchAll(transport, 0, cursor);
      ids.push(...page.notifications.map(({id}) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(ids).to.deep.equal(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
  });

  for (const body of ['null', '[]', '{"list": null}', '{"list": {"0": {}}}', '7']) {
    it(`fails when the platform answers ${body}`, async () => {
      network.use(http.get(LIST, () => new HttpResponse(body)));
      expect((await failure(fetchAll(setUp().transport, 0))).code).to.equal('invalid-response');
    });
  }
});
