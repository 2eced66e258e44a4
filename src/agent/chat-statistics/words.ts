/** Every word of the chat statistics. */
export const words = {
  heading: 'Chat statistics',
  from: 'From',
  to: 'To',
  days: (days: number) => `${days} days`,
  agent: 'Agent',
  allAgents: 'All agents',
  page: 'Page',
  allPages: 'All pages',
  channel: 'Conversation',
  channelHint: 'V…',
  timezone: 'Time zone',
  csv: 'Download CSV',
  chats: 'Chats',
  answered: 'Answered',
  response: 'First response',
  duration: 'Duration',
  rating: 'Rating',
  median: 'median',
  p90: (value: string) => `90 % within ${value}`,
  of: (count: number) => (count === 1 ? 'of 1 chat' : `of ${count.toLocaleString('en')} chats`),
  ratings: (count: number) => (count === 1 ? 'of 1 rating' : `of ${count.toLocaleString('en')} ratings`),
  none: 'None yet',
  table: 'As a table',
  show: (name: string) => `Show the chats of ${name}`,
  chatsOf: (name: string) => `Chats: ${name}`,
  open: (channel: string) => `Open ${channel}`,
  close: 'Close',
  nothing: 'No chats in this range',
  failed: 'Couldn’t load. Try again',
  tooLong: 'At most 365 days at a time',
  unanswered: 'not answered',
  began: 'Began',
  by: {
    day: 'By day',
    hour: 'By hour of the day',
    rating: 'Ratings',
    agent: 'By agent',
    channel: 'By conversation',
    referral: 'By referral',
  },
  nobody: 'Nobody',
  stars: (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`),
  hour: (hour: string) => `${hour.padStart(2, '0')}:00`,
} as const;

/** `850 ms`, `42 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  if (hours) return minutes ? `${hours} h ${minutes} min` : `${hours} h`;
  return rest ? `${minutes} min ${rest} s` : `${minutes} min`;
}
