/** What the profile asks the platform: the agents' API, or anything that answers as it does. */
export interface ProfileClient {
  inboxIntegrations(inboxId: string, signal: AbortSignal): Promise<readonly InboxIntegration[]>;
  runIntegration(id: string, input: RunInput, signal: AbortSignal): Promise<RunResult>;
  runClientIntegration(input: ClientRunInput, signal: AbortSignal): Promise<ClientRunResult>;
}

export interface InboxIntegration {
  integration: {
    id: string;
    name: string;
    description?: string;
    isActive?: boolean;
    display?: boolean;
    template?: unknown;
  };
  isEnabled: boolean;
}
export interface RunInput {
  contactId: string;
  inboxId: string;
  conversationId?: string;
  /** Asks the system, whatever is kept. */
  refresh?: boolean;
}
export interface RunError {
  code: string;
  /** A sentence for people. */
  message: string;
}
export interface RunResult {
  data?: unknown;
  fetchedAt?: string;
  error?: RunError | null;
}
export type ViewName = 'chat' | 'ticket' | 'call' | 'contact';
export interface ClientRunInput {
  view: ViewName;
  contactId?: string;
  conversationId?: string;
  ticketId?: string;
  callId?: string;
}
export interface ClientRunResult {
  response?: unknown;
  error?: RunError | null;
}

/** Whom the profile is about, as the agents' API describes them. */
export interface ProfileContact {
  id: string;
  name?: string | null;
  emails?: readonly string[];
  phones?: readonly string[];
  externalId?: string | null;
  attributes?: Readonly<Record<string, unknown>>;
  avatar?: string | null;
}
export interface ProfileConversation {
  id: string;
  subject?: string | null;
}
export interface ProfileInbox {
  id: string;
  name?: string;
}
