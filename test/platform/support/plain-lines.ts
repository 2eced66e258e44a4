/** A chat as a plain query finds it. */
export interface PlainChat {
  channel: string;
  name: string | null;
  email: string | null;
  started: number;
  response: number | null;
  duration: number | null;
  rating: number | null;
  referral: string;
}

/** The chats of a site as the chat API should tell them in JSON. */
export function toJson(chats: readonly PlainChat[]): object {
  const json = chats.map(({channel, name, email, referral, duration, rating, response, started}) => ({
    channel,
    agentName: name,
    agentEmail: email,
    referral,
    searchEngine: '',
    exitPage: '',
    browser: '',
    os: '',
    city: '',
    country: '',
    labels: [],
    tags: [],
    duration,
    rating,
    responseTime: response,
    startedAt: new Date(started).toISOString(),
  }));
  return {result: 'success', json, length: json.length};
}

const HEAD =
  'channel,agentName,agentEmail,referral,searchEngine,exitPage,browser,os,city,country,labels,tags,duration,rating,responseTime,startedAt';

/** The same in CSV, for chats without anything that would have to be quoted. */
export function toCsv(chats: readonly PlainChat[], timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short', timeStyle: 'medium'});
  const zone = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'});
  const format = (time: number) => {
    const offset = zone
      .formatToParts(time)
      .find(({type}) => type === 'timeZoneName')!
      .value.slice(3);
    return `${clock.format(time).replace(' ', 'T')}.${String(time % 1000).padStart(3, '0')}${offset || '+00:00'}`;
  };
  const lines = chats.map(({channel, name, email, referral, duration, rating, response, started}) =>
    [
      channel,
      name,
      email,
      referral,
      ...Array<string>(8).fill(''),
      duration,
      rating,
      response,
      format(started),
    ].join(),
  );
  return [HEAD, ...lines, ''].join('\r\n');
}
