/**
 * Random characters of `alphabet` from the runtime's cryptographic source. Bytes that would make the first characters
 * likelier than the last are drawn again. The alphabet has at most 256 characters.
 */
export function randomText(alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < fair && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
