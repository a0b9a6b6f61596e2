/** Marks that turn the reading direction of everything after them: a name could hide or reorder what follows it. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text from outside on one line: it can never begin a new line of a text or a new header of a mail, nor turn the
 * direction in which the rest of its line is read.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(directionMarks, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
