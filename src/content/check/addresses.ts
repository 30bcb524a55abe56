/** Addresses, hosts and telephone numbers: only those that are reserved for documentation may be shown. */
const documentationAddress = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/;
const documentationHost = /(^|\.)example(\.(com|net|org))?$|(^|\.)invalid$/;

/** What may be written, for messages. */
export const reserved =
  '192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32, example.com and +1555…01xx';

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** 555 01xx and 555 nnn 01xx, as dialled: with the country code, or behind the digits of a trunk prefix. */
const fictional = (digits: string) => /^\d{0,4}555\d{0,3}01\d\d$/.test(digits);
/** The same after a plus or 00. */
const fictionalAbroad = (digits: string) => /^1555\d{0,3}01\d\d$/.test(digits);

/** Numbers that only look like addresses: sections of 3GPP specifications, identifiers of devices. */
const plain = (text: string) => text.replace(/\bTS \d+\.\d+,? [\d.]+/g, '').replace(/urn:uuid:[\w-]+/gi, '');

/**
 * What of a text is not reserved for documentation: IPv4 and IPv6 addresses, hosts of SIP and mail addresses,
 * telephone numbers in every spelling with + or 00.
 */
export function undocumented(written: string): string[] {
  const text = plain(written);
  const found: string[] = [];
  for (const [address] of text.matchAll(/(?<![#§.\d])\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b(?!\.\d|\/\d)/g))
    if (
      address.split('.').every((part) => Number(part) < 256) &&
      !documentationAddress.test(address) &&
      address !== '0.0.0.0'
    )
      found.push(address);
  for (const [, host = ''] of text.matchAll(
    /(?:sips?:[^@\s>;]*@|sips?:|mailto:[^@\s>;]*@|[\w.+-]@)((?:[\w-]+\.)+[a-z]{2,})/gi,
  ))
    if (!documentationHost.test(host.toLowerCase())) found.push(host);
  for (const [number] of text.matchAll(/(?<![\w.+/-])(?:\+|00)[ (]{0,2}\d(?:[ ()./-]{0,2}\d){6,14}(?![\w])/g))
    if (!fictionalAbroad(digitsOf(number).replace(/^00/, ''))) found.push(number.trim());
  for (const [, number = ''] of text.matchAll(/(?:sips?|tel):\+?(\d[\d.-]{6,14}\d)(?=[@;>\s]|$)/gi))
    if (
      !/^[\d.]+\.\d+\.\d+$/.test(number) &&
      !fictional(digitsOf(number)) &&
      !found.some((one) => one.includes(number))
    )
      found.push(number);
  for (const [number] of text.matchAll(/(?<![\w+-])\(?[2-9]\d\d\)?[ -]\d{3}-\d{4}(?![\w-])/g))
    if (!fictional(digitsOf(number)) && !found.some((one) => one.includes(number))) found.push(number);
  for (const [, inside = ''] of text.matchAll(
    /(?<![\w:])\[?((?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){0,7}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:?)*)\]?(?![\w:])/gi,
  ))
    if (inside.includes('::') || inside.split(':').length === 8)
      // A bare prefix, such as fc00::, is nobody's address.
      if (!/^2001:db8:/i.test(inside) && !inside.endsWith('::')) found.push(inside);
  return found;
}

/** Bare host names in prose, such as `sip.provider.net`. */
export function hostsOf(text: string): string[] {
  return [
    ...text.matchAll(
      /(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|net|org|de|ch|io|uk|at|fr|eu|us|info|biz|cloud|dev|tel|nl|it|es|se|ca|au)\b(?![\w.]*\()/gi,
    ),
  ]
    .map(([host]) => host)
    .filter((host) => !documentationHost.test(host.toLowerCase()));
}
