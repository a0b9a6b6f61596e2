/** Country calling codes of one and of two digits (ITU-T E.164); every other has three. */
const shortCodes = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** An E.164 number as its owner knows it and nobody else can call it: `+86 138 •••• 2207`; four or more digits hidden. */
export function maskPhone(phone: string): string {
  const digits = phone.slice(1);
  const code = shortCodes.exec(digits)?.[0] ?? digits.slice(0, 3);
  const number = digits.slice(code.length);
  const shown = Math.max(0, number.length - 4);
  const tail = Math.min(4, shown);
  const head = Math.min(3, shown - tail);
  const parts = [`+${code}`, number.slice(0, head), '••••', tail > 0 ? number.slice(-tail) : ''];
  return parts.filter((part) => part !== '').join(' ');
}
