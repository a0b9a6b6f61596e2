/** An address of either family as eight groups of 16 bits; IPv4 stands where `::ffff:0:0/96` maps it (RFC 4291). */
export type IpAddress = readonly number[];

/** A range of addresses: everything that shares the first `bits` bits. */
export interface IpRange {
  readonly first: IpAddress;
  readonly bits: number;
}

const octet = /^(0|[1-9]\d{0,2})$/;

function parseIpv4(text: string): IpAddress | null {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((part) => octet.test(part) && Number(part) <= 255)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
  return [0, 0, 0, 0, 0, 0xffff, a * 256 + b, c * 256 + d];
}

/** The URL standard's own parser knows every way to write an IPv6 address, and writes it in one (RFC 5952). */
function parseIpv6(text: string): IpAddress | null {
  if (!/^[0-9a-f:.]{2,45}$/i.test(text)) return null;
  const written = URL.parse(`http://[${text}]`)?.hostname.slice(1, -1);
  if (written === undefined) return null;
  const [head = '', tail] = written.split('::');
  const groups = (part: string | undefined) => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []);
  const [left, right] = [groups(head), groups(tail)];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

/** Reads an address in any of its textual forms, with or without a zone (`fe80::1%eth0`); null when it is none. */
export function parseIp(text: string): IpAddress | null {
  const [address = ''] = text.trim().split('%');
  return address.includes(':') ? parseIpv6(address) : parseIpv4(address);
}

/** Reads an address or a CIDR range such as `10.0.0.0/8`; null when it is neither. */
export function parseIpRange(text: string): IpRange | null {
  const [address = '', length, ...rest] = text.split('/');
  const first = parseIp(address);
  if (first === null || rest.length > 0) return null;
  if (length === undefined) return { first, bits: 128 };
  const offset = address.includes(':') ? 0 : 96;
  const bits = /^\d{1,3}$/.test(length) ? Number(length) + offset : 129;
  return bits <= 128 ? { first, bits } : null;
}

/** Whether the address is in one of the ranges. */
export function isInRanges(address: IpAddress, ranges: readonly IpRange[]): boolean {
  return ranges.some(({ first, bits }) =>
    address.every((group, index) => {
      const counted = Math.min(16, Math.max(0, bits - index * 16));
      return (group ^ (first[index] ?? 0)) >> (16 - counted) === 0;
    }),
  );
}

/**
 * What stands for whoever has this address: IPv4 as it is, IPv6 by its /64, because one household or server is given at
 * least that much (RFC 6177) and could otherwise be 2^64 callers.
 */
export function addressGroup(address: IpAddress): string {
  const [a = 0, b = 0, c = 0, d = 0, e, f, g = 0, h = 0] = address;
  const isIpv4 = a + b + c + d === 0 && e === 0 && f === 0xffff;
  if (isIpv4) return [g >> 8, g & 255, h >> 8, h & 255].join('.');
  return `${[a, b, c, d].map((group) => group.toString(16)).join(':')}::/64`;
}
