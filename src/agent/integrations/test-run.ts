import type {AgentClient} from '../client.ts';
import type {Contact, Inbox, IntegrationDraft, TestResult} from '../records.ts';
import {cleanDraft, readObject, SAMPLE} from './draft.ts';
import type {Sample, TestingView} from './testing.ts';
import {words} from './words.ts';

/** While somebody types: milliseconds. */
const PAUSE = 250;

/** What the tab Testing needs of the editor, as it is now. */
export interface TestRunState {
  readonly client: AgentClient | undefined;
  readonly inboxes: readonly Inbox[];
  /** The saved integration that is edited, if any. */
  readonly id: string | undefined;
  readonly draft: IntegrationDraft;
}

/** The state of the tab Testing. What a newer request or search has overtaken is dropped. */
export class TestRun {
  readonly #state: () => TestRunState;
  readonly #requestUpdate: () => void;
  #sample: Sample = {...SAMPLE};
  #who = 'sample';
  #inboxId = '';
  #contacts: readonly Contact[] = [];
  #result?: TestResult;
  #error = '';
  #running?: AbortController;
  #searching?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(state: () => TestRunState, requestUpdate: () => void) {
    this.#state = state;
    this.#requestUpdate = requestUpdate;
  }

  /** The body of the last answer, where it was JSON: the sample for templates. */
  get data(): unknown {
    const body = this.#result?.error ? undefined : this.#result?.response?.body;
    if (!body) return undefined;
    try {
      return JSON.parse(body) as unknown;
    } catch {
      return undefined;
    }
  }

  get view(): TestingView {
    const {inboxes} = this.#state();
    return {
      sample: this.#sample,
      isSampleWrong: this.#who === 'sample' && !readObject(this.#sample.attributes),
      who: this.#who,
      contacts: this.#contacts,
      inboxes,
      inboxId: this.#inboxId || (inboxes[0]?.id ?? ''),
      isRunning: !!this.#running,
      result: this.#result,
      error: this.#error,
      changeSample: (part) => this.#set(() => (this.#sample = {...this.#sample, ...part})),
      choose: (who) => {
        this.#set(() => (this.#who = who));
        if (who === '' && this.#contacts.length === 0) void this.#search('');
      },
      search: (query) => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#search(query), PAUSE);
      },
      chooseInbox: (id) => this.#set(() => (this.#inboxId = id)),
      run: () => void this.run(),
    };
  }

  /** Sends the request once more; one that is under way is left alone. */
  async run(): Promise<void> {
    const {client, draft, id} = this.#state();
    const {inboxId, isSampleWrong} = this.view;
    if (!client || isSampleWrong) return this.#requestUpdate();
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.#set(() => (this.#error = ''));
    try {
      const request = {
        draft: {...cleanDraft(draft), name: draft.name.trim() || 'Draft'},
        inboxId: inboxId || undefined,
        conversation: {id: 'sample', subject: 'A sample conversation'},
        ...(this.#who === 'sample'
          ? {contact: {...this.#sample, attributes: readObject(this.#sample.attributes)}}
          : {contactId: this.#who}),
      };
      const result = await client.testIntegration(id, request, running.signal);
      if (!running.signal.aborted) this.#result = result;
    } catch (error) {
      if (running.signal.aborted) return;
      this.#result = undefined;
      this.#error = error instanceof Error ? error.message : words.failed;
    } finally {
      if (this.#running === running) this.#set(() => (this.#running = undefined));
    }
  }

  /** Ends what is under way. */
  end(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#searching?.abort();
    this.#running = undefined;
  }

  async #search(query: string): Promise<void> {
    this.#searching?.abort();
    const searching = (this.#searching = new AbortController());
    try {
      const {list} = await this.#state().client!.contacts(query, null, searching.signal);
      if (searching.signal.aborted) return;
      this.#set(() => {
        this.#contacts = list;
        // Nobody is asked about who is not seen to be chosen.
        if (this.#who !== 'sample' && !list.some(({id}) => id === this.#who)) this.#who = '';
      });
    } catch (error) {
      if (!searching.signal.aborted)
        this.#set(() => (this.#error = error instanceof Error ? error.message : words.failed));
    }
  }

  #set(change: () => unknown): void {
    change();
    this.#requestUpdate();
  }
}
