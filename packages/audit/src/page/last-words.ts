// Runs in the page: these functions are sent there as text and may use nothing but each other and the page.
import { seenText } from './flat-tree.ts';

/** What the pages of this site said at the moment at which they were left: a form's answer had not been shown yet. */
export function lastWords(): string {
  try {
    return sessionStorage.getItem('leavewell-audit-last-words') ?? '';
  } catch {
    // A sandboxed page has no storage, and then nothing is known of it.
    return '';
  }
}

/** Writes down what a page says when it is left. */
export function keepLastWords(): void {
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem('leavewell-audit-last-words', `${lastWords()}\n${seenText(document.body)}`);
    } catch {
      // As above.
    }
  });
}
