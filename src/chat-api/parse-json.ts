/** A text in quotes, a comment, or commas that separate nothing: whichever comes first. */
const TOKENS = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*[,\]}])/g;

/**
 * JSON, and what the platform's own examples have in place of it: doubled commas, a comma before a bracket, comments.
 * Texts in quotes stay as they are.
 *
 * @throws SyntaxError when it is not even that
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(text.replace(TOKENS, (token) => (token.startsWith('"') ? token : '')));
  }
}
