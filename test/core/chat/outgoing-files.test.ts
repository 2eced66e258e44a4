import {expect} from '@open-wc/testing';
import {createVisitor, type Visitor} from '../../../src/core/chat/visitor.ts';
import {InboxError} from '../../../src/core/errors.ts';
import {FakeEnvironment, settle} from '../fake-environment.ts';
import {FakeVisitors} from './fake-visitors.ts';

const MB = 1024 * 1024;
const textFile = (name: string, text = name) => new File([text], name, {type: 'text/plain'});
const largeFile = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name);

describe('files of a visitor', () => {
  let platform: FakeVisitors;
  let environment: FakeEnvironment;
  let token: string | undefined;
  let visitors: Visitor[];
  let siteId = '';
  let sites = 0;

  /** A page of the site; all of one test share what this browser keeps. */
  function openPage(): Visitor {
    const visitor = createVisitor({
      apiUrl: 'https://platform.test/',
      siteId,
      memory: {
        read: () => token,
        write: (value) => void (token = value),
        clear: () => void (token = undefined),
      },
      environment,
      getVisit: () => ({page: {url: 'https://shop.test/', title: 'Shop'}, referrer: '', language: 'en'}),
    });
    visitors.push(visitor);
    return visitor;
  }

  beforeEach(() => {
    platform = new FakeVisitors();
    environment = new FakeEnvironment();
    environment.handler = platform.answer;
    token = undefined;
    visitors = [];
    siteId = `files-${++sites}-${Math.random()}`;
  });
  afterEach(() => {
    visitors.forEach((visitor) => visitor.end());
    indexedDB.deleteDatabase(`app-inbox-visitor-${siteId}`);
  });

  /** IndexedDB answers in tasks of its own, which no clock of ours moves: in small steps, else storage counts as dead. */
  async function until(holds: () => boolean): Promise<void> {
    for (let turn = 0; turn < 2000 && !holds(); turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      await environment.advance(100);
    }
    expect(holds()).to.equal(true);
  }
  const attachmentsSent = () =>
    platform.events.flatMap((event) => (event.type === 'message' ? [event.attachmentIds ?? []] : []));

  it('are kept while the platform cannot be reached, also over a reload, and go with their message, once', async () => {
    platform.isOffline = true;
    const first = openPage();
    await first.send('Here it is', [textFile('order.txt', 'Tomatoes')]);
    const [shown] = first.state.entries;
    expect(shown).to.include({text: 'Here it is', status: 'sending'});
    expect(shown!.attachments.map(({name, size}) => [name, size])).to.deep.equal([['order.txt', 8]]);
    first.end();

    const second = openPage();
    await second.start().catch(() => {});
    expect(second.state.entries.map(({text, attachments}) => [text, attachments[0]?.name])).to.deep.equal([
      ['Here it is', 'order.txt'],
    ]);
    const kept = await second.download(second.state.entries[0]!.attachments[0]!);
    expect(await kept.text()).to.equal('Tomatoes');

    platform.isOffline = false;
    // What the page tells of itself may come before.
    await until(() => attachmentsSent().length > 0);
    expect(platform.files).to.deep.equal(['order.txt']);
    expect(attachmentsSent()).to.deep.equal([['a1']]);
    second.end();

    const third = openPage();
    await third.start();
    await settle();
    await environment.advance(60_000);
    expect(platform.files).to.deep.equal(['order.txt']);
  });

  it('are not uploaded twice when the message after them has to be sent again', async () => {
    platform.refusal = () => Response.json({code: 'unavailable'}, {status: 503});
    const visitor = openPage();
    await visitor.send('', [textFile('a.txt'), textFile('b.txt')]);
    await until(() => platform.asked.filter((path) => path === 'POST /events').length > 1);
    platform.refusal = undefined;
    await until(() => attachmentsSent().length > 0);
    expect(platform.files).to.deep.equal(['a.txt', 'b.txt']);
    expect(attachmentsSent()).to.deep.equal([['a1', 'a2']]);
  });

  it('that the platform does not take stay behind, are named, and their message goes', async () => {
    platform.badFiles.add('virus.exe');
    const visitor = openPage();
    await visitor.send('Two files', [textFile('virus.exe'), textFile('good.txt')]);
    await until(() => attachmentsSent().length > 0);
    expect(visitor.state.refusedFiles).to.deep.equal(['virus.exe']);
    expect(attachmentsSent()).to.deep.equal([['a1']]);
    await visitor.send('Next');
    expect(visitor.state.refusedFiles).to.deep.equal([]);
  });

  it('alone, and not taken, make no empty message', async () => {
    platform.badFiles.add('virus.exe');
    const visitor = openPage();
    await visitor.send('', [textFile('virus.exe')]);
    await until(() => visitor.state.refusedFiles.length > 0);
    await until(() => visitor.state.entries.length === 0);
    expect(platform.events).to.deep.equal([]);
  });

  it('are refused before anything is sent where one is too large, or too many wait', async () => {
    platform.isOffline = true;
    const visitor = openPage();
    const problemOf = (files: File[]) =>
      visitor.send('', files).then(
        () => undefined,
        (error: InboxError) => error.problem,
      );
    expect(await problemOf([largeFile('large.png', 5 * MB + 1)])).to.equal('too-large');
    const five = () => [1, 2, 3, 4, 5].map((number) => largeFile(`${number}.bin`, 3 * MB));
    expect(await problemOf(five())).to.equal(undefined);
    expect(await problemOf(five())).to.equal('too-large');
    expect(visitor.state.entries).to.have.length(1);
    expect(await problemOf([largeFile('fits.bin', 3 * MB)])).to.equal(undefined);
  });

  it('and words that were not sent are there after a reload, for the same visitor only', async () => {
    const first = openPage();
    await first.start();
    first.keepDraft({text: 'I wanted to', files: [textFile('order.txt', 'Tomatoes')]});
    first.end();
    const second = openPage();
    let draft = await second.readDraft();
    // Where files have to be kept as bytes, they are kept a moment later than the words.
    while (!draft?.files.length) draft = await second.readDraft();
    expect(draft.text).to.equal('I wanted to');
    expect(await draft.files[0]!.text()).to.equal('Tomatoes');
    token = 'v_other';
    expect(await openPage().readDraft()).to.equal(undefined);
  });

  it('and words that have been sent are no draft any more', async () => {
    const visitor = openPage();
    visitor.keepDraft({text: 'Hello', files: []});
    await environment.advance(1000);
    visitor.keepDraft({text: '', files: []});
    visitor.end();
    expect(await openPage().readDraft()).to.equal(undefined);
  });
});
