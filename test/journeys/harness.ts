/**
 * The world of the journeys: the real platform, a customer's site on another origin with the real snippet, and browsers.
 */
import {after, before, test} from 'node:test';
import type {Browser, BrowserContextOptions} from 'playwright-core';
import {launchBrowser} from './support/browser.ts';
import {sessionCookie, startCustomerSite, type CustomerSite} from './support/customer-site.ts';
import {createDevice, type Device} from './support/device.ts';
import {startPlatform, type PlatformOptions, type RunningPlatform} from './support/platform.ts';
import {snippet} from './support/snippet.ts';

export interface World {
  readonly platform: RunningPlatform;
  readonly site: CustomerSite;
  /** The snippet, for this platform. */
  readonly snippet: string;
  /** The address of a page with nothing but the snippet. */
  readonly plainPage: string;
  /** Makes a contact that no other journey has; returns their id in the customer's books. */
  createContact(): Promise<string>;
  /** Sends a message as the customer's backend does; returns its id. */
  sendMessage(contact: string, message: {title: string} & Record<string, unknown>): Promise<string>;
  /** A browser, with the contact signed in on the customer's site; without one, nobody is. */
  newDevice(contact?: string, options?: BrowserContextOptions): Promise<Device>;
}

/** Defines a journey: a test whose devices are closed at its end, and checked for errors. */
export type Journey = (sentence: string, walk: (world: World) => Promise<void>) => void;

/**
 * Starts the world for the tests of a file, and ends it after them.
 *
 * @returns defines the file's tests
 */
export function useWorld(options: PlatformOptions & {configuration?: object} = {}): Journey {
  let platform: RunningPlatform;
  let site: CustomerSite;
  let browser: Browser;
  const endings: (() => Promise<void>)[] = [];
  let contacts = 0;

  before(async () => {
    platform = await startPlatform(options);
    endings.push(platform.stop);
    site = await startCustomerSite(async (customerId) => {
      const {token} = (await platform.call('POST', '/v1/auth/contact/token', {
        externalCustomerId: customerId,
      })) as {token: string};
      return token;
    });
    endings.push(site.stop);
    browser = await launchBrowser();
    endings.push(() => browser.close());
    if (options.configuration) await platform.call('PUT', '/v1/site/configuration', options.configuration);
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  return (sentence, walk) => {
    test(sentence, async () => {
      const devices: Device[] = [];
      const official = snippet({scriptsUrl: `${platform.url}/scripts/`, siteId: platform.siteId});
      try {
        await walk({
          platform,
          site,
          snippet: official,
          plainPage: site.publish({body: official}),
          async createContact() {
            const externalCustomerId = `customer-${++contacts}`;
            await platform.call('POST', '/v1/contacts', {externalCustomerId});
            return externalCustomerId;
          },
          async sendMessage(contact, message) {
            const {id} = (await platform.call('POST', '/v1/messages', {
              contact: {externalCustomerId: contact},
              ...message,
            })) as {id: string};
            return id;
          },
          async newDevice(contact, contextOptions) {
            const device = await createDevice(browser, contextOptions);
            devices.push(device);
            if (contact) await device.page.context().addCookies([sessionCookie(site, contact)]);
            return device;
          },
        });
      } finally {
        await Promise.all(devices.map((device) => device.close()));
      }
    });
  };
}
