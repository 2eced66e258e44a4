/** Of UTC: what is packed is packed by days. */
export const DAY = 86_400_000;

/** Chats as the statistics count them, a list for each column. Numbers are those of the tables; times are milliseconds. */
export interface ChatLists {
  /** After the day began. */
  started: number[];
  /** 0: nobody's. */
  agent: number[];
  conversation: number[];
  referral: string[];
  /** Null: nobody has answered. */
  response: (number | null)[];
  duration: (number | null)[];
  /** 0: none. */
  rating: number[];
}

export const LISTS = [
  'started',
  'agent',
  'conversation',
  'referral',
  'response',
  'duration',
  'rating',
] as const satisfies readonly (keyof ChatLists)[];

/** The chats of a day, a column at a time: 25 bytes a chat, and nothing to be parsed. */
export interface ChatColumns {
  readonly length: number;
  readonly referrals: readonly string[];
  readonly started: Uint32Array;
  readonly agent: Uint32Array;
  readonly conversation: Uint32Array;
  /** The place in `referrals`. */
  readonly referral: Uint32Array;
  /** `UNANSWERED`, or milliseconds. */
  readonly response: Uint32Array;
  readonly duration: Uint32Array;
  readonly rating: Uint8Array;
}

/** What the columns of response and duration hold for a chat that nobody has answered. */
export const UNANSWERED = 0xffff_ffff;
/** 49.7 days: the longest that is told. A chat is over after four silent hours. */
const LONGEST = UNANSWERED - 1;
const WIDE = ['started', 'agent', 'conversation', 'referral', 'response', 'duration'] as const;
/** The number of chats, and the size of the text at the end. */
const HEADER = 8;

const toCell = (time: number | null) =>
  time === null ? UNANSWERED : Math.min(Math.max(Math.round(time), 0), LONGEST);

export function toColumns(chats: ChatLists): ChatColumns {
  const places = new Map<string, number>();
  const referral = Uint32Array.from(chats.referral, (name) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
  return {
    length: chats.started.length,
    referrals: [...places.keys()],
    started: Uint32Array.from(chats.started),
    agent: Uint32Array.from(chats.agent),
    conversation: Uint32Array.from(chats.conversation),
    referral,
    response: Uint32Array.from(chats.response, toCell),
    duration: Uint32Array.from(chats.duration, toCell),
    rating: Uint8Array.from(chats.rating),
  };
}

/** As base64: the drivers hand bytes on as hexadecimal text, and take long to read it. */
export function pack(columns: ChatColumns): string {
  const {length, referrals, rating} = columns;
  const text = Buffer.from(JSON.stringify(referrals));
  const parts = WIDE.map((name) => columns[name]).map(({buffer, byteOffset, byteLength}) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  const header = Buffer.from(Uint32Array.of(length, text.length).buffer);
  return Buffer.concat([header, ...parts, rating, text]).toString('base64');
}

export function unpack(base64: string): ChatColumns {
  const bytes = Buffer.from(base64, 'base64');
  // Columns of wide numbers have to begin at a multiple of four, and a small buffer is a part of a shared one.
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const [length = 0, textSize = 0] = new Uint32Array(buffer, 0, 2);
  const at = (place: number) => HEADER + place * 4 * length;
  const wide = (name: (typeof WIDE)[number]) => new Uint32Array(buffer, at(WIDE.indexOf(name)), length);
  const end = at(WIDE.length);
  return {
    length,
    referrals: JSON.parse(Buffer.from(buffer, end + length, textSize).toString()) as string[],
    started: wide('started'),
    agent: wide('agent'),
    conversation: wide('conversation'),
    referral: wide('referral'),
    response: wide('response'),
    duration: wide('duration'),
    rating: new Uint8Array(buffer, end, length),
  };
}
