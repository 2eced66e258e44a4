import type {ChatSummary, Group} from '../../protocol/chat-summary.ts';
import {words} from './words.ts';

/** A chart, and the table that says the same. */
export interface Series {
  id: 'day' | 'hour' | 'rating' | 'agent' | 'channel' | 'referral';
  title: string;
  rows: readonly SeriesRow[];
  /** Names beside the bars, which then lie. */
  isHorizontal: boolean;
}

export interface SeriesRow extends Group {
  label: string;
}

const DAY = 86_400_000;
/** Bars that can still be told apart. */
const MAX_BARS = 12;

const empty = (key: string): Group => ({
  key,
  name: key,
  chats: 0,
  answered: 0,
  rating: null,
  rated: 0,
  responseTime: null,
});

/** Days without a chat are days, too. */
function everyDay({byDay, from, to, timezone}: ChatSummary): SeriesRow[] {
  const format = new Intl.DateTimeFormat('sv', {timeZone: timezone});
  const short = new Intl.DateTimeFormat('en', {timeZone: 'UTC', day: 'numeric', month: 'short'});
  const known = new Map(byDay.map((group) => [group.key, group]));
  const rows: SeriesRow[] = [];
  const last = format.format(to);
  for (let day = Date.parse(`${format.format(from)}T00:00:00Z`); rows.length < 400; day += DAY) {
    const key = new Date(day).toISOString().slice(0, 10);
    if (key > last) break;
    rows.push({...(known.get(key) ?? empty(key)), label: short.format(day)});
  }
  return rows;
}

function everyHour({byHour}: ChatSummary): SeriesRow[] {
  const known = new Map(byHour.map((group) => [group.key, group]));
  return Array.from({length: 24}, (_, hour) => {
    const key = String(hour);
    return {...(known.get(key) ?? empty(key)), label: words.hour(key)};
  });
}

const named = (groups: readonly Group[]): SeriesRow[] =>
  groups.map((group) => ({...group, label: group.name || words.nobody}));

/** What is drawn of a summary. */
export function readSeries(summary: ChatSummary): Series[] {
  const ratings = summary.rating.counts.map((chats, index): SeriesRow => {
    const key = String(index + 1);
    return {
      ...empty(key),
      chats,
      answered: chats,
      rated: chats,
      rating: index + 1,
      label: words.stars(index + 1),
    };
  });
  const {by} = words;
  return [
    {id: 'day', title: by.day, rows: everyDay(summary), isHorizontal: false},
    {id: 'hour', title: by.hour, rows: everyHour(summary), isHorizontal: false},
    {id: 'rating', title: by.rating, rows: ratings, isHorizontal: false},
    {id: 'agent', title: by.agent, rows: named(summary.byAgent), isHorizontal: true},
    {id: 'referral', title: by.referral, rows: named(summary.byReferral), isHorizontal: true},
    {id: 'channel', title: by.channel, rows: named(summary.byChannel), isHorizontal: true},
  ];
}

/** The bars of a chart: of a long list the first, which are the longest. */
export const barsOf = ({rows, isHorizontal}: Series) => (isHorizontal ? rows.slice(0, MAX_BARS) : rows);

/** Letters of a name that fit beside its bar on a phone. */
const MAX_NAME = 18;

/** A name as it stands beside its bar: the ends of a long one, by which conversations' numbers differ. */
export const shortName = (name: string): string =>
  name.length > MAX_NAME ? `${name.slice(0, 6)}…${name.slice(-8)}` : name;
