import type {VisitorEvent} from '../../protocol/visitor.ts';
import type {InboxError} from '../errors.ts';
import type {Outgoing} from './chat-state.ts';
import type {OutgoingFiles} from './outgoing-files.ts';

/** This device's ids of the files that reports bring. */
export const fileIdsOf = (events: readonly Outgoing[]): string[] =>
  events.flatMap(({files = []}) => files.map(({id}) => id));

/**
 * Sends reports, each message after its files. A file that the platform takes for nothing it knows stays behind, and the
 * rest of its message goes.
 *
 * @returns sends a batch; resolves with the keys that are refused for good, and why
 */
export function createEventSender(options: {
  files: OutgoingFiles;
  send: (events: readonly VisitorEvent[]) => Promise<Map<string, string>>;
  onRefusedFile: (name: string) => void;
}): (batch: readonly Outgoing[]) => Promise<Map<string, string>> {
  const {files, send, onRefusedFile} = options;

  /** As the platform takes it; undefined: nothing is left of it. */
  async function toEvent({files: kept = [], ...event}: Outgoing): Promise<VisitorEvent | undefined> {
    if (event.type !== 'message' || !kept.length) return event;
    const attachmentIds: string[] = [];
    for (const {id, name} of kept) {
      try {
        const attachment = await files.upload(id);
        if (attachment) attachmentIds.push(attachment.id);
      } catch (error) {
        if ((error as InboxError).code !== 'refused') throw error;
        onRefusedFile(name);
      }
    }
    return event.text || attachmentIds.length ? {...event, attachmentIds} : undefined;
  }

  return async (batch) => {
    const events: VisitorEvent[] = [];
    const empty: string[] = [];
    for (const one of batch) {
      const event = await toEvent(one);
      if (event) events.push(event);
      else empty.push(one.key);
    }
    const refused = events.length ? await send(events) : new Map<string, string>();
    for (const key of empty) refused.set(key, 'no-file');
    await files.forget(fileIdsOf(batch));
    return refused;
  };
}
