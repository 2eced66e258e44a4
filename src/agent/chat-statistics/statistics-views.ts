import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ChatEntry, ChatSummary, Spread} from '../../protocol/chat-summary.ts';
import type {Series, SeriesRow} from './series.ts';
import {formatDuration, words} from './words.ts';

const number = (value: number) => value.toLocaleString('en');
const percent = (part: number, whole: number) => (whole ? `${Math.round((part / whole) * 100)} %` : '–');

const tile = (name: string, value: string, hints: readonly string[]) =>
  html`<div class="tile">
    <dt>${name}</dt>
    <dd><b>${value}</b>${hints.map((hint) => html`<small>${hint}</small>`)}</dd>
  </div>`;

const spread = (name: string, {count, median, p90}: Spread) =>
  count
    ? tile(name, formatDuration(median), [
        `${words.median} ${words.of(count)}`,
        words.p90(formatDuration(p90)),
      ])
    : tile(name, '–', [words.none]);

/** The numbers that come first, each with how many chats it rests on. */
export function tiles({chats, answered, responseTime, duration, rating}: ChatSummary): TemplateResult {
  return html`<dl class="tiles">
    ${tile(words.chats, number(chats), [])}
    ${tile(words.answered, percent(answered, chats), [`${number(answered)} ${words.of(chats)}`])}
    ${spread(words.response, responseTime)} ${spread(words.duration, duration)}
    ${
      rating.mean === null
        ? tile(words.rating, '–', [words.none])
        : tile(words.rating, rating.mean.toFixed(1), [words.ratings(rating.count)])
    }
  </dl>`;
}

/** A chart, and below it the table that says the same to those who cannot see it. */
export function seriesCard(series: Series, onShow: (row: SeriesRow) => void): TemplateResult {
  const {id, title, rows, isHorizontal} = series;
  const isRating = id === 'rating';
  const shown = rows.filter(({chats}) => chats > 0 || !isHorizontal);
  return html`<section class="series ${id === 'day' ? 'wide' : ''}" aria-labelledby=${`title-${id}`}>
    <h3 id=${`title-${id}`}>${title}</h3>
    <div class="chart">
      <canvas data-series=${id} role="img" aria-label=${title} aria-describedby=${`table-${id}`}></canvas>
    </div>
    <details id=${`table-${id}`}>
      <summary>${words.table}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${title}</th>
              <th scope="col">${words.chats}</th>
              ${
                isRating
                  ? nothing
                  : html`<th scope="col">${words.answered}</th>
                      <th scope="col">${words.response}</th>
                      <th scope="col">${words.rating}</th>`
              }
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (row) =>
                html`<tr>
                  <th scope="row" dir="auto">${row.label}</th>
                  <td>
                    ${
                      row.chats
                        ? html`<button
                            class="text-button"
                            type="button"
                            aria-label=${`${number(row.chats)}. ${words.show(row.label)}`}
                            @click=${() => onShow(row)}
                          >
                            ${number(row.chats)}
                          </button>`
                        : 0
                    }
                  </td>
                  ${
                    isRating
                      ? nothing
                      : html`<td><bdi>${percent(row.answered, row.chats)}</bdi></td>
                          <td><bdi>${formatDuration(row.responseTime)}</bdi></td>
                          <td>${row.rating === null ? '–' : `${row.rating.toFixed(1)} (${row.rated})`}</td>`
                  }
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

/** The chats behind a number. */
export function chatList(
  title: string,
  list: readonly ChatEntry[],
  {onOpen, onClose, timezone}: {onOpen: (id: string) => void; onClose: () => void; timezone: string},
): TemplateResult {
  const date = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timezone,
  });
  return html`<section class="series chats" aria-labelledby="title-chats">
    <div class="bar">
      <h3 id="title-chats" tabindex="-1">${words.chatsOf(title)}</h3>
      <button class="button" type="button" @click=${onClose}>${words.close}</button>
    </div>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.channel}</th>
            <th scope="col">${words.began}</th>
            <th scope="col">${words.agent}</th>
            <th scope="col">${words.response}</th>
            <th scope="col">${words.duration}</th>
            <th scope="col">${words.rating}</th>
          </tr>
        </thead>
        <tbody>
          ${list.map(
            (chat) =>
              html`<tr>
                <th scope="row">
                  <button
                    class="text-button"
                    type="button"
                    aria-label=${words.open(chat.channel)}
                    @click=${() => onOpen(chat.conversationId)}
                  >
                    ${chat.channel}
                  </button>
                </th>
                <td>${date.format(chat.startedAt)}</td>
                <td>${chat.agentName ?? words.unanswered}</td>
                <td><bdi>${formatDuration(chat.responseTime)}</bdi></td>
                <td><bdi>${formatDuration(chat.duration)}</bdi></td>
                <td>${chat.rating ?? '–'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
