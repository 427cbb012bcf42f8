/** Where a request comes from, and by which name it calls this server. Pure. */
import { isIP } from 'node:net';

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

/** Whoever has one address of IPv6 has the whole network of it: what is counted by address is counted by that. */
export function countedAs(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = ''] = address.split('::');
  return address.includes('::') && head.split(':').length < 4
    ? `${head}::/64`
    : `${address.split(':').slice(0, 4).join(':')}::/64`;
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
