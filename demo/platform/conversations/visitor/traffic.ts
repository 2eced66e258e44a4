/** Where a visit came from, in the words of the chat API. */
export interface Traffic {
  /** `Direct`, `Organic`, or the host of the page that led here. */
  trafficType: string;
  /** Whose search it was; empty unless the traffic is organic. */
  searchEngine: string;
}

/** Names by the host of the results page. */
const SEARCH_ENGINES: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)google\.[a-z.]{2,6}$/, 'Google'],
  [/(^|\.)bing\.com$/, 'Bing'],
  [/(^|\.)search\.yahoo\.|(^|\.)yahoo\.co\.jp$/, 'Yahoo'],
  [/(^|\.)duckduckgo\.com$/, 'DuckDuckGo'],
  [/(^|\.)ecosia\.org$/, 'Ecosia'],
  [/(^|\.)search\.brave\.com$/, 'Brave'],
  [/(^|\.)qwant\.com$/, 'Qwant'],
  [/(^|\.)startpage\.com$/, 'Startpage'],
  [/(^|\.)baidu\.com$/, 'Baidu'],
  [/(^|\.)(yandex\.[a-z.]{2,6}|ya\.ru)$/, 'Yandex'],
  [/(^|\.)kagi\.com$/, 'Kagi'],
  [/(^|\.)(search\.)?naver\.com$/, 'Naver'],
  [/(^|\.)seznam\.cz$/, 'Seznam'],
];

/** Their mail, documents and the like are hosts below the same name, and no search. */
const NO_SEARCH = /^(mail|accounts|docs|drive|calendar|meet|sites|groups|cloud|developers)\./;

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '');
const bare = (host: string) => host.replace(/^www\./, '');

/**
 * @param referrer `document.referrer`: empty where the browser says nothing
 * @param page the page that was visited: its own site is no referral
 */
export function readTraffic(referrer: string, page: string): Traffic {
  const host = hostOf(referrer);
  if (!host || bare(host) === bare(hostOf(page))) return {trafficType: 'Direct', searchEngine: ''};
  const engine = NO_SEARCH.test(host) ? undefined : SEARCH_ENGINES.find(([hosts]) => hosts.test(host))?.[1];
  return engine ? {trafficType: 'Organic', searchEngine: engine} : {trafficType: host, searchEngine: ''};
}
