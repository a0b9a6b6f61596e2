import { createBoundedMap } from '../bounded-map.ts';
import { addressGroup, isInRanges, parseIp, parseIpRange, type IpAddress, type IpRange } from './ip-address.ts';

/** Where a request came from, as the adapter of the runtime knows it. */
export interface Connection {
  /** The address at the other end of the socket. Without it nothing is counted by address. */
  readonly address?: string | undefined;
}

/** The group of addresses a request came from, such as `203.0.113.7` or `2001:db8:0:1::/64`; null when nobody knows. */
export type ClientAddress = (headers: Headers, connection: Connection) => string | null;

/** What finding it needs. */
export interface ClientAddressOptions {
  /** Addresses and CIDR ranges of the proxies before the server. */
  readonly trustedProxies: readonly string[];
  /** Called once when a proxy seems to stand before the server and is not named. */
  readonly onUnnamedProxy?: () => void;
}

const privateRanges = ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1', 'fc00::/7', 'fe80::/10'];

function rangesOf(texts: readonly string[]): IpRange[] {
  return texts.map(parseIpRange).filter((range) => range !== null);
}

/** The addresses of `X-Forwarded-For`, nearest last, as written. */
function ofForwardedFor(value: string): string[] {
  return value.split(',');
}

/** The `for` of every element of `Forwarded` (RFC 7239), nearest last, as written; `''` for an element without one. */
function ofForwarded(value: string): string[] {
  return value.split(',').map((element) => /(?:^|;)\s*for\s*=\s*("[^"]*"|[^;\s]*)/i.exec(element)?.[1] ?? '');
}

/** Strips quotes, brackets and a port: `"[2001:db8::1]:443"`, `203.0.113.7:5000`. */
function withoutPort(hop: string): string {
  const text = hop.trim().replace(/^"(.*)"$/, '$1');
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1];
  return bracketed ?? text.replace(/^([\d.]+):\d+$/, '$1');
}

/**
 * Finds who is knocking. A forwarding header is believed only as far as named proxies wrote it: from the right, over
 * the addresses that are named proxies themselves, to the first that is none. What cannot be read ends the walk,
 * because everything further left was written by a stranger. When both headers are there and say different things, a
 * stranger wrote one of them and the proxy's own address counts.
 */
export function createClientAddress({ trustedProxies, onUnnamedProxy }: ClientAddressOptions): ClientAddress {
  const [named, inside] = [rangesOf(trustedProxies), rangesOf(privateRanges)];
  const known = createBoundedMap<{ readonly parsed: IpAddress | null }>(10_000);
  let isTold = false;

  const read = (text: string): IpAddress | null => {
    const found = known.get(text) ?? { parsed: parseIp(text) };
    known.set(text, found);
    return found.parsed;
  };
  const walk = (proxy: IpAddress, hops: readonly string[]): IpAddress => {
    let nearest = proxy;
    for (const hop of hops.toReversed()) {
      const address = read(withoutPort(hop));
      if (address === null) return nearest;
      nearest = address;
      if (!isInRanges(address, named)) return nearest;
    }
    return nearest;
  };
  const warn = (address: IpAddress, headers: Headers) => {
    if (isTold || !headers.has('x-forwarded-for') || !isInRanges(address, inside)) return;
    isTold = true;
    onUnnamedProxy?.();
  };

  return (headers, { address = '' }) => {
    const socket = read(address);
    if (socket === null) return null;
    if (!isInRanges(socket, named)) {
      warn(socket, headers);
      return addressGroup(socket);
    }
    const [forwardedFor, forwarded] = [headers.get('x-forwarded-for'), headers.get('forwarded')];
    const said = [
      ...(forwardedFor === null ? [] : [addressGroup(walk(socket, ofForwardedFor(forwardedFor)))]),
      ...(forwarded === null ? [] : [addressGroup(walk(socket, ofForwarded(forwarded)))]),
    ];
    const [first = addressGroup(socket), second = first] = said;
    return first === second ? first : addressGroup(socket);
  };
}
