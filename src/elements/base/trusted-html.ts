/**
 * Markup on pages that demand Trusted Types. Where the browser has `setHTML`, which is no dangerous sink, there is no
 * policy and nothing to allow. Elsewhere there is one, named `app-inbox`, which the page's `trusted-types` has to name.
 *
 * The build puts this into Lit, whose own policy (`lit-html`) throws while it loads where the page does not name it.
 */
interface SetHtml {
  setHTML?(html: string, options: {sanitizer: object}): void;
}

interface Policy {
  createHTML(html: string): string;
}

/** Whether this browser has a sanitiser of its own (HTML Standard, `Element.setHTML`). */
export const hasNativeSanitizer = typeof Element !== 'undefined' && 'setHTML' in Element.prototype;

function createPolicy(): Policy | undefined {
  const {trustedTypes} = globalThis as {
    trustedTypes?: {createPolicy(name: string, rules: Policy): Policy};
  };
  try {
    // Without a rule for scripts' addresses the policy makes none (Trusted Types, "get a trusted type policy value").
    return trustedTypes?.createPolicy('app-inbox', {createHTML: (html) => html});
  } catch {
    // The page does not allow it. Without demanding Trusted Types it does no harm.
    return undefined;
  }
}

/** What Lit's own templates, and what the sanitiser has to parse, go through; undefined where nothing has to. */
export const policy = hasNativeSanitizer ? undefined : createPolicy();

/**
 * Fills a template with markup of our own: nothing is taken out but what could run.
 *
 * @returns whether the browser could; else the caller has to
 */
export function fillTemplate(template: HTMLTemplateElement, html: string): boolean {
  (template as SetHtml).setHTML?.(html, {
    sanitizer: {removeElements: [], removeAttributes: [], comments: true},
  });
  return hasNativeSanitizer;
}
