/** How long a violation of the page's policy may take to be reported after the request has failed: milliseconds. */
const REPORT_DELAY = 100;

/**
 * Whether the server of an address answers at all: a frame does not tell, because the browser's own error page loads
 * like any other.
 *
 * Asks for no more than the head, without cookies, and cannot read the answer.
 *
 * @returns undefined where the page's own policy does not let it ask
 */
export async function isReachable(url: string, signal: AbortSignal): Promise<boolean | undefined> {
  let isForbidden = false;
  const onViolation = ({blockedURI}: SecurityPolicyViolationEvent) => {
    isForbidden ||= blockedURI !== '' && url.startsWith(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  try {
    await fetch(url, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, REPORT_DELAY));
    // Offline, everything is out of reach: that is no news of the app.
    return isForbidden || signal.aborted || !navigator.onLine ? undefined : false;
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}
