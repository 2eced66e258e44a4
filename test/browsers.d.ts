export const BROWSERS: readonly string[];
export const CHROME_FLAGS: readonly string[];
/** Launch options for Puppeteer and Playwright. Rejects with what to install. */
export function findChrome(): Promise<{executablePath: string; args: string[]; env: Record<string, string>}>;
export function findFirefox(): string | undefined;
export function findWebKit(): {driver: string; browser: string; xServer: string} | undefined;
export function whyMissing(name: string): Promise<string | undefined>;
