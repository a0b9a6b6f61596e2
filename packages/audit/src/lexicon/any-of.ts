/** One pattern of several, with the flags of the first: long lists of words are read more easily in parts. */
export function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0]?.flags);
}
