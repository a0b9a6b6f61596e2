const hidden = '•••';

/** What no log may hold, whoever put it into an error, by what it looks like. */
const patterns: readonly RegExp[] = [
  /\b(?:Bearer|Basic)\s+[^\s"',;]+/gi,
  // A JSON Web Token.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  // An e-mail address.
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
];

/** A proof, key or token: long, and with a digit, which long words have not. An id of ours is a UUID. */
const secrets = /(?<![\w-])(?=[\w-]*\d)[\w-]{28,}(?![\w-])/g;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A phone number as people and gateways write it, or a code: six digits or more. */
const digits = /(?<![\w-])\+?(?:\(\d{1,5}\)[ .-]?)?\d(?:[ ().-]{0,2}\d){5,15}(?!\w)/;
/** What has as many digits and helps whoever reads the log: a day, an instant, an IPv4 address. */
const technical = /(?<![\w-])(?:\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?(?![\w-])|\d{1,3}(?:\.\d{1,3}){3}(?![\w.]))/;
const numbers = new RegExp(`${technical.source}|${digits.source}`, 'g');
const onlyTechnical = new RegExp(`^(?:${technical.source})$`);

function hide(text: string, pattern: RegExp, exception: RegExp): string {
  return text.replace(pattern, (found) => (exception.test(found) ? found : hidden));
}

function literal(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const [before, after] = [/^\w/.test(word) ? '(?<!\\w)' : '', /\w$/.test(word) ? '(?!\\w)' : ''];
  return `${before}${escaped}${after}`;
}

/** Longer ones are no names: they are looked for letter by letter, because no engine takes a pattern of any length. */
const longestPattern = 1_000;

function hideWord(text: string, word: string): string {
  return word.length > longestPattern
    ? text.replaceAll(word, hidden)
    : text.replace(new RegExp(literal(word), 'giu'), hidden);
}

/**
 * The text without what looks like an e-mail address, phone number, code, token or key, and without `words`, which
 * somebody gave away on the way here.
 */
export function scrub(text: string, words: readonly string[] = []): string {
  // The longest first, so that no part of it is left when a shorter one is part of it.
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const withoutWords = longestFirst.reduce(hideWord, text);
  const withoutPatterns = patterns.reduce((left, pattern) => left.replace(pattern, hidden), withoutWords);
  return hide(hide(withoutPatterns, secrets, uuid), numbers, onlyTechnical);
}

const mostWords = 500;
const deepest = 30;

/** What a text says when it is JSON, such as the body of a notice; nothing for any other. */
function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every text within a value, and within texts that are JSON, but for single characters. */
export function wordsIn(value: unknown, found: Set<string> = new Set(), depth = 0): Set<string> {
  if (found.size >= mostWords || depth > deepest) return found;
  if (typeof value === 'string') {
    if (value.trim().length > 1) found.add(value.trim());
    wordsIn(parsed(value), found, depth + 1);
  } else if (value instanceof Headers) {
    value.forEach((text) => wordsIn(text, found));
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) wordsIn(each, found, depth + 1);
  }
  return found;
}
