/** The demo site's API key where no other is set. Known to everybody: it opens the demo on this machine, and nothing else. */
export const DEMO_API_KEY = 'demo-key-of-app-inbox-0000000000';
