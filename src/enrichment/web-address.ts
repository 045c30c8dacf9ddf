/** Web addresses as people write them in cells. */

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?';

/** Names with a dot in them, in any script. What ends in a number is a number ("3.14") unless it is an IP address. */
const NAME = new RegExp(`^(?:${LABEL}\\.)+(?!\\d+$)(?=[^.]{2})${LABEL}$`, 'u');
const IP = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** Scheme, host, port, and the rest without what no address may hold. No user: `info@example.com` is an e-mail address. */
const ADDRESS = /^https?:\/\/([^\s/?#:@]+)(?::(\d{1,5}))?(?:[/?#](?:[^\s<>|"%]|%[\da-f]{2})*)?$/i;

/** The address to fetch: "example.com" means https://example.com. Undefined for what is no address of the web. */
export function webAddress(text: string): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const [, host = '', port = '0'] = ADDRESS.exec(url) ?? [];
  const isHost = NAME.test(host) || IP.test(host);
  return isHost && Number(port) <= 65_535 ? url : undefined;
}
