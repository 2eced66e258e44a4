import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/agent/profile/define.ts';
import type {AgentContactProfile} from '../../../src/agent/profile/contact-profile.ts';
import type {ClientRunInput, RunInput, RunResult} from '../../../src/agent/profile/profile-client.ts';
import {LONG, overflowOf} from '../support/overflow.ts';

const maya = {
  id: 'c1',
  name: 'Maya Okafor',
  emails: ['maya@example.com'],
  phones: ['+44 117'],
  externalId: 'x-1',
};
const omar = {id: 'c2', name: 'Omar', emails: [], phones: []};
const inbox = {id: 'i1', name: 'Chat'};

const template = (title: string) => ({
  version: 1,
  type: 'card',
  title,
  sections: [{type: 'key-value-list', items: [{label: 'Tier', value: '{{tier}}'}]}],
});

/** A platform whose answers the test gives one by one. */
class FakePlatform {
  names = ['CRM', 'Orders', 'Slow'];
  runs: {
    id: string;
    input: RunInput;
    signal: AbortSignal;
    answer: (result: RunResult) => Promise<void>;
    fail: (error: Error) => Promise<void>;
  }[] = [];
  clientRuns: ClientRunInput[] = [];
  clientAnswer: unknown = null;

  inboxIntegrations = () =>
    Promise.resolve(
      this.names.map((name) => ({
        integration: {id: name, name, isActive: name !== 'Inactive', display: true, template: template(name)},
        isEnabled: name !== 'Off',
      })),
    );
  runIntegration = (id: string, input: RunInput, signal: AbortSignal) =>
    new Promise<RunResult>((resolve, reject) => {
      const answer = (result: RunResult) => (resolve(result), settle());
      const fail = (error: Error) => (reject(error), settle());
      this.runs.push({id, input, signal, answer, fail});
    });
  runClientIntegration = (input: ClientRunInput) => {
    this.clientRuns.push(input);
    return Promise.resolve({response: this.clientAnswer, error: null});
  };
  of(id: string) {
    return this.runs.findLast((run) => run.id === id)!;
  }
}

/** All that a few turns of promises and one rendering do. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

async function open(platform: FakePlatform, more: Partial<AgentContactProfile> = {}) {
  const element = await fixture<AgentContactProfile>(
    html`<agent-contact-profile
      .client=${platform}
      .contact=${maya}
      .inbox=${inbox}
    ></agent-contact-profile>`,
  );
  Object.assign(element, more);
  await settle();
  return element;
}
const textOf = (element: AgentContactProfile) => element.renderRoot.textContent.replace(/\s+/g, ' ');
const cards = (element: AgentContactProfile) =>
  [...element.renderRoot.querySelectorAll('.box')].map((box) => ({
    box,
    name: box.getAttribute('aria-label'),
    isBusy: box.getAttribute('aria-busy') === 'true',
    text: box.textContent.replace(/\s+/g, ' ').trim(),
    refresh: box.querySelector<HTMLElement>('.refresh')!,
  }));
const card = (element: AgentContactProfile, name: string) =>
  cards(element).find((card) => card.name === name)!;

describe('the contact’s profile', () => {
  it('says who it is, and asks for everything at once when it opens', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    expect(textOf(element))
      .to.contain('Maya Okafor')
      .and.to.contain('maya@example.com')
      .and.to.contain('x-1');
    expect(platform.runs.map(({id, input}) => [id, input])).to.deep.equal(
      ['CRM', 'Orders', 'Slow'].map((id) => [id, {contactId: 'c1', inboxId: 'i1'}]),
    );
    expect(platform.clientRuns).to.deep.equal([{view: 'contact', contactId: 'c1'}]);
    expect(cards(element).every(({isBusy}) => isBusy)).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('lets no slow and no failing card delay the others', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    await platform
      .of('Orders')
      .fail(Object.assign(new Error('The system did not answer in time.'), {status: 502}));
    await platform.of('CRM').answer({data: {tier: 'Gold'}});
    expect(card(element, 'CRM').text).to.contain('Gold');
    expect(card(element, 'Orders').text).to.contain('couldn’t be loaded').and.to.contain('in time.');
    expect(card(element, 'Slow').isBusy).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('shows each of twenty cards the moment its answer is there, whatever becomes of the others', async () => {
    const platform = new FakePlatform();
    platform.names = Array.from({length: 20}, (_, index) => `System ${index}`);
    const element = await open(platform);
    // All are on their way before the first has answered.
    expect(platform.runs).to.have.length(20);
    const shown = () => cards(element).filter(({text}) => text.includes('Gold'));
    const failed = () => cards(element).filter(({text}) => text.includes('couldn’t be loaded'));
    const isSlow = (index: number) => index % 5 === 2;
    const isFailing = (index: number) => index % 4 === 1;
    // The last asked answers first; every fifth never does.
    let [answers, failures] = [0, 0];
    for (let index = 19; index >= 0; index--) {
      const run = platform.of(`System ${index}`);
      if (isSlow(index)) continue;
      if (isFailing(index)) {
        await run.fail(Object.assign(new Error('Out of order.'), {status: 502}));
        failures++;
      } else {
        await run.answer({data: {tier: `Gold ${index}`}});
        answers++;
      }
      expect([shown().length, failed().length]).to.deep.equal([answers, failures]);
    }
    expect(
      cards(element)
        .filter(({isBusy}) => isBusy)
        .map(({name}) => name),
    ).to.deep.equal([2, 7, 12, 17].map((index) => `System ${index}`));
    // In the order of the list, whoever answered first.
    expect(shown()[0]!.text).to.contain('Gold 0');
  });

  it('runs only what is switched on, active and shown', async () => {
    const platform = new FakePlatform();
    platform.names = ['CRM', 'Off', 'Inactive'];
    await open(platform);
    expect(platform.runs.map(({id}) => id)).to.deep.equal(['CRM']);
  });

  it('keeps what was known while it refreshes, and when that fails', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    await platform.of('CRM').answer({data: {tier: 'Gold'}});
    card(element, 'CRM').refresh.click();
    await settle();
    expect(platform.of('CRM').input.refresh).to.equal(true);
    expect(card(element, 'CRM').text).to.contain('Gold');
    expect(card(element, 'CRM').isBusy).to.equal(true);
    await platform.of('CRM').answer({error: {code: 'timeout', message: 'It took too long.'}});
    expect(card(element, 'CRM').text).to.contain('Gold').and.to.contain('It took too long.');
    expect(card(element, 'CRM').isBusy).to.equal(false);
  });

  it('tries again on demand', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    await platform.of('CRM').answer({error: {code: 'http-status', message: 'The system said 500.'}});
    card(element, 'CRM').box.querySelector<HTMLElement>('.failure .button')!.click();
    await settle();
    await platform.of('CRM').answer({data: {tier: 'Silver'}});
    expect(card(element, 'CRM').text).to.contain('Silver').and.not.to.contain('500');
  });

  it('asks once where it is asked twice', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    card(element, 'CRM').refresh.click();
    card(element, 'CRM').refresh.click();
    await settle();
    expect(platform.runs.filter(({id}) => id === 'CRM')).to.have.length(1);
  });

  it('refreshes all, and says once how it went', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    for (const {answer} of [...platform.runs]) await answer({data: {tier: 'Gold'}});
    const before = platform.runs.length;
    const done = element.refreshAll();
    await settle();
    expect(platform.runs.slice(before).every(({input}) => input.refresh)).to.equal(true);
    await platform.of('CRM').answer({data: {tier: 'Gold'}});
    await platform.of('Orders').answer({error: {code: 'timeout', message: 'late'}});
    await platform.of('Slow').answer({data: {tier: 'Gold'}});
    await done;
    await settle();
    expect(element.renderRoot.querySelector('[role="status"]')!.textContent).to.equal(
      '3 of 4 refreshed. Orders couldn’t be refreshed.',
    );
  });

  it('takes nothing of one contact over to the next', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    await platform.of('CRM').answer({data: {tier: 'Mayas tier'}});
    const late = platform.of('Orders');
    element.contact = omar;
    await settle();
    expect(late.signal.aborted).to.equal(true);
    await late.answer({data: {tier: 'Mayas order'}});
    await settle();
    expect(textOf(element)).not.to.contain('Mayas').and.not.to.contain('maya@');
    expect(platform.of('CRM').input.contactId).to.equal('c2');
    await platform.of('CRM').answer({data: {tier: 'Omars tier'}});
    expect(card(element, 'CRM').text).to.contain('Omars tier');
  });

  it('ends its requests with the element', async () => {
    const platform = new FakePlatform();
    const element = await open(platform);
    element.remove();
    expect(platform.runs.every(({signal}) => signal.aborted)).to.equal(true);
  });

  it('shows what the client integration knows, also of somebody who is no contact', async () => {
    const platform = new FakePlatform();
    platform.clientAnswer = {
      contactName: 'Caller 7',
      contactLink: {url: 'https://crm.example/7', text: 'Open in CRM'},
      blocks: [{name: 'Refunds', data: [{type: 'list', rows: [{label: 'Open', text: '2'}]}]}],
    };
    const element = await open(platform, {contact: null, view: 'call', viewId: 'v7'});
    await settle();
    expect(platform.clientRuns.at(-1)).to.deep.equal({view: 'call', callId: 'v7'});
    expect(textOf(element)).to.contain('Caller 7').and.to.contain('Open in CRM');
    const blocks = element.renderRoot.querySelector('agent-blocks')!;
    await blocks.updateComplete;
    expect(blocks.renderRoot.textContent).to.contain('Refunds');
    expect(blocks.renderRoot.textContent).not.to.contain('Caller 7');
  });

  it('says why there are no integrations where they cannot be had', async () => {
    const platform = new FakePlatform();
    platform.inboxIntegrations = () => Promise.reject(new TypeError('Failed to fetch'));
    const element = await open(platform);
    expect(textOf(element)).to.contain('couldn’t be loaded').and.to.contain('Check your connection');
  });

  it('fits into 290 pixels', async () => {
    const {word, number, url} = LONG;
    const platform = new FakePlatform();
    platform.names = ['CRM', word];
    platform.clientAnswer = {contactName: word, contactLink: {url, text: word}};
    const [email, phone] = [`${word}@example.com`, String(number)];
    const attributes = {[word]: word, number, url, list: [word, word], nested: {[word]: {[word]: url}}};
    const contact = {id: 'c9', name: word, emails: [email], phones: [phone], externalId: word, attributes};
    const element = await open(platform, {contact});
    element.style.width = '290px';
    await platform.of('CRM').answer({data: {tier: word}});
    await platform.of(word).answer({error: {code: 'timeout', message: word}});
    await settle();
    for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
    expect(overflowOf(element)).to.deep.equal([]);
    expect(element.scrollWidth).to.be.at.most(290);
  });
});
