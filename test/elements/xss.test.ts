/** Every untrusted field with everything that a hostile sender may put there: nothing runs, nothing is asked for. */
import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {readRichText, sanitizeNatively, sanitizeWithLibrary} from '../../src/elements/base/rich-text.ts';
import {hasNativeSanitizer} from '../../src/elements/base/trusted-html.ts';
import {readNotification} from '../../src/protocol/notification.ts';
import './define.ts';
import {FakeInbox} from './fake-inbox.ts';
import {ADDRESSES, CANARY, VECTORS} from './xss-vectors.ts';
import {asked, beginWatching, expectNothingHappened, page, settle, touch, within} from './xss-witness.ts';

const ALL = Object.values(VECTORS).flat();
const NOW = Date.now();

/** A message as a platform sends it, with something hostile in one field. */
const FIELDS: Record<string, (vector: string) => object> = {
  id: (id) => ({id}),
  title: (title) => ({title}),
  content: (content) => ({content}),
  link: (link) => ({link}),
  image: (image) => ({image}),
  category: (category) => ({category}),
  entity: (entity) => ({entity}),
  severity: (severity) => ({severity}),
  customData: (value) => ({customData: {[value]: value, __proto__: value}}),
  'an avatar’s address': (avatar) => ({customData: {avatar}}),
  'an avatar’s name': (name) => ({customData: {avatar: {name, image: name}}}),
  expiryDate: (expiryDate) => ({expiryDate}),
  'an action’s id': (id) => ({actions: [{id, label: 'Go'}]}),
  'an action’s label': (label) => ({actions: [{id: 'a', label}]}),
  'an action’s link': (link) => ({actions: [{id: 'a', label: 'Go', link}]}),
  'an action’s style': (style) => ({actions: [{id: 'a', label: 'Go', style}]}),
};

const read = (fields: object, index = 0) =>
  readNotification(
    {id: `n${index}`, title: 'Title', createdDate: NOW - index, newMessage: true, ...fields},
    NOW,
  )!;

describe('what a hostile sender may send', () => {
  const box = document.createElement('div');
  const address = location.href;
  beforeEach(() => {
    beginWatching();
    document.body.append(box);
  });
  afterEach(() => box.replaceChildren());

  it('would be noticed: the same without protection runs and asks', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>parent.__xss=1</script>`;
    box.append(frame);
    const image = new Image();
    image.src = `${CANARY}/control.png`;
    await Promise.all([
      new Promise((resolve) => (frame.onload = resolve)),
      new Promise((resolve) => (image.onerror = resolve)),
    ]);
    await settle();
    expect(page.__xss).to.equal(1);
    expect(asked()).to.have.length(1);
  });

  it('is a hundred and fifty things, each another', () => {
    expect(ALL.length).to.be.at.least(150);
    expect(new Set(ALL).size).to.equal(ALL.length);
  });

  for (const [field, make] of Object.entries(FIELDS)) {
    it(`does nothing in ${field}`, async () => {
      for (const [index, vector] of ALL.entries()) {
        const row = document.createElement('app-inbox-notification');
        row.notification = read(make(vector), index);
        box.append(row);
      }
      await settle();
      expect(box.firstElementChild!.shadowRoot!.querySelector('[part=title]')).to.exist;
      await touch(box);
      expectNothingHappened(address);
    }).timeout(20_000);
  }

  it('does nothing in the panel, in all fields at once', async () => {
    const rows = ALL.map((vector, index) =>
      read(
        {
          ...Object.assign({}, ...Object.values(FIELDS).map((make) => make(vector))),
          expiryDate: null,
          id: `${index}`,
        },
        index,
      ),
    );
    const panel = document.createElement('app-inbox-panel');
    panel.heading = ALL[0]!;
    panel.inbox = FakeInbox.with(rows);
    box.append(panel);
    panel.open = true;
    await settle();
    expect([...within(panel.shadowRoot!)].some(({localName}) => localName === 'app-inbox-notification')).to.be
      .true;
    await touch(box);
    expectNothingHappened(address);
    panel.open = false;
  });

  it('is no address to go to', () => {
    for (const vector of ADDRESSES) {
      const {link, actions} = read({link: vector, actions: [{id: 'a', label: 'Go', link: vector}]});
      for (const url of [link, actions[0]!.link]) {
        if (url !== undefined)
          expect(new URL(url, location.href).protocol, vector).to.match(/^(https?|mailto|tel):$/);
      }
    }
  });
});

const sanitizers: Record<string, (html: string) => DocumentFragment | Promise<DocumentFragment>> = {
  'the library': sanitizeWithLibrary,
  ...(hasNativeSanitizer ? {'the browser': sanitizeNatively} : {}),
};

for (const [name, sanitize] of Object.entries(sanitizers)) {
  it(`what ${name} has sanitised stays as it is when it is sanitised again`, async () => {
    const markup = async (html: string) => {
      const holder = document.createElement('div');
      holder.append(await sanitize(html));
      return holder.innerHTML;
    };
    const piece = fc.oneof(
      fc.constantFrom(
        // A frameset takes a body's place: what the library leaves of the rest depends on it.
        ...ALL.filter((vector) => !vector.startsWith('<frameset')),
        '<b>',
        '</b>',
        '<p>',
        '</p>',
        '<a href="/x">',
        '</a>',
        '<ul><li>',
        '<table>',
        '<!--',
        '-->',
      ),
      fc.string({maxLength: 8}),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 5}), async (pieces) => {
        const once = await markup(pieces.join(''));
        expect(await markup(once)).to.equal(once);
      }),
      {numRuns: 300},
    );
  });
}

it('what is shown of a rich text is what was sanitised', async () => {
  for (const vector of ALL) {
    const rich = await readRichText(`<b>x</b>${vector}`);
    if (typeof rich === 'string') continue;
    for (const element of rich.querySelectorAll('*'))
      expect(element.localName).to.not.match(/script|style|svg|math|i?frame/);
  }
});
