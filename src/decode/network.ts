/** What an address says by itself. */

/** Private, shared and link-local addresses (RFC 1918, RFC 6598, RFC 3927, RFC 4193): no way leads there from outside. */
export function isPrivate(host: string): boolean {
  const parts = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(host);
  if (!parts) return /^f[cd][0-9a-f]{2}:/i.test(host) || /^fe80:/i.test(host);
  const a = Number(parts[1]);
  const b = Number(parts[2]);
  return (
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 169 && b === 254)
  );
}

/** An address, not a name. */
export function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':');
}

/** An address outside of every private and loopback range. */
export function isPublic(host: string): boolean {
  return (
    isAddress(host) &&
    !isPrivate(host) &&
    !host.startsWith('127.') &&
    host !== '::1' &&
    !host.startsWith('0.')
  );
}
