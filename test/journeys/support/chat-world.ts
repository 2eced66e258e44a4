import type {Browser} from 'playwright-core';
import {launchBrowser} from './browser.ts';
import {startChatSite, type ChatSite} from './chat-site.ts';
import {DeskAgent} from './desk-agent.ts';
import {startPlatform, type RunningPlatform} from './platform.ts';

/** What the journeys of visitors and agents walk on. */
export interface ChatWorld {
  readonly platform: RunningPlatform;
  /** A customer's site with a chat. */
  readonly site: ChatSite;
  /** An agent who has signed in. */
  readonly desk: DeskAgent;
  readonly browser: Browser;
  stop(): Promise<void>;
}

export async function startChatWorld(): Promise<ChatWorld> {
  const platform = await startPlatform({});
  await platform.call('PUT', '/v1/site/configuration', {chat: true});
  const desk = new DeskAgent(platform.url);
  await desk.signIn();
  const site = await startChatSite(platform);
  const browser = await launchBrowser();
  return {
    ...{platform, site, desk, browser},
    async stop() {
      await site.stop();
      await platform.stop();
    },
  };
}
