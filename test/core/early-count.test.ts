import {expect} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';
import {withEarlyCount} from '../../src/core/early-count.ts';
import {network} from './network.ts';

const COUNT = 'https://platform.test/appinbox/v1/messages/count';
const init = (token: string, signal?: AbortSignal) => ({headers: {'ES-TOKEN': token}, signal});

describe('withEarlyCount', () => {
  before(() => network.enable());
  beforeEach(() => network.use(http.get('https://platform.test/*', () => HttpResponse.text('asked'))));
  afterEach(() => network.resetHandlers());
  after(() => network.disable());
  const early = () => ({token: 't1', answer: Promise.resolve(new Response('early'))});

  it('takes the answer that is on its way, once', async () => {
    const send = withEarlyCount(early());
    expect(await (await send(COUNT, init('t1'))).text()).to.equal('early');
    expect(await (await send(COUNT, init('t1'))).text()).to.equal('asked');
  });

  it('asks for anything else, and with any other token', async () => {
    const send = withEarlyCount(early());
    expect(await (await send(COUNT, init('t2'))).text()).to.equal('asked');
    expect(await (await send('https://platform.test/appinbox/v1/messages', init('t1'))).text()).to.equal(
      'asked',
    );
  });

  it('asks where nothing is on its way', async () => {
    expect(await (await withEarlyCount(undefined)(COUNT, init('t1'))).text()).to.equal('asked');
    expect(await (await withEarlyCount({token: ''})(COUNT, init(''))).text()).to.equal('asked');
  });

  it('gives up on an answer that does not come', async () => {
    const stop = new AbortController();
    const result = withEarlyCount({token: 't1', answer: new Promise(() => {})})(
      COUNT,
      init('t1', stop.signal),
    );
    stop.abort();
    const name = await result.then(
      () => 'answered',
      (error: DOMException) => error.name,
    );
    expect(name).to.equal('AbortError');
  });
});
