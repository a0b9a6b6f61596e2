/**
 * An e-mail address as its owner knows it and nobody else can write to it: `l•••@northwind.example`. Always three dots,
 * so that not even its length is told; the first character is left out where it would be the whole name.
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = '', ...rest] = Array.from(address.slice(0, at));
  return `${rest.length === 0 ? '' : first}•••${address.slice(at)}`;
}
