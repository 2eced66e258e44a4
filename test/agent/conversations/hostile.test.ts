/** Whatever a visitor has put into a field does nothing at the desk. */
import {expect} from '@open-wc/testing';
import type {ConversationsClient} from '../../../src/agent/conversations/client.ts';
import '../../../src/agent/chat-statistics/define.ts';
import '../../../src/agent/conversations/define.ts';
import {settle as settleNetwork} from '../../core/fake-environment.ts';
import {VECTORS} from '../../elements/xss-vectors.ts';
import {beginWatching, expectNothingHappened, settle, touch} from '../../elements/xss-witness.ts';
import {FakeClient, message, summary} from './fake-client.ts';

const ALL = Object.values(VECTORS).flat();
const NOW = 1_700_000_000_000;

describe('what a visitor has written, at the desk', () => {
  const box = document.createElement('div');
  const address = location.href;
  let fake: FakeClient;

  beforeEach(() => {
    fake = new FakeClient();
    beginWatching();
    document.body.append(box);
  });
  afterEach(() => box.replaceChildren());

  async function show<T extends HTMLElement & {updateComplete: Promise<unknown>}>(element: T): Promise<T> {
    element.style.setProperty('height', '900px');
    box.append(element);
    for (let time = 0; time < 4; time++) {
      await settleNetwork();
      await element.updateComplete;
    }
    await settle();
    return element;
  }

  it('does nothing in the list', async () => {
    // Only what can be seen is there.
    for (let start = 0; start < ALL.length; start += 8) {
      fake.rows = ALL.slice(start, start + 8).map((vector, index) =>
        summary(index, {
          name: vector,
          preview: vector,
          page: vector,
          labels: [vector],
          tags: [vector],
          channel: vector,
        }),
      );
      const list = document.createElement('agent-conversations');
      list.client = fake.client;
      await show(list);
      expect(list.renderRoot.querySelectorAll('.row')).to.have.length(fake.rows.length);
      list.remove();
    }
    expectNothingHappened(address);
  }).timeout(30_000);

  it('does nothing in a conversation, nor in the card of the visitor', async () => {
    fake.messages = [
      ...ALL.map((vector, index) =>
        message(index + 1, {
          text: vector,
          name: vector,
          avatar: vector,
          attachments: [{id: vector, name: vector, type: index % 2 ? 'image/png' : vector, size: 1}],
        }),
      ).slice(-95),
      message(900, {author: 'system', text: JSON.stringify({type: 'visitorJoin', currentPage: ALL[0]})}),
      message(901, {author: 'system', text: JSON.stringify({type: 'rating', rating: 1, comment: ALL[0]})}),
      message(902, {author: 'system', text: ALL[0]}),
    ];
    // The lists hold everything, what is there once one of each class.
    for (const vector of Object.values(VECTORS).map(([first]) => first!)) {
      fake.details = {
        ...summary(1, {name: vector, page: vector, labels: ALL, tags: ALL}),
        visitor: {
          externalId: vector,
          trafficType: vector,
          searchEngine: vector,
          browser: vector,
          os: vector,
          city: vector,
          country: vector,
          language: vector,
          exitPage: vector,
          pageTitle: vector,
          lastVisitAt: NOW,
          firstVisitAt: NOW,
        },
        contact: {id: 'k', name: vector, email: vector, phone: vector, externalId: vector},
        cards: ALL.map((data) => ({id: data, data, updatedAt: NOW})),
        pages: ALL.map((url) => ({url, title: url, at: NOW})),
        chats: ALL.map((comment) => ({startedAt: NOW, endedAt: null, rating: 1, comment})),
      };
      const conversation = document.createElement('agent-conversation');
      conversation.client = fake.client;
      conversation.agentId = 'a1';
      conversation.conversation = 'c1';
      await show(conversation);
      expect(conversation.renderRoot.querySelectorAll('script, iframe, object, embed')).to.have.length(0);
      for (const link of conversation.renderRoot.querySelectorAll('a'))
        expect(link.protocol, link.href).to.match(/^https?:$/);
      conversation.remove();
    }
    expectNothingHappened(address);
  }).timeout(60_000);

  it('does nothing in the statistics', async () => {
    const groups = ALL.map((vector) => ({
      key: vector,
      name: vector,
      chats: 1,
      answered: 1,
      rating: 4,
      rated: 1,
      responseTime: 5000,
    }));
    const spread = {count: 1, median: 1, p90: 1};
    const statistics = document.createElement('agent-chat-statistics');
    statistics.client = {
      options: async () => ({agents: [], labels: ALL, tags: ALL}),
      pageFilters: async () => [{id: 1, searchName: ALL[0]}],
      statistics: async () => ({
        from: NOW,
        to: NOW,
        timezone: 'UTC',
        chats: 1,
        answered: 1,
        responseTime: spread,
        duration: spread,
        rating: {count: 1, mean: 4, counts: [0, 0, 0, 1, 0]},
        byDay: [],
        byHour: [],
        byAgent: groups,
        byChannel: groups,
        byReferral: groups,
      }),
      chats: async () => [],
      tableUrl: () => '/table',
    } as unknown as ConversationsClient;
    await show(statistics);
    expect(statistics.renderRoot.textContent).to.include(VECTORS.scripts![0]!);
    await touch(box, 'form');
    expectNothingHappened(address);
  }).timeout(30_000);
});
