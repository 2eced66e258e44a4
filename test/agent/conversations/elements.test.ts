import {expect, waitUntil} from '@open-wc/testing';
import {InboxError} from '../../../src/core/errors.ts';
import '../../../src/agent/conversations/define.ts';
import type {AgentConversation} from '../../../src/agent/conversations/conversation.ts';
import type {AgentConversations} from '../../../src/agent/conversations/conversations.ts';
import {settle} from '../../core/fake-environment.ts';
import {FakeClient, message, summary} from './fake-client.ts';

let fake: FakeClient;
let element: AgentConversation | AgentConversations;
const all = <T extends HTMLElement>(selector: string) => [
  ...element.renderRoot.querySelectorAll<T>(selector),
];
const find = <T extends HTMLElement>(selector: string) => all<T>(selector)[0]!;
const text = (selector: string) =>
  all(selector).map((found) => found.textContent.replace(/\s+/g, ' ').trim());
async function update(): Promise<void> {
  for (let time = 0; time < 3; time++) {
    await settle();
    await element.updateComplete;
  }
}

/** Until a change of size has been told: after the layout of a frame. */
async function nextFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

function show<T extends AgentConversation | AgentConversations>(made: T, height: string): T {
  element = made;
  made.style.setProperty('height', height);
  made.style.setProperty('width', '900px');
  made.client = fake.client;
  made.agentId = 'a1';
  document.body.append(made);
  return made;
}

beforeEach(() => (fake = new FakeClient()));
afterEach(() => element.remove());

describe('the list of conversations', () => {
  const create = () => show(document.createElement('agent-conversations'), '600px');

  it('renders only what can be seen of ten thousand, and loads as it is scrolled', async () => {
    fake.rows = Array.from({length: 10_000}, (_, index) => summary(index));
    create();
    await update();
    expect(all('.row').length).to.be.within(8, 40);
    expect(text('.name')[0]).to.equal('Visitor 0');
    const box = find('.rows');
    for (let page = 0; page < 3; page++) {
      box.scrollTop = box.scrollHeight;
      box.dispatchEvent(new Event('scroll'));
      await update();
      await update();
    }
    expect(all('.row').length).to.be.within(8, 40);
    expect(Number(/\d+/.exec(text('.name').at(-1)!))).to.be.greaterThan(250);
  });

  it('begins names and previews at the side where a right-to-left page begins, whatever they are written in', async () => {
    fake.rows = [summary(1)];
    create().dir = 'rtl';
    await update();
    for (const selector of ['.name', '.preview']) {
      const words = document.createRange();
      words.selectNodeContents(find(selector));
      const [box, line] = [find(selector).getBoundingClientRect(), words.getBoundingClientRect()];
      expect(line.width).to.be.lessThan(box.width - 10);
      expect(Math.abs(line.right - box.right), selector).to.be.lessThan(2);
    }
    expect(getComputedStyle(find('select')).backgroundPosition).to.match(/^(?:left )?8px/);
  });

  it('moves a conversation up when something is said in it, and takes away what left the view', async () => {
    fake.rows = [summary(1), summary(2), summary(3)];
    create();
    await update();
    fake.tell({summary: summary(3, {lastMessageAt: 2_000_000, unread: 1, preview: 'New'}), messages: []});
    await update();
    expect(text('.name')).to.deep.equal(['Visitor 3', 'Visitor 1', 'Visitor 2']);
    expect(text('.count')).to.deep.equal(['1']);
    fake.tell({summary: summary(1, {status: 'closed'}), messages: []});
    await update();
    expect(text('.name')).to.deep.equal(['Visitor 3', 'Visitor 2']);
  });

  it('says which one was chosen, by mouse and by arrow keys', async () => {
    fake.rows = [summary(1), summary(2)];
    create();
    const chosen: string[] = [];
    element.addEventListener('conversation-select', ({id}) => chosen.push(id));
    await update();
    all('.row')[0]!.click();
    await update();
    all('.row')[0]!.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}));
    await update();
    expect(chosen).to.deep.equal(['c1', 'c2']);
    expect(element.shadowRoot!.activeElement).to.equal(all('.row')[1]);
  });

  it('shows who waits and how long, the labels and the tags, and whose each is', async () => {
    const now = Date.now();
    const nadia = {id: 'a1', name: 'Nadia', avatar: null};
    fake.rows = [
      summary(1, {waitingSince: now - 7_260_000, labels: ['Refund'], tags: ['VIP'], agent: nadia}),
      summary(2, {waitingSince: now - 60_000, agent: {...nadia, id: 'a2', name: 'Owen'}}),
      summary(3, {waitingSince: now - 3 * 86_400_000}),
      summary(4),
    ];
    create();
    await update();
    expect(text('.marks')).to.deep.equal([
      'Waiting 2 hr Refund VIP You',
      'Waiting 1 min Owen',
      'Waiting 3 d',
      '',
    ]);
    expect(text('.waits.long')).to.deep.equal(['Waiting 2 hr', 'Waiting 3 d']);
  });

  it('is narrowed to a view, a label or a tag, and words', async () => {
    fake.rows = [summary(1)];
    create();
    await update();
    const last = () => fake.calls.findLast(([name]) => name === 'list')?.[2];
    const choose = async (value: string) => {
      const select = find<HTMLSelectElement>('select');
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await update();
    };
    expect(text('option')).to.deep.equal(['Any label', 'Refund', 'VIP']);
    await choose('VIP');
    expect(last()).to.deep.include({view: 'open', tag: 'VIP'});
    await choose('Refund');
    expect(last()).to.deep.include({view: 'open', label: 'Refund'}).and.not.have.property('tag');
    await choose('');
    expect(last()).not.to.have.any.keys('label', 'tag');
    all('.view')[4]!.click();
    await update();
    expect(last()).to.deep.include({view: 'closed'});
    fake.rows = [];
    const search = find<HTMLInputElement>('input');
    search.value = 'dahlia';
    search.dispatchEvent(new Event('input'));
    await waitUntil(() => text('.empty b')[0] === 'Nothing found');
    expect(last()).to.deep.include({view: 'closed', query: 'dahlia'});
    find('.empty button').click();
    await update();
    expect(last()).to.deep.include({view: 'all', query: 'dahlia'});
  });

  it('counts a conversation that was not there before as the platform counts it', async () => {
    fake.rows = [summary(1)];
    create();
    await update();
    expect(text('.view')[0]).to.equal('Open 1');
    fake.rows = [summary(2), summary(1)];
    fake.tell({summary: summary(2, {unread: 1}), messages: []});
    await waitUntil(() => text('.view')[0] === 'Open 2');
  });

  it('is reached by the tab key also where the open conversation is not among its rows', async () => {
    fake.rows = [summary(1), summary(2)];
    const made = create();
    made.selected = 'c9';
    await update();
    expect(all('.row').map(({tabIndex}) => tabIndex)).to.deep.equal([0, -1]);
    made.selected = 'c2';
    await update();
    expect(all('.row').map(({tabIndex}) => tabIndex)).to.deep.equal([-1, 0]);
  });

  it('is accessible, and shows no markup of a visitor’s', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    fake.rows = [summary(1, {name: evil, preview: evil, labels: [evil], waitingSince: 1, unread: 2})];
    create();
    await update();
    expect(all('img')).to.deep.equal([]);
    expect(text('.name')).to.deep.equal([evil]);
    await expect(element).to.be.accessible();
  });

  it('leaves nothing behind', async () => {
    create();
    await update();
    element.remove();
    expect(fake.listeners.size).to.equal(0);
  });
});

describe('a conversation', () => {
  async function create(id = 'c1'): Promise<AgentConversation> {
    const made = show(document.createElement('agent-conversation'), '700px');
    made.conversation = id;
    await update();
    await update();
    return made;
  }
  const write = (value: string) => {
    const field = find<HTMLTextAreaElement>('textarea');
    field.value = value;
    field.setSelectionRange(value.length, value.length);
    field.dispatchEvent(new Event('input'));
    return field;
  };
  const press = (key: string) =>
    find('textarea').dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));

  it('shows messages, notes and what happened, and what is new as it comes', async () => {
    fake.messages = [
      message(1, {author: 'system', text: '{"type":"visitorJoin","currentPage":"https://shop.test/"}'}),
      message(2),
      message(3, {author: 'note', name: 'Nadia', text: 'Careful'}),
      message(4, {author: 'system', text: 'no JSON'}),
    ];
    await create();
    expect(text('.system')[0]).to.match(/^Chat began on https:\/\/shop.test\//);
    expect(text('.bubble')).to.deep.equal(['Message 2', 'Careful']);
    fake.tell({summary: summary(1), messages: [message(5, {text: 'Live'})]});
    fake.tell({summary: summary(2), messages: [message(6, {text: 'Of another one'})]});
    await update();
    expect(text('.bubble')).to.deep.equal(['Message 2', 'Careful', 'Live']);
  });

  it('shows the end of the messages, also when it gets its room only after them', async () => {
    fake.messages = Array.from({length: 40}, (_, index) => message(index + 1));
    const made = await create();
    made.style.height = '9000px';
    await nextFrames();
    made.style.height = '700px';
    await nextFrames();
    const box = find('.log');
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight + 100);
    expect(box.scrollHeight - box.scrollTop - box.clientHeight).to.be.lessThan(2);
    box.scrollTop = 0;
    made.requestUpdate();
    await update();
    made.style.height = '500px';
    await nextFrames();
    expect(box.scrollTop, 'whoever reads above stays there').to.equal(0);
  });

  it('has room for its head in the narrowest place that has the card beside it', async () => {
    fake.details = {name: 'Somebody with a very long name', presentUntil: Date.now() + 60_000};
    const made = await create();
    made.style.width = '722px';
    await nextFrames();
    const [header, button] = [find('header'), find('header .button')];
    expect(find('.card').getBoundingClientRect().left).to.be.greaterThan(
      header.getBoundingClientRect().right - 1,
    );
    expect(button.getBoundingClientRect().right).to.be.at.most(header.getBoundingClientRect().right);
  });

  it('says under the last answer that the visitor has seen it, whatever they have seen after it', async () => {
    fake.messages = [1, 2, 3, 4].map((id) => message(id, {author: id < 4 ? 'agent' : 'visitor'}));
    fake.details = {readByVisitor: 2};
    await create();
    expect(text('.message:has(.seen) .bubble')).to.deep.equal(['Message 2']);
    fake.details = {readByVisitor: 4};
    fake.tell({summary: summary(1, {readByVisitor: 4}), messages: []});
    await update();
    await update();
    expect(text('.message:has(.seen) .bubble')).to.deep.equal(['Message 3']);
  });

  it('answers, or adds a note, and keeps what could not be sent', async () => {
    await create();
    write('Hello');
    press('Enter');
    await update();
    expect(fake.calls.find(([name]) => name === 'reply')?.[2]).to.include({text: 'Hello', isNote: false});
    fake.failure = new InboxError('offline', 'no');
    write('Dear');
    press('Enter');
    await update();
    expect(find<HTMLTextAreaElement>('textarea').value).to.equal('Dear');
    expect(text('[role=alert]')[0]).to.match(/Not sent/);
  });

  it('keeps what was typed for one conversation while another is looked at', async () => {
    const made = await create('c1');
    write('For the first');
    made.conversation = 'c2';
    await update();
    await update();
    expect(find<HTMLTextAreaElement>('textarea').value).to.equal('');
    made.conversation = 'c1';
    await update();
    await update();
    expect(find<HTMLTextAreaElement>('textarea').value).to.equal('For the first');
  });

  it('keeps a note a note, and the files with it, while another conversation is looked at', async () => {
    const made = await create('c1');
    find('.composer .tabs button:nth-child(2)').click();
    write('Between us');
    const input = find<HTMLInputElement>('input[type=file]');
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'plan.txt'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await update();
    for (const id of ['c2', 'c1']) {
      made.conversation = id;
      await update();
      await update();
      expect(all('.tools .chip')).to.have.length(id === 'c1' ? 1 : 0);
    }
    press('Enter');
    await update();
    const [, id, sent] = fake.calls.find(([name]) => name === 'reply')!;
    expect(id).to.equal('c1');
    expect(sent).to.deep.include({text: 'Between us', isNote: true, attachmentIds: ['of plan.txt']});
  });

  it('takes files that are pasted, as many as a message may have', async () => {
    await create();
    const clipboardData = new DataTransfer();
    for (let file = 0; file < 6; file++) clipboardData.items.add(new File(['x'], `${file}.txt`));
    // Firefox gives no clipboard with files to an event that is made.
    const paste = Object.assign(new Event('paste', {cancelable: true}), {clipboardData});
    find('textarea').dispatchEvent(paste);
    expect(paste.defaultPrevented).to.equal(true);
    await waitUntil(() => all('[role=alert]').length);
    expect(all('.tools .chip')).to.have.length(5);
    expect(text('[role=alert]')).to.deep.equal(['At most 5 files in one message']);
  });

  it('offers canned answers at a slash, by arrow keys as well, and puts the chosen one in its place', async () => {
    await create();
    write('Ada, /h');
    await update();
    expect(text('[role=option]')).to.deep.equal(['/hi Hello there', '/hours Nine to five']);
    expect(text('[aria-selected=true]')).to.deep.equal(['/hi Hello there']);
    await expect(element).to.be.accessible();
    press('ArrowDown');
    await update();
    expect(text(`#${find('textarea').getAttribute('aria-activedescendant')}`)).to.deep.equal([
      '/hours Nine to five',
    ]);
    press('Enter');
    await update();
    expect(find<HTMLTextAreaElement>('textarea').value).to.equal('Ada, Nine to five');
    expect(fake.calls.filter(([name]) => name === 'reply')).to.deep.equal([]);
  });

  it('shows a picture large, from where it can be saved', async () => {
    const attachments = [{id: 'p', name: 'leaf.png', type: 'image/png', size: 2048}];
    fake.messages = [message(1, {text: '', attachments})];
    await create();
    find('.picture').focus();
    find('.picture').click();
    await update();
    const dialog = find<HTMLDialogElement>('dialog');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(find<HTMLImageElement>('dialog img').getAttribute('src')).to.equal('/files/c1/p');
    expect(find<HTMLAnchorElement>('dialog a').download).to.equal('leaf.png');
    await expect(element).to.be.accessible();
    dialog.close();
    await waitUntil(() => !find('dialog'));
    expect(element.shadowRoot!.activeElement).to.equal(find('.picture'));
  });

  it('saves what is written as a canned answer', async () => {
    await create();
    write('We are open from nine to five.');
    find('[aria-label="Save as canned answer"]').click();
    await update();
    find<HTMLInputElement>('.saving input').value = 'open';
    find<HTMLFormElement>('.saving').requestSubmit();
    await update();
    const [, saved] = fake.calls.find(([name]) => name === 'saveCannedAnswer')!;
    expect(saved).to.deep.equal({shortcut: 'open', text: 'We are open from nine to five.'});
    expect(find('.saving')).to.equal(undefined);
  });

  it('gives and takes labels and tags, and hands the conversation to somebody', async () => {
    fake.details = {labels: ['Refund'], tags: ['Old'], version: 7};
    await create();
    const add = (label: string, value: string) => {
      const input = find<HTMLInputElement>(`[aria-label="${label}"]`);
      input.value = value;
      input.dispatchEvent(new Event('change'));
    };
    add('Add a label', ' Delivery ');
    add('Add a tag', 'VIP');
    find('[aria-label="Remove Refund"]').click();
    find('[aria-label="Remove Old"]').click();
    const select = find<HTMLSelectElement>('header select');
    select.value = 'a1';
    select.dispatchEvent(new Event('change'));
    await update();
    const changes = fake.calls.filter(([name]) => name === 'mark').map(([, id, marks]) => [id, marks]);
    expect(changes).to.deep.equal([
      ['c1', {addLabels: ['Delivery'], removeLabels: []}],
      ['c1', {addTags: ['VIP'], removeTags: []}],
      ['c1', {addLabels: [], removeLabels: ['Refund']}],
      ['c1', {addTags: [], removeTags: ['Old']}],
    ]);
    expect(fake.calls.find(([name]) => name === 'assign')).to.deep.equal(['assign', 'c1', 'a1', 7]);
  });

  it('leaves the cross of a long label in sight', async () => {
    fake.details = {
      labels: ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'],
    };
    await create();
    const [chip, cross] = [find('.card .chip'), find('.card .chip svg')];
    expect(chip.getBoundingClientRect().right).to.be.at.most(find('.card').getBoundingClientRect().right);
    expect(cross.getBoundingClientRect().right).to.be.at.most(chip.getBoundingClientRect().right);
    expect(cross.getBoundingClientRect().width).to.equal(12);
  });

  it('shows all that is known of the visitor, their cards and their way', async () => {
    fake.details = {
      name: 'Ada',
      visitor: {
        externalId: 'x-42',
        trafficType: 'Organic',
        searchEngine: 'Bing',
        browser: 'Chrome 126.0.0',
        os: 'Windows 10 0.0.0',
        city: 'Stockholm',
        country: 'Sweden',
        language: 'sv',
        lastVisitAt: Date.UTC(2026, 10, 30, 12),
        firstVisitAt: Date.UTC(2026, 10, 1, 12),
        exitPage: 'https://shop.test/cart',
        pageTitle: 'Cart',
      },
      cards: [{id: 'Basket', data: '3 packets', updatedAt: 0}],
      pages: [
        {url: 'https://shop.test/cart', title: 'Cart', at: 2},
        {url: 'https://shop.test/', title: 'Start', at: 1},
      ],
    };
    await create();
    const known = text('.card .field').map((field) => field.replace(/\d\d:\d\d$/, '…'));
    expect(known).to.deep.equal([
      'Basket 3 packets',
      'Name Ada',
      'External id x-42',
      'Came from Organic',
      'Search engine Bing',
      'Browser Chrome 126.0.0',
      'System Windows 10 0.0.0',
      'City Stockholm',
      'Country Sweden',
      'Language sv',
      'Page Cart',
      'This visit 30 Nov 2026, …',
      'First visit 1 Nov 2026, …',
      'Channel V1',
    ]);
    expect(all<HTMLAnchorElement>('.pages a').map(({href}) => href)).to.deep.equal([
      'https://shop.test/cart',
      'https://shop.test/',
    ]);
  });

  it('tells an agent that a colleague was faster, and shows how it is now', async () => {
    await create();
    fake.failure = new InboxError('refused', 'conflict', {status: 409});
    find('header .button').click();
    await update();
    await update();
    expect(text('[role=alert]')[0]).to.match(/colleague was faster/);
  });

  it('is accessible, and makes neither markup nor links of what is none', async () => {
    const evil = '<img src=x onerror=alert(1)> javascript:alert(1)';
    fake.messages = [message(1, {text: evil})];
    fake.details = {
      name: evil,
      labels: [evil],
      cards: [{id: evil, data: evil, updatedAt: 0}],
      pages: [{url: 'javascript:alert(1)', title: evil, at: 0}],
    };
    await create();
    expect(all('img')).to.deep.equal([]);
    expect(all<HTMLAnchorElement>('a').filter(({href}) => !/^https?:/.test(href))).to.deep.equal([]);
    expect(text('.bubble')).to.deep.equal([evil]);
    await expect(element).to.be.accessible();
  });

  it('loads older messages above what is read', async () => {
    fake.messages = Array.from({length: 250}, (_, index) => message(index + 1));
    await create();
    expect(all('.bubble')).to.have.length(100);
    find('.log .text-button').click();
    await update();
    await update();
    expect(all('.bubble')).to.have.length(200);
  });
});
