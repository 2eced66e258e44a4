/**
 * The world of the journeys: the real platform, a customer's site on another origin with the real snippet, and browsers.
 */
import {after, test} from 'node:test';
import type {BrowserContextOptions} from 'playwright-core';
import {isAnother, launchBrowser} from './support/browser.ts';
import {startBundleHost, type BundleHost} from './support/bundle-host.ts';
import {startCustomerSite, type CustomerSite} from './support/customer-site.ts';
import {createDevice, type Device} from './support/device.ts';
import {startFakePlatform, type FakePlatform} from './support/fake-platform.ts';
import {startPlatform, type PlatformOptions, type RunningPlatform} from './support/platform.ts';
import {init, snippet, stub} from './support/snippet.ts';

/** What every journey has. */
interface Places {
  readonly site: CustomerSite;
  readonly bundleHost: BundleHost;
  /**
   * A browser, with the customer signed in on the customer's site; without one, nobody is.
   */
  newDevice(customerId?: string, options?: BrowserContextOptions): Promise<Device>;
}

/** The real platform, and what a customer's backend does with it. */
export interface World extends Places {
  readonly platform: RunningPlatform;
  /** The snippet, for this platform. */
  readonly snippet: string;
  /** Its stub without the call of `init`. */
  readonly stub: string;
  /** The address of a page with nothing but the snippet. */
  readonly plainPage: string;
  /** Makes a contact that no other journey has; returns their id in the customer's books. */
  createContact(): Promise<string>;
  /** Sends a message as the customer's backend does; returns its id. */
  sendMessage(contact: string, message: {title: string} & Record<string, unknown>): Promise<string>;
  /** How many unread ones the platform knows of, as it tells every device of the contact. */
  countUnread(contact: string): Promise<number>;
}

/** A platform that answers whatever a journey wants, and a page with the self-hosted script. */
export interface FakeWorld extends Places {
  readonly platform: FakePlatform;
  readonly page: string;
}

type Define<W> = (sentence: string, walk: (world: W) => Promise<void>) => void;

/** Defines a journey: a test whose devices are closed at its end, and checked for errors. */
export interface Journey<W = World> extends Define<W> {
  /** One that ends alike in every browser: a run in several walks it in the first alone. */
  readonly alike: Define<W>;
}

/** Remembers what has been started, so that it ends in the opposite order. */
type Keep = <T extends {readonly stop: () => Promise<void>}>(started: T) => T;

/**
 * @param open starts what the file's tests share, when the first of them begins; the function that it resolves with makes
 *   a test's own world
 */
function useJourneys<W>(
  getToken: (customerId: string) => Promise<string>,
  open: (keep: Keep) => Promise<(places: Places) => W | Promise<W>>,
): Journey<W> {
  const endings: (() => Promise<void>)[] = [];
  const keep: Keep = (started) => {
    endings.push(started.stop);
    return started;
  };
  const start = async () => {
    const enter = await open(keep);
    const site = keep(await startCustomerSite(getToken));
    const bundleHost = keep(await startBundleHost());
    return {enter, site, bundleHost, browser: await launchBrowser()};
  };
  let started: ReturnType<typeof start> | undefined;
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  const define: Define<W> = (sentence, walk) => {
    const walkOnce = async () => {
      const {enter, site, bundleHost, browser} = await (started ??= start());
      const devices: Device[] = [];
      const newDevice: Places['newDevice'] = async (customerId, options) => {
        const device = await createDevice(browser, site, options);
        devices.push(device);
        if (customerId) await device.signIn(customerId);
        return device;
      };
      let error: unknown;
      try {
        await walk(await enter({site, bundleHost, newDevice}));
      } catch (reason) {
        error = reason;
      }
      const ends = await Promise.allSettled(devices.map((device) => device.close()));
      // A journey that failed tells why; what its pages complained of then comes second.
      for (const end of ends) if (end.status === 'rejected') error ??= end.reason;
      if (error) throw error as Error;
    };
    test(sentence, async () => {
      try {
        await walkOnce();
      } catch (error) {
        // A machine that does something else meanwhile must not hold up what is right; said, because it may be a bug.
        if (!process.env.CI) throw error;
        console.error(`Walked again, because it failed: ${sentence}\n`, error);
        await walkOnce();
      }
    });
  };
  return Object.assign(define, {alike: isAnother ? () => {} : define});
}

/** What journeys of several files walk on, as `npm start` runs it: each has contacts of its own. */
let common: Promise<RunningPlatform> | undefined;
after(async () => {
  await (await common)?.stop();
});

/** Contacts so far, whoever made them. */
let contacts = 0;

/**
 * The real platform; each journey has contacts of its own.
 *
 * @param options with any, the file has a platform of its own
 */
export function useWorld(options?: PlatformOptions & {configuration?: object}): Journey {
  let platform: RunningPlatform;

  async function getToken(externalCustomerId: string): Promise<string> {
    const answer = await platform.call('POST', '/v1/auth/contact/token', {externalCustomerId});
    return (answer as {token: string}).token;
  }

  return useJourneys(getToken, async (keep) => {
    platform = options
      ? keep(await startPlatform(options))
      : await (common ??= startPlatform({isEmbedded: true}));
    if (options?.configuration) await platform.call('PUT', '/v1/site/configuration', options.configuration);
    const place = {scriptsUrl: `${platform.url}/scripts/`, siteId: platform.siteId};
    return (places) => ({
      ...places,
      platform,
      snippet: snippet(place),
      stub: stub(place),
      plainPage: places.site.publish({body: snippet(place)}),
      async createContact() {
        const externalCustomerId = `customer-${++contacts}`;
        await platform.call('POST', '/v1/contacts', {externalCustomerId});
        return externalCustomerId;
      },
      async sendMessage(contact, message) {
        const sent = await platform.call('POST', '/v1/messages', {
          contact: {externalCustomerId: contact},
          ...message,
        });
        return (sent as {id: string}).id;
      },
      async countUnread(contact) {
        const headers = {'ES-TOKEN': await getToken(contact)};
        const answer = await fetch(`${platform.url}/appinbox/v1/messages/count`, {headers});
        return ((await answer.json()) as {count: number}).count;
      },
    });
  });
}

/** A fake platform for each journey. Everybody who is signed in is its one contact. */
export function useFakeWorld(): Journey<FakeWorld> {
  return useJourneys(
    () => Promise.resolve('a-token-that-never-changes'),
    async (keep) => async (places) => {
      const platform = keep(await startFakePlatform());
      const place = {scriptsUrl: places.bundleHost.url, siteId: 'loader'};
      const body = stub(place) + init({apiUrl: platform.url});
      return {...places, platform, page: places.site.publish({body})};
    },
  );
}
