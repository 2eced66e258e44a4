import {expect} from '@open-wc/testing';
import {AppFrame} from '../../../src/agent/dashboard-apps/app-frame.ts';
import {HostBridge} from '../../../src/agent/dashboard-apps/host-bridge.ts';
import type {AppStatus} from '../../../src/agent/dashboard-apps/status.ts';
import type {HostMessage} from '../../../src/protocol/app-bridge.ts';
import {FakeClock} from '../../elements/fake-clock.ts';
import {sampleContext} from './support/context.ts';

const APP = 'https://app.example';
const OTHER = 'https://login.example';
const ASK = 'chatwoot-dashboard-app:fetch-info';
const theme = {scheme: 'light', language: 'en', direction: 'ltr'} as const;

interface Post {
  message: unknown;
  origin: string;
  port?: MessagePort;
}

function setUp({origins = [APP]}: {origins?: string[]} = {}) {
  const clock = new FakeClock();
  const posts: Post[] = [];
  const heard: string[] = [];
  let context = sampleContext();
  const bridge = new HostBridge({
    origins,
    aliases: [],
    clock,
    makeNonce: () => 'a challenge',
    post: (message, origin, [port] = []) => posts.push({message, origin, port: port as MessagePort}),
    getText: () => 'the context',
    getState: () => ({...context, theme}),
    perform: ({name}) => Promise.resolve(name),
    onAnswer: () => heard.push('answer'),
    onForeign: (origin) => heard.push(`foreign ${origin}`),
    onGone: () => heard.push('gone'),
  });
  const change = (name: string) => {
    context = sampleContext({contact: {...context.contact, name}});
    bridge.changed();
  };
  return {bridge, clock, posts, heard, change};
}

/** The app's end of a port: what it is told, one after the other. */
async function connect({bridge, posts}: ReturnType<typeof setUp>, nonce: string) {
  bridge.receive({data: {type: 'app-inbox:connect', nonce}, origin: APP});
  const {port} = posts.at(-1)!;
  const told: HostMessage[] = [];
  port!.onmessage = ({data}: MessageEvent<HostMessage>) => told.push(data);
  const until = async (type: HostMessage['type'], count = 1) => {
    while (told.filter((message) => message.type === type).length < count)
      await new Promise((resolve) => setTimeout(resolve, 1));
    return told;
  };
  port!.postMessage({type: 'ready', challenge: 'a challenge'});
  await until('context');
  return {port: port!, told, until};
}

describe('HostBridge', () => {
  it('answers at the app’s origins alone, and tells of others', () => {
    const {bridge, posts, heard} = setUp({origins: [APP, OTHER]});
    bridge.receive({data: ASK, origin: 'https://evil.example'});
    expect(posts).to.deep.equal([]);
    bridge.receive({data: ASK, origin: OTHER});
    expect(posts.map(({origin}) => origin)).to.deep.equal([APP, OTHER]);
    expect(heard).to.deep.equal(['foreign https://evil.example', 'answer']);
  });

  it('says nothing before there is a page that could hear it, and nothing after it is closed', () => {
    const {bridge, clock, posts, change} = setUp();
    change('Ada');
    clock.pass(5000);
    expect(posts).to.deep.equal([]);
    bridge.loaded();
    expect(posts).to.have.length(1);
    change('Grace');
    bridge.close();
    clock.pass(5000);
    expect(posts).to.have.length(1);
    expect(clock.timerCount).to.equal(0);
  });

  it('gives one port for a nonce, and none for one that is too short', () => {
    const {bridge, posts} = setUp();
    for (const nonce of ['0123456789abcdef', '0123456789abcdef', 'short', '', 7, undefined])
      bridge.receive({data: {type: 'app-inbox:connect', nonce}, origin: APP});
    expect(posts).to.have.length(1);
    expect(posts[0]!.message).to.deep.equal({
      type: 'app-inbox:port',
      nonce: '0123456789abcdef',
      challenge: 'a challenge',
    });
    expect(posts[0]!.origin).to.equal(APP);
  });

  it('tells a connected app of what has changed on its port, and no longer by texts', async () => {
    const world = setUp();
    const {until} = await connect(world, 'n'.repeat(20));
    const texts = () => world.posts.filter(({message}) => typeof message === 'string');
    world.change('Grace');
    world.clock.pass(1000);
    const told = await until('context', 2);
    const names = told.flatMap((message) => (message.type === 'context' ? [message.data.contact!.name] : []));
    expect(names).to.deep.equal(['Ada Lovelace', 'Grace']);
    expect(texts()).to.deep.equal([]);
    world.bridge.close();
  });

  it('asks after each load whether the page that connected is still there, and gives it up if not', async () => {
    const world = setUp();
    const {port, until} = await connect(world, 'n'.repeat(20));
    world.bridge.loaded();
    const [ping] = (await until('ping')).filter(({type}) => type === 'ping');
    port.postMessage({type: 'pong', id: (ping as {id: number}).id});
    // Messages keep their order: once this is answered, so was the other.
    port.postMessage({type: 'command', id: 1, name: 'refresh', parameters: {}});
    await until('result');
    world.clock.pass(10_000);
    expect(world.heard).to.deep.equal(['answer']);
    world.bridge.loaded();
    world.clock.pass(10_000);
    expect(world.heard).to.deep.equal(['answer', 'gone']);
    expect(world.posts.at(-1)!.message).to.equal('the context');
  });

  it('tells the app why a command was not carried out, and no more', async () => {
    const world = setUp();
    const {port, until} = await connect(world, 'n'.repeat(20));
    port.postMessage({type: 'command', id: 1, name: 'reboot', parameters: {}});
    port.postMessage({type: 'command', id: 2, name: 'openLink', parameters: {url: 'javascript:alert(1)'}});
    const told = await until('error', 2);
    expect(told.filter(({type}) => type === 'error')).to.deep.equal([
      {type: 'error', id: 1, code: 'unknown'},
      {type: 'error', id: 2, code: 'invalid'},
    ]);
    world.bridge.close();
  });
});

describe('AppFrame', () => {
  function open() {
    const clock = new FakeClock();
    const statuses: AppStatus[] = [];
    const frame = new AppFrame({
      url: 'about:blank',
      origins: [APP],
      aliases: [],
      sandbox: 'allow-scripts',
      allow: 'camera',
      referrerPolicy: 'no-referrer',
      clock,
      getText: () => 'the context',
      getState: () => undefined,
      perform: () => Promise.resolve(),
      onStatus: (status) => statuses.push(status),
    });
    frame.open();
    return {frame, clock, statuses};
  }

  it('limits the page before there is one', () => {
    const {frame} = open();
    const {element} = frame;
    for (const [name, value] of [
      ['sandbox', 'allow-scripts'],
      ['allow', 'camera'],
      ['referrerpolicy', 'no-referrer'],
    ])
      expect(element.getAttribute(name!)).to.equal(value);
    frame.close();
  });

  it('is slow after a while, and leaves nothing behind when it is closed', () => {
    const {frame, clock, statuses} = open();
    expect(statuses).to.deep.equal(['loading']);
    clock.pass(10_000);
    expect(statuses).to.deep.equal(['loading', 'slow']);
    frame.close();
    expect(clock.timerCount).to.equal(0);
  });
});
