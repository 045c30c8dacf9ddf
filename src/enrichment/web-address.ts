/** Web addresses as people write them in cells. */
import { decoded } from './punycode';

/** Scripts that people write names on the web in; what else a browser might take is refused, in words. */
const RIGHT_TO_LEFT = ['Hebrew', 'Arabic', 'Syriac', 'Thaana'];
const LEFT_TO_RIGHT = [
  ...[
    'Latin',
    'Greek',
    'Cyrillic',
    'Armenian',
    'Georgian',
    'Han',
    'Hangul',
    'Hiragana',
    'Katakana',
    'Thai',
    'Lao',
  ],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Ethiopic'],
];

/** Letters of some scripts with their marks; digits are those of ASCII. */
const label = (scripts: readonly string[], first: string): RegExp => {
  const written = `(?!\\p{N})[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`;
  return new RegExp(`^(?:(?!\\p{M})${written}${first})(?:(?:${written}|[0-9ー-])*(?<!-))$`, 'u');
};

/** A label goes one way: in one that goes from right to left no digit comes first, nor in any other of that name (RFC 5893). */
const TO_LEFT = label(RIGHT_TO_LEFT, '');
const TO_RIGHT = label(LEFT_TO_RIGHT, '|[0-9]');
const IP = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** What stands behind the host, without what no address may hold. A query may have bars. */
const REST =
  '(?:/(?:[^\\s<>|"%?#]|%[\\da-f]{2})*)?(?:#(?:[^\\s<>|"%]|%[\\da-f]{2})*|\\?(?:[^\\s<>"%]|%[\\da-f]{2})*)?';

/** Scheme, host, port and the rest. No user: `info@example.com` is an e-mail address. */
const ADDRESS = new RegExp(`^(https?://)([^\\s/?#:@]+)(:\\d{1,5})?(${REST})$`, 'i');

/** Names with a dot in them, in any script. What ends in a number is a number ("3.14") unless it is an IP address. */
function isName(host: string): boolean {
  const labels = host
    .split('.')
    .map((text, i, { length }) => asShown(i < length - 2 ? unscored(text) : text));
  const last = labels[labels.length - 1] ?? '';
  if (labels.length < 2 || [...last].length < 2 || /^(\d+|0x[\da-f]*)$/i.test(last)) return false;
  const known = labels.filter((text) => isOrdinary(text) && (TO_RIGHT.test(text) || TO_LEFT.test(text)));
  if (known.length < labels.length) return false;
  return !labels.some((text) => TO_LEFT.test(text)) || !labels.some((text) => /^\d|ー/.test(text));
}

/** Names below those that are sold may have underscores ("my_shop.example.com"). */
function unscored(text: string): string {
  return /^[\w-]+$/.test(text) && !/^xn--/i.test(text) ? text.replace(/_/g, 'a') : text;
}

/** What stands behind "xn--"; '' for what is no label. */
function asShown(text: string): string {
  if (!/^xn--/i.test(text)) return /^..--/.test(text) && !isAscii(text) ? '' : text;
  if (!isAscii(text)) return '';
  const shown = decoded(text.slice(4)) ?? '';
  // ASCII alone has no need of it, and a browser refuses it.
  return !isAscii(shown) && shown === shown.toLowerCase() ? shown : '';
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Blocks of before Unicode 6, without historic capitals, letters that are invisible, and the few that browsers refuse. */
const COMMON = /^[ -\u086f\u0900-\u109f\u10d0-\u1bff\u1e00-\u1fff\u3000-\u9fff\uac00-\ud7a3]*$/;
const REFUSED = /[\u04c0\u0c5c\u0cdc\u115f\u1160\u17b4\u17b5]/;

/** Letters that are there for the sake of old character sets are not on the web: names have the ordinary ones. */
function isOrdinary(text: string): boolean {
  const small = text.toLowerCase();
  return COMMON.test(text) && !REFUSED.test(text) && small.normalize('NFKC') === small.normalize('NFC');
}

/** A scheme before an address that has its own: a question has been written before a column of whole addresses. */
const SECOND_SCHEME = /^https?:\/\/(?=https?:\/\/)/i;

/** The address to fetch: "example.com" means https://example.com, as "example.com." does. Undefined for what is no address of the web. */
export function webAddress(text: string): string | undefined {
  const own = text.replace(SECOND_SCHEME, '');
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(own) ? own : `https://${own}`;
  const [, scheme = '', host = '', port = '', rest = ''] = ADDRESS.exec(url) ?? [];
  const name = host.replace(/\.$/, '');
  if (!isName(name) && !IP.test(name)) return undefined;
  if (Number(port.slice(1)) > 65_535) return undefined;
  // Written so, everybody takes a bar.
  return `${scheme}${name}${port}${rest.replace(/\|/g, '%7C')}`;
}
