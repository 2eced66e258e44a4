import type {CannedAnswer} from './records.ts';

/** A slash at the start of a word, up to the caret. */
const SHORTCUT = /(^|\s)\/([\p{L}\p{N}_-]*)$/u;
/** As many as fit over the composer. */
const MAX_SUGGESTIONS = 6;

/** The canned answers that what stands before the caret may mean; none where it is no shortcut. */
export function matchingAnswers(
  text: string,
  caret: number,
  answers: readonly CannedAnswer[],
): CannedAnswer[] {
  const word = SHORTCUT.exec(text.slice(0, caret))?.[2]?.toLowerCase();
  if (word === undefined) return [];
  return answers.filter(({shortcut}) => shortcut.toLowerCase().startsWith(word)).slice(0, MAX_SUGGESTIONS);
}

/** The text with the shortcut before the caret replaced by an answer. */
export function replaceShortcut(text: string, caret: number, answer: string): {text: string; caret: number} {
  const before = text.slice(0, caret).replace(SHORTCUT, (_, space: string) => space + answer);
  return {text: before + text.slice(caret), caret: before.length};
}
