/** Where a request comes from, and by which name it calls this server. Pure. */
import { isIP, isIPv6 } from 'node:net';

/** IPv4 in the clothes of IPv6 is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * Who asks: whoever is connected, or where that is a proxy that is trusted, whom that one names: the last of its list
 * that is no proxy of ours. What a stranger writes in front of the list counts for nothing.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trusted: ReadonlySet<string>,
): string {
  let address = plain(remote ?? 'unknown');
  const named = (forwardedFor ?? '').split(',').map((one) => plain(one.trim()));
  while (trusted.has(address)) {
    const before = named.pop();
    if (before === undefined || isIP(before) === 0) return address;
    address = before;
  }
  return address;
}

/**
 * What is counted by address is counted by this: of an IPv6 address the half that a network is given, because whoever has
 * one address there has them all.
 */
export function networkOf(address: string): string {
  const known = plain(address);
  if (!isIPv6(known)) return known;
  const [head = '', tail] = (known.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(':');
  return `${groups.replace(/(^|:)0(:0)*$/, '')}::/64`;
}

/** The host of a `Host` header as URLs write it; null for what is none. */
export function hostIn(header: string | undefined): string | null {
  if (header === undefined || !/^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.test(header))
    return null;
  try {
    return new URL(`http://${header}/`).host;
  } catch {
    return null;
  }
}

/** The name in a host, without port and brackets. */
export const nameIn = (host: string): string =>
  (/^\[(.+)\](?::\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, '')).toLowerCase();

/** The host of an `Origin` header; null where it names no page of the web. */
export function hostOfOrigin(origin: string): string | null {
  try {
    const { protocol, host } = new URL(origin);
    return protocol === 'http:' || protocol === 'https:' ? host.toLowerCase() : null;
  } catch {
    return null;
  }
}
