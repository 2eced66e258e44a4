/** Texts in which `{{variables}}` stand, as fields and editors know them. */

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const ATTRIBUTES = 'contact.attributes.';

/** A stretch of a text: a variable with its name, or what stands between two. */
export interface Piece {
  readonly text: string;
  readonly name?: string;
  readonly isKnown?: boolean;
}

interface Named {
  readonly name: string;
}

/** Attributes are the customer's own: any name may be one. */
export function isKnown(name: string, variables: readonly Named[]): boolean {
  return (
    variables.some((variable) => variable.name === name) ||
    (name.startsWith(ATTRIBUTES) && /^[A-Za-z][\w-]*$/.test(name.slice(ATTRIBUTES.length)))
  );
}

/** The text in its pieces, which together are the text again. */
export function piecesOf(text: string, variables: readonly Named[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) pieces.push({text: text.slice(end, match.index)});
    const name = match[1]!;
    pieces.push({text: match[0], name, isKnown: isKnown(name, variables)});
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({text: text.slice(end)});
  return pieces;
}

export function unknownIn(text: string, variables: readonly Named[]): string[] {
  const names = piecesOf(text, variables)
    .filter(({name, isKnown}) => name !== undefined && !isKnown)
    .map(({name}) => name || '{{}}');
  return [...new Set(names)];
}

/** What is being typed: from the braces to the caret. */
export interface Typing {
  /** Where the name begins. */
  readonly start: number;
  /** Where what is to be replaced ends: the caret, and closing braces that stand there already. */
  readonly end: number;
  readonly prefix: string;
}

/** The variable that is being typed at the caret; undefined: none. */
export function typingAt(text: string, caret: number): Typing | undefined {
  const match = /\{\{\s*([\w.-]*)$/.exec(text.slice(0, caret));
  if (!match) return undefined;
  const rest = /^[\w.-]*\s*\}{0,2}/.exec(text.slice(caret))![0];
  return {start: match.index, end: caret + rest.length, prefix: match[1]!};
}

/** Those whose names hold what was typed; first those that begin with it. */
export function matching<V extends Named>(prefix: string, variables: readonly V[]): V[] {
  const wanted = prefix.toLowerCase();
  const rank = ({name}: V) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return variables
    .filter(({name}) => name.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 12);
}

/** The text with the variable in place of what was typed, and where the caret is then. */
export function complete(text: string, {start, end}: Typing, name: string): {text: string; caret: number} {
  const written = `{{${name}}}`;
  return {text: text.slice(0, start) + written + text.slice(end), caret: start + written.length};
}
