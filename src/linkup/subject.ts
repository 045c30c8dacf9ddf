/** What a request is about, its query or URL, in one form for all the spellings that mean the same: Linkup echoes its own. */
import { hashOf } from '../enrichment/fingerprint';
import { lettersOfHost } from '../enrichment/punycode';

/** A question as it was sent, or a task as it is echoed. */
export interface About {
  readonly type: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The query or URL as it is written. */
export function textOf({ input }: About): string {
  return String(input.q ?? input.url ?? '');
}

/** Type and query or URL, as they are written. */
export function exactSubject(about: About): string {
  return `${about.type} ${textOf(about)}`;
}

/** Type and query or URL, in the one form: equal for whatever a server may make of the same subject. */
export function normalSubject(about: About): string {
  const text = textOf(about);
  return `${about.type} ${about.type === 'fetch' ? normalAddress(text) : normalText(text)}`;
}

/** Whether two requests are about the same. */
export function sameSubject(a: About, b: About): boolean {
  return exactSubject(a) === exactSubject(b) || normalSubject(a) === normalSubject(b);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HEX_DIGITS = 9;

/** Six characters (36 bits) of a hash of the normal subject: enough to know one among thousands, short enough for an intent. */
export function subjectHash(about: About): string {
  const bits = Number.parseInt(hashOf(normalSubject(about)).slice(0, HEX_DIGITS), 16);
  return [5, 4, 3, 2, 1, 0].map((i) => LETTERS[Math.floor(bits / 64 ** i) % 64]).join('');
}

/** White space and control characters, which servers fold, trim or drop. */
const BLANK = /[\s\p{Cc}]+/gu;

/** Halves of characters, which no UTF-8 can carry: on the way they become U+FFFD. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** What nobody sees, such as a space without width: a server may drop it. U+FEFF counts as a blank, as it does in patterns. */
const UNSEEN = /(?!\ufeff)\p{Default_Ignorable_Code_Point}/gu;

/** Most texts: printable ASCII with single spaces is in the one form already. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A text in NFC, trimmed, with single spaces, without characters that nobody sees. */
export function normalText(text: string): string {
  return PLAIN.test(text) ? text : withSingleSpaces(text.replace(UNSEEN, ''));
}

function withSingleSpaces(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').normalize('NFC').replace(BLANK, ' ').trim();
}

const ADDRESS = /^([a-z][a-z\d+.-]*):[/\\]*([^/\\?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/i;
const DEFAULT_PORT: Readonly<Record<string, string>> = { http: '80', https: '443' };

/**
 * A web address in one form: lower-case scheme, host in letters, no default port, no dot segments, nothing percent-encoded
 * that need not be. An empty path is `/`; any other keeps its slash or lack of one. Apps Script has no `URL`.
 */
export function normalAddress(text: string): string {
  const spaced = withSingleSpaces(text);
  const [all, scheme = '', authority = '', path = '', query = '', fragment = ''] = ADDRESS.exec(spaced) ?? [];
  if (all === undefined) return spaced;
  const protocol = scheme.toLowerCase();
  const place = `${protocol}://${normalAuthority(authority, protocol)}`;
  return (place + normalPath(path) + normalEscapes(query) + normalEscapes(fragment)).normalize('NFC');
}

function normalAuthority(authority: string, protocol: string): string {
  const [, user = '', host = '', port = ''] = /^(.*@)?(.*?)(?::(\d*))?$/.exec(authority) ?? [];
  const number = port.replace(/^0+(?=\d)/, '');
  const shown = number === '' || number === DEFAULT_PORT[protocol] ? '' : `:${number}`;
  return user + normalHost(host) + shown;
}

const DOTS = /[。．｡]/g;

/** Characters that host names lose: soft hyphens, joiners of graphemes, variation selectors, spaces without width. */
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
const FOUR_NUMBERS = /^\d+(\.\d+){3}$/;

/** A host as its letters, folded: case, width and composition mean nothing, and it need not be punycode. */
export function normalHost(host: string): string {
  const letters = lettersOfHost(folded(normalEscapes(host)));
  return FOUR_NUMBERS.test(letters) ? letters.replace(/(^|\.)0+(?=\d)/g, '$1') : folded(letters);
}

const ASCII = /^[ -~]*$/;

/** As IDNA folds letters: through their capitals, but for ß, whose capitals are another name's; a last sigma is a sigma. */
function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const small = text.normalize('NFKC').replace(IGNORED, '').replace(DOTS, '.').toLowerCase();
  const same = small.replace(/[^ß]+/g, (letters) => letters.toUpperCase().toLowerCase());
  return same.replace(/ς/g, 'σ').normalize('NFC');
}

function normalPath(path: string): string {
  const kept: string[] = [];
  const segments = normalEscapes(path.replace(/\\/g, '/')).split('/').slice(1);
  segments.forEach((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === '..') kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (isLast) kept.push('');
  });
  return `/${kept.join('/')}`;
}

/** Characters that mean something else when they are not percent-encoded. */
const RESERVED = /[%\s/?#[\]@!$&()*+,;=:]/g;

/** Nothing percent-encoded but what must be, and that in upper case. */
function normalEscapes(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run).replace(RESERVED, escaped);
    } catch {
      return run.toUpperCase();
    }
  });
}

/** `encodeURIComponent` leaves `!'()*` as they are. */
function escaped(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

/** A name for what a request is about; undefined where it has none that decides. */
export type SubjectOf = (about: About) => string | undefined;

/** The normal subject, or undefined where questions that are not the same to the letter share it: it cannot tell which is meant. */
export function unsharedSubject(questions: readonly About[]): SubjectOf {
  const exact = new Map<string, string>();
  const shared = new Set<string>();
  for (const question of questions) {
    const normal = normalSubject(question);
    if ((exact.get(normal) ?? exactSubject(question)) !== exactSubject(question)) shared.add(normal);
    exact.set(normal, exactSubject(question));
  }
  return (about) => {
    const normal = normalSubject(about);
    return shared.has(normal) ? undefined : normal;
  };
}
