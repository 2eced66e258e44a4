import {expect, waitUntil} from '@open-wc/testing';
import type {ConversationsClient} from '../../../src/agent/conversations/client.ts';
import {InboxError} from '../../../src/core/errors.ts';
import '../../../src/agent/chat-statistics/define.ts';
import type {AgentChatStatistics} from '../../../src/agent/chat-statistics/chat-statistics.ts';
import type {ChatSummary} from '../../../src/protocol/chat-summary.ts';
import {settle} from '../../core/fake-environment.ts';

const group = (key: string, name: string) => ({
  key,
  name,
  chats: 2,
  answered: 1,
  rating: 4,
  rated: 1,
  responseTime: 5000,
});
const SUMMARY: ChatSummary = {
  from: Date.parse('2026-11-01T00:00:00Z'),
  to: Date.parse('2026-11-03T23:59:59Z'),
  timezone: 'UTC',
  chats: 2,
  answered: 1,
  responseTime: {count: 1, median: 5000, p90: 5000},
  duration: {count: 1, median: 100_000, p90: 100_000},
  rating: {count: 1, mean: 4, counts: [0, 0, 0, 1, 0]},
  byDay: [group('2026-11-02', '2026-11-02')],
  byHour: [group('9', '9')],
  byAgent: [group('1', '<b>Nadia</b>'), group('', '')],
  byChannel: [group('V1', 'V1')],
  byReferral: [group('Direct', 'Direct')],
};

describe('the statistics', () => {
  let element: AgentChatStatistics;
  let asked: Record<string, unknown>[] = [];
  let failure: Error | undefined;
  const chats: Record<string, unknown>[] = [];
  const client = {
    options: async () => ({
      agents: [{id: 'a', number: 1, name: 'Nadia', avatar: null}],
      labels: [],
      tags: [],
    }),
    pageFilters: async () => [{id: 1, searchName: 'Support'}],
    statistics: async (query: Record<string, unknown>) => {
      asked.push(query);
      if (failure) throw failure;
      return SUMMARY;
    },
    chats: async (query: Record<string, unknown>) => {
      chats.push(query);
      return [
        {
          conversationId: 'c1',
          channel: 'V1',
          agentName: null,
          referral: 'Direct',
          startedAt: 0,
          duration: null,
          responseTime: null,
          rating: null,
        },
      ];
    },
    tableUrl: (query: Record<string, unknown>) => `/table?${JSON.stringify(query)}`,
  } as unknown as ConversationsClient;
  const find = <T extends HTMLElement>(selector: string) => element.renderRoot.querySelector<T>(selector)!;
  async function update() {
    for (let time = 0; time < 3; time++) {
      await settle();
      await element.updateComplete;
    }
  }

  async function show(direction = 'ltr') {
    element = document.createElement('agent-chat-statistics');
    element.dir = direction;
    element.from = '2026-11-01';
    element.to = '2026-11-03';
    element.timezone = 'UTC';
    element.client = client;
    document.body.append(element);
    await update();
  }

  beforeEach(async () => {
    asked = [];
    failure = undefined;
    await show();
  });
  afterEach(() => element.remove());

  it('say every number with what it rests on', () => {
    const words = find('.tiles').textContent.replace(/\s+/g, ' ');
    expect(words).to.match(
      /Chats 2 .*Answered 50 %.*1 of 2 chats.*First response 5 s.*median of 1 chat.*Rating 4.0.*of 1 rating/,
    );
  });

  it('ask for the range, the zone and the filters that were chosen', async () => {
    expect(asked[0]).to.include({
      from: '2026-11-01T00:00:00',
      to: '2026-11-03T23:59:59.999',
      timezone: 'UTC',
    });
    const select = element.renderRoot.querySelectorAll('select')[0]!;
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    await update();
    expect(asked.at(-1)).to.include({agentIds: '1'});
    expect(asked).to.have.length(2);
  });

  it('have a table for every chart, and lead from a number to the conversation', async () => {
    expect(element.renderRoot.querySelectorAll('canvas')).to.have.length(6);
    expect(element.renderRoot.querySelectorAll('details table')).to.have.length(6);
    find('#table-agent').setAttribute('open', '');
    find('#table-agent .text-button').click();
    await update();
    expect(chats.at(-1)).to.include({agentIds: '1'});
    element.renderRoot.querySelectorAll<HTMLElement>('#table-agent .text-button')[1]!.click();
    await update();
    expect(chats.at(-1), 'those whom nobody has answered').to.include({agentIds: '0'});
    let chosen = '';
    element.addEventListener('conversation-select', ({id}) => (chosen = id));
    find('.chats .text-button').click();
    expect(chosen).to.equal('c1');
  });

  it('can be had as a table, with the filters that are chosen', async () => {
    const select = element.renderRoot.querySelectorAll('select')[0]!;
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    await update();
    const link = find<HTMLAnchorElement>('a[download]');
    expect(link.textContent.trim()).to.equal('Download CSV');
    expect(link.getAttribute('href')).to.equal(`/table?${JSON.stringify(asked.at(-1))}`);
    expect(asked.at(-1)).to.include({agentIds: '1', timezone: 'UTC'});
  });

  it('keep the numbers that are there when new ones cannot be had', async () => {
    failure = new InboxError('refused', 'at most 365 days in one request', {status: 400});
    element.from = '2020-01-01';
    await update();
    expect(find('[role=alert]').textContent).to.include('365 days');
    expect(find('.tiles')).not.to.equal(null);
  });

  it('begin where the language of the page begins, charts as well', async () => {
    const {Chart} = await import('chart.js');
    const chart = () => Chart.getChart(find<HTMLCanvasElement>('canvas[data-series="day"]'));
    const isDrawn = () => chart() !== undefined;
    const axes = () => {
      const {x, y} = chart()!.options.scales!;
      return [x!.reverse, (y as {position?: string}).position];
    };
    await waitUntil(isDrawn);
    expect(axes()).to.deep.equal([false, 'left']);
    element.remove();
    await show('rtl');
    await waitUntil(isDrawn);
    expect(axes()).to.deep.equal([true, 'right']);
  });

  it('are accessible', async () => {
    await expect(element).to.be.accessible();
  });
});
