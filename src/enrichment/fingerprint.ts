/** Fingerprints: a short hash of the canonical question. Two rows that ask the same question have the same one. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Enrichment } from './definition';
import { questionOf } from './question';
import { utf8 } from './utf8';

/** Hex digits kept of a SHA-256: 80 bits, so that even 10 million questions never meet by chance. */
const DIGITS = 20;

/** JSON with the keys of every object in order, so that equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The fingerprint of any text. */
export const hashOf = hasher('', '');

/** Hashes texts with the same words before and after each. A table asks for one a row, so all but the text is encoded once. */
function hasher(before: string, after: string): (text: string) => string {
  const start = sha256.create().update(utf8(before));
  const end = utf8(after).slice();
  const [hash, digest] = [sha256.create(), new Uint8Array(start.outputLen)];
  return (text) => {
    start._cloneInto(hash).update(utf8(text)).update(end).digestInto(digest);
    return hexOf(digest);
  };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexOf(digest: Uint8Array): string {
  let hex = '';
  for (let i = 0; i < DIGITS / 2; i++) hex += HEX[digest[i] ?? 0];
  return hex;
}

/** Fingerprinters of this execution: a table is read often, and asks mostly what it asked before. */
const fingerprinters = new WeakMap<Enrichment, (text: string) => string>();

/** Fingerprints the questions of an enrichment, by their texts, for many rows: what only the enrichment decides, and every question, is worked out once. */
export function fingerprinter(e: Enrichment): (text: string) => string {
  const made = fingerprinters.get(e) ?? newFingerprinter(e);
  fingerprinters.set(e, made);
  return made;
}

function newFingerprinter(e: Enrichment): (text: string) => string {
  // Longer than everything that the enrichment says, so that it stands in no other place.
  const slot = '-'.repeat(canonicalOf(e, '').length);
  const [before = '', after = ''] = canonicalOf(e, slot).split(JSON.stringify(slot));
  const hash = hasher(before, after);
  const known = new Map<string, string>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const print = hash(JSON.stringify(text));
    known.set(text, print);
    return print;
  };
}

function canonicalOf(e: Enrichment, text: string): string {
  const { type, input } = questionOf(e, text);
  return canonicalJson([type, input]);
}
