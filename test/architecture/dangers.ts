/** What sources of the product must not hold, whoever they import. */
import ts from 'typescript';
import {lineOf, parse, walk} from './imports.ts';

/** Ways in which a text becomes markup that runs (Trusted Types' "injection sinks"), or code. */
const SINKS = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'srcdoc',
  'unsafeHTML',
  'unsafeSVG',
  'unsafeMathML',
  'unsafeStatic',
  'writeln',
  'execScript',
]);
/** Where the text is a constant of our own: the page of a sandboxed frame whose origin is null. */
const HARMLESS: Readonly<Record<string, string>> = {'src/agent/blocks/html-frame.ts': 'srcdoc'};
/** Called as they are, or made with `new`. */
const CODE = new Set(['eval', 'Function']);
const TIMERS = new Set(['setTimeout', 'setInterval']);

/** Nodes and what makes them: the core runs in Node, in workers, and in pages of any framework. */
const DOM =
  /^(?:HTML\w*Element|SVG\w*Element|Element|Node|ShadowRoot|DocumentFragment|CSSStyleSheet|customElements)$/;

function dangerOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) && SINKS.has(node.text)) return `${node.text} makes markup of a text`;
  if (ts.isStringLiteralLike(node) && ts.isElementAccessExpression(node.parent) && SINKS.has(node.text))
    return `${node.text} makes markup of a text`;
  // Bound in a template: <div .innerHTML=${text}>
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) {
    const bound = /([\w-]+)=["']?$/.exec(node.text)?.[1];
    if (bound && SINKS.has(bound)) return `${bound} makes markup of a text`;
  }
  if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'write' &&
    node.expression.getText() === 'document'
  )
    return 'document.write makes markup of a text';
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const [argument] = node.arguments ?? [];
  const name = ts.isPropertyAccessExpression(node.expression)
    ? node.expression.name.text
    : node.expression.getText();
  if (CODE.has(name)) return `${name} makes code of a text`;
  if (TIMERS.has(name) && argument && (ts.isStringLiteralLike(argument) || ts.isTemplateExpression(argument)))
    return `${name} makes code of a text`;
  return undefined;
}

/** The page itself is touched in one file, which tests replace, and in what belongs to it and comes later. */
const PAGE = /^src\/core\/(?:environment|rewritten)\.ts$/;

function domOf(path: string, node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  if (DOM.test(node.text)) return `${node.text} is of the DOM, which the core does without`;
  if (/^(?:document|window)$/.test(node.text) && !PAGE.test(path))
    return `${node.text} is the page, which only src/core/environment.ts knows`;
  return undefined;
}

/** @returns what is dangerous in a file of src, a sentence each */
export function dangers(path: string, text: string): string[] {
  const source = parse(path, text);
  const isCore = path.startsWith('src/core/');
  const found: string[] = [];
  for (const node of walk(source)) {
    if (ts.isIdentifier(node) && node.text === HARMLESS[path]) continue;
    const reason = dangerOf(node) ?? (isCore ? domOf(path, node) : undefined);
    if (reason) found.push(`${path}:${lineOf(source, node)}: ${reason}.`);
  }
  return found;
}
