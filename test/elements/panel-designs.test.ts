import {expect} from '@open-wc/testing';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {openPanel} from './open-panel.ts';

const two = () =>
  FakeInbox.with([
    makeNotification(0, {category: 'orders', customData: {price: 12}, content: '<b>Bold</b> words'}),
    makeNotification(1, {link: 'https://shop.example/1'}),
  ]);

function template(category: string, ...children: Element[]): HTMLTemplateElement {
  const made = document.createElement('template');
  made.dataset.notification = category;
  made.content.append(...children);
  return made;
}

function field(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  made.dataset.field = name;
  return made;
}

describe('<app-inbox-panel> with designs of the site', () => {
  it('shows what the site’s function gives, and the others as they are', async () => {
    const inbox = two();
    const {panel, rows} = await openPanel(inbox);
    panel.renderNotification = ({id, title}) => {
      if (id !== 'n0') return undefined;
      const own = document.createElement('p');
      own.textContent = `Own: ${title}`;
      return own;
    };
    inbox.patch({notifications: inbox.state.notifications.map((row) => ({...row}))});
    await panel.updateComplete;
    const own = rows()[0]!.querySelector('p')!;
    expect(own.textContent).to.equal('Own: Notification 0');
    expect(own.getClientRects()).to.have.length(1);
    expect(rows()[0]!.shadowRoot!.querySelector('.title')!.getClientRects()).to.have.length(0);
    expect(rows()[1]!.shadowRoot!.querySelector('.title')!.getClientRects()).to.have.length(1);
    own.click();
    expect(inbox.calledWith('click')).to.deep.equal([['n0']]);
    rows()[0]!.focus();
    expect(rows()[0]!.getAttribute('aria-label')).to.equal('Unread, Notification 0');
  });

  it('fills the template of the category with text, and never with markup', async () => {
    const inbox = two();
    const {panel, rows} = await openPanel(inbox);
    const fields = ['title', 'content', 'customData.price', 'customData.none', '__proto__.x'];
    panel.append(template('orders', ...fields.map((name) => field('span', name))));
    inbox.patch({notifications: inbox.state.notifications.map((row) => ({...row}))});
    await panel.updateComplete;
    const texts = [...rows()[0]!.querySelectorAll('[data-field]')].map(({textContent}) => textContent);
    expect(texts).to.deep.equal(['Notification 0', 'Bold words', '12']);
    expect(rows()[1]!.querySelector('.design')).to.equal(null);
  });

  it('puts no address into a template that could run', async () => {
    const inbox = FakeInbox.with([
      makeNotification(0, {customData: {to: 'javascript:alert(1)', at: 'https://shop.example/a.png'}}),
    ]);
    const {panel, rows} = await openPanel(inbox);
    panel.append(
      template('', field('a', 'customData.to'), field('img', 'customData.at'), field('img', 'customData.to')),
    );
    inbox.patch({notifications: inbox.state.notifications.map((row) => ({...row}))});
    await panel.updateComplete;
    expect(rows()[0]!.querySelector('a[data-field]')!.hasAttribute('href')).to.equal(false);
    expect([...rows()[0]!.querySelectorAll('img')].map(({src}) => src)).to.deep.equal([
      'https://shop.example/a.png',
    ]);
  });

  it('shows the notification as it is when the site’s function fails', async () => {
    const inbox = two();
    const {panel, rows} = await openPanel(inbox);
    const {warn} = console;
    const said: unknown[] = [];
    console.warn = (...words: unknown[]) => void said.push(words[0]);
    try {
      panel.renderNotification = () => {
        throw new Error('of the site');
      };
      inbox.patch({notifications: inbox.state.notifications.map((row) => ({...row}))});
      await panel.updateComplete;
    } finally {
      console.warn = warn;
    }
    expect(rows()[0]!.shadowRoot!.querySelector('.title')!.getClientRects()).to.have.length(1);
    expect(said).to.have.length(2);
    expect(said[0]).to.match(/^App Inbox: renderNotification failed/);
  });
});
