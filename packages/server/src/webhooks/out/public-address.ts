import ipaddr from 'ipaddr.js';

/** Of a cloud's own machinery although its number is a public one: Azure's platform address. */
const platformAddresses = ['168.63.129.16'];
const privateRanges = ['loopback', 'private', 'uniqueLocal'];
/** All that IANA has given out of IPv6 as global unicast; outside are ranges no list names, such as `::7f00:1`. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address may be posted to: one of the public internet, by IANA's registries of special-purpose
 * addresses. Private, loopback, link-local, carrier-grade and multicast ones are not, nor those that hold another address
 * inside (mapped, translated, 6to4), so that nobody reaches a machine behind the firewall or a cloud's metadata through
 * us. A public IPv4 address that is written as a mapped one is itself.
 * @param allowsPrivate - lets loopback and private networks pass, and still no link-local or platform address
 */
export function mayBePostedTo(address: string, allowsPrivate: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (platformAddresses.includes(parsed.toString())) return false;
  const range: string = parsed.range();
  if (range === 'unicast') return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
  return allowsPrivate && privateRanges.includes(range);
}
