import {answered, asking, type CardState, type Outcome} from './card.ts';
import type {
  ClientRunInput,
  ProfileClient,
  ProfileContact,
  ProfileConversation,
  ProfileInbox,
  ViewName,
} from './profile-client.ts';
import {words} from './words.ts';

/** Whom and what an agent has before them. */
export interface Subject {
  client: ProfileClient;
  contact?: ProfileContact | null;
  conversation?: ProfileConversation | null;
  inbox?: ProfileInbox | null;
  view: ViewName;
  /** The id of the chat, ticket or call. */
  viewId?: string;
}

/** The card of the client integration has no id of the platform's. */
export const CLIENT_CARD = 'client-integration';

/**
 * Asks everything for one subject, side by side: a card that is slow or fails delays no other. When it has ended, nothing
 * that is still on its way is heard any more, so that one customer's data never shows beside another's.
 */
export class ProfileRun {
  #subject: Subject;
  #onChange: () => void;
  #now: () => number;
  #ending = new AbortController();
  #cards = new Map<string, CardState>();
  #askings = new Map<string, Promise<boolean>>();

  /** Whether it is known which integrations there are. */
  isListed = false;
  /** Why it is not. */
  listError?: string;

  constructor(subject: Subject, {onChange, now = Date.now}: {onChange: () => void; now?: () => number}) {
    this.#subject = subject;
    this.#onChange = onChange;
    this.#now = now;
  }

  /** The client integration's card first, then the integrations' in their order. */
  get cards(): CardState[] {
    return [...this.#cards.values()];
  }

  get isAsking(): boolean {
    return this.#askings.size > 0;
  }

  start(): void {
    this.#put({id: CLIENT_CARD, name: words.client, status: 'loading'});
    void this.ask(CLIENT_CARD, {refresh: false});
    void this.list();
  }

  end(): void {
    this.#ending.abort();
  }

  /** Finds out which integrations there are, and asks each. */
  async list(): Promise<void> {
    const {client, inbox, contact} = this.#subject;
    this.listError = undefined;
    try {
      const {signal} = this.#ending;
      const list = inbox && contact ? await client.inboxIntegrations(inbox.id, signal) : [];
      if (signal.aborted) return;
      this.isListed = true;
      for (const {integration, isEnabled} of list) {
        const {id, name, template, isActive = true, display = true} = integration;
        if (isEnabled && isActive && display) this.#put({id, name, template, status: 'loading'});
      }
      for (const {id} of this.cards) if (id !== CLIENT_CARD) void this.ask(id, {refresh: false});
    } catch (error) {
      this.listError = reasonOf(error);
    }
    this.#changed();
  }

  /**
   * Asks for a card; an asking that is under way is joined.
   *
   * @returns whether it came
   */
  ask(id: string, {refresh}: {refresh: boolean}): Promise<boolean> {
    const running = this.#askings.get(id);
    if (running) return running;
    const asked = this.#ask(id, refresh).finally(() => {
      this.#askings.delete(id);
      this.#changed();
    });
    this.#askings.set(id, asked);
    return asked;
  }

  /** @returns the names of those that could not be refreshed; undefined when the subject has changed meanwhile */
  async refreshAll(): Promise<string[] | undefined> {
    const {cards} = this;
    const results = await Promise.all(cards.map(({id}) => this.ask(id, {refresh: true})));
    if (this.#ending.signal.aborted) return undefined;
    return cards.filter((_, index) => !results[index]).map(({name}) => name);
  }

  async #ask(id: string, refresh: boolean): Promise<boolean> {
    this.#put(asking(this.#cards.get(id)!));
    let outcome: Outcome;
    try {
      outcome = await (id === CLIENT_CARD ? this.#runClient() : this.#run(id, refresh));
    } catch (error) {
      outcome = {error: {code: 'failed', message: reasonOf(error)}};
    }
    if (this.#ending.signal.aborted) return false;
    this.#put(answered(this.#cards.get(id)!, outcome, this.#now()));
    return !outcome.error;
  }

  #run(id: string, refresh: boolean): Promise<Outcome> {
    const {client, contact, inbox, conversation} = this.#subject;
    return client.runIntegration(
      id,
      {
        contactId: contact!.id,
        inboxId: inbox!.id,
        ...(conversation && {conversationId: conversation.id}),
        ...(refresh && {refresh}),
      },
      this.#ending.signal,
    );
  }

  async #runClient(): Promise<Outcome> {
    const {client, contact, conversation, view, viewId} = this.#subject;
    const input: ClientRunInput = {
      view,
      ...(contact && {contactId: contact.id}),
      ...(view === 'chat' && (viewId ?? conversation?.id) && {conversationId: viewId ?? conversation?.id}),
      ...(view === 'ticket' && viewId && {ticketId: viewId}),
      ...(view === 'call' && viewId && {callId: viewId}),
    };
    const {response, error} = await client.runClientIntegration(input, this.#ending.signal);
    return {data: response, error};
  }

  #put(card: CardState): void {
    this.#cards.set(card.id, card);
    this.#changed();
  }

  #changed(): void {
    if (!this.#ending.signal.aborted) this.#onChange();
  }
}

/** What an agent may be told: the platform's own sentence, where it gave one. */
function reasonOf(error: unknown): string {
  const {status, message} = (error ?? {}) as {status?: unknown; message?: unknown};
  return typeof status === 'number' && typeof message === 'string' && message ? message : words.noReason;
}
