import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import type {Contact, Inbox, TestResult} from '../records.ts';
import {relativeText} from '../templates/durations.ts';
import {formatBytes, words} from './words.ts';

export interface Sample {
  name: string;
  email: string;
  phoneNumber: string;
  externalId: string;
  /** JSON as it is typed. */
  attributes: string;
}

/** What the tab shows, and whom it tells of what is done in it. */
export interface TestingView {
  readonly sample: Sample;
  readonly isSampleWrong: boolean;
  /** `sample`, or the id of a contact. */
  readonly who: string;
  readonly contacts: readonly Contact[];
  readonly inboxes: readonly Inbox[];
  readonly inboxId: string;
  readonly isRunning: boolean;
  readonly result: TestResult | undefined;
  readonly error: string;
  changeSample(part: Partial<Sample>): void;
  choose(who: string): void;
  search(query: string): void;
  chooseInbox(id: string): void;
  run(): void;
}

const FIELDS = ['name', 'email', 'phoneNumber', 'externalId'] as const;
const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

function sampleFields({sample, isSampleWrong, changeSample}: TestingView): TemplateResult {
  return html`<div class="sample">
    ${FIELDS.map(
      (name) =>
        html`<div class="field">
          <label for="sample-${name}">${words.fields[name]}</label>
          <input
            id="sample-${name}"
            dir="auto"
            autocomplete="off"
            .value=${live(sample[name])}
            @input=${(event: Event) => changeSample({[name]: valueOf(event)})}
          />
        </div>`,
    )}
    <div class="field wide">
      <label for="sample-attributes">${words.fields.attributes}</label>
      <textarea
        id="sample-attributes"
        class="code"
        rows="2"
        spellcheck="false"
        aria-invalid=${isSampleWrong || nothing}
        aria-describedby=${isSampleWrong ? 'sample-error' : nothing}
        .value=${live(sample.attributes)}
        @input=${(event: Event) => changeSample({attributes: valueOf(event)})}
      ></textarea>
      ${isSampleWrong ? html`<p class="error" id="sample-error">${words.attributesWrong}</p>` : nothing}
    </div>
  </div>`;
}

function people({contacts, who, search, choose}: TestingView): TemplateResult {
  return html`<div class="field">
    <label for="find">${words.find}</label>
    <input
      id="find"
      type="search"
      autocomplete="off"
      placeholder=${words.findHint}
      @input=${(event: Event) => search(valueOf(event))}
    />
    <p class="hint" role="status">${words.found(contacts.length)}</p>
    <div class="people" role="radiogroup" aria-label=${words.existing}>
      ${contacts.map(
        ({id, name, emails}) =>
          html`<label class="choice">
            <input type="radio" name="contact" .checked=${live(who === id)} @change=${() => choose(id)} />
            <span dir="auto">${name ?? emails[0] ?? id}</span>
            <span class="hint">${name ? emails[0] : nothing}</span>
          </label>`,
      )}
    </div>
  </div>`;
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** Pretty where it is JSON, else as it came. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Whether an answer was kept, and how old the one is that agents see meanwhile. */
function cacheText({cache, keptAt}: TestResult): string {
  const now = Date.now();
  const ago = keptAt && relativeText({time: Math.min(Date.parse(keptAt), now), isDay: false}, now, 'en');
  return `${words.caches[cache]}. ${ago ? words.kept(ago) : words.noneKept}.`;
}

function outcome(result: TestResult): TemplateResult {
  const {request, response, milliseconds, error} = result;
  const isGood = response !== null && response.status < 400;
  return html`<section class="outcome" aria-label=${words.response}>
    <dl class="facts">
      ${
        response
          ? fact(
              words.facts.status,
              html`<span class="pill ${isGood ? 'good' : 'bad'}">${response.status}</span>`,
            )
          : nothing
      }
      ${fact(words.facts.time, words.milliseconds(milliseconds))}
      ${response ? fact(words.facts.size, formatBytes(response.bytes)) : nothing}
      ${fact(words.facts.cache, cacheText(result))}
    </dl>
    ${error ? html`<p class="error" role="alert">${error.message}</p>` : nothing}
    ${
      response
        ? html`<h3>${words.response}</h3>
            ${response.isTruncated ? html`<p class="hint">${words.truncated}</p>` : nothing}
            <pre class="code" tabindex="0" aria-label=${words.response}>
${pretty(response.body) || words.noBody}</pre>`
        : nothing
    }
    ${
      request
        ? html`<h3>${words.request}</h3>
            <pre class="code" tabindex="0" aria-label=${words.request}>${written(request)}</pre>`
        : nothing
    }
  </section>`;
}

/** A request as it goes over the wire. */
function written({method, url, headers, body}: NonNullable<TestResult['request']>): string {
  const lines = [`${method} ${url}`, ...headers.map(({name, value}) => `${name}: ${value}`)];
  return body === null ? lines.join('\n') : [...lines, '', pretty(body)].join('\n');
}

/** The tab Testing: a live call with a contact, and everything that came of it. */
export function renderTesting(view: TestingView): TemplateResult {
  const {who, inboxes, inboxId, isRunning, result, error, choose, chooseInbox, run} = view;
  const isSample = who === 'sample';
  return html`<div class="form">
    <p class="hint">${words.draftNote}</p>
    <fieldset>
      <legend>${words.who}</legend>
      <div class="choices">
        <label class="choice">
          <input type="radio" name="who" .checked=${live(isSample)} @change=${() => choose('sample')} />
          ${words.sample}
        </label>
        <label class="choice">
          <input type="radio" name="who" .checked=${live(!isSample)} @change=${() => choose('')} />
          ${words.existing}
        </label>
      </div>
    </fieldset>
    ${isSample ? sampleFields(view) : people(view)}
    <div class="field inbox">
      <label for="inbox">${words.inbox}</label>
      <select id="inbox" @change=${(event: Event) => chooseInbox(valueOf(event))}>
        ${inboxes.map(({id, name}) => html`<option value=${id} ?selected=${id === inboxId}>${name}</option>`)}
      </select>
    </div>
    <div class="run">
      <button type="button" class="button primary" ?disabled=${isRunning || who === ''} @click=${run}>
        ${words.run}
      </button>
      <p class="hint" role="status">
        ${
          isRunning
            ? words.running
            : result?.response
              ? words.succeeded(result.response.status, result.milliseconds)
              : nothing
        }
      </p>
    </div>
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    ${result && !isRunning ? outcome(result) : nothing}
  </div>`;
}
