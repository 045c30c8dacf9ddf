/** Fingerprints: a short hash of the canonical question. Two rows that ask the same question have the same one. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Enrichment } from './definition';
import { type Question, questionOf } from './question';

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
export function hashOf(text: string): string {
  const bytes = sha256(utf8(text));
  let hex = '';
  for (const byte of bytes.subarray(0, DIGITS / 2)) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** The fingerprint of a question. */
export function fingerprint(question: Question): string {
  return hashOf(canonicalJson([question.type, question.input]));
}

/** Fingerprinters of this execution: a table is read often, and asks mostly what it asked before. */
const fingerprinters = new WeakMap<Enrichment, (text: string) => string>();

/** Fingerprints for many rows of one enrichment: what only the enrichment decides, and every question, is worked out once. */
export function fingerprinter(e: Enrichment): (text: string) => string {
  const made = fingerprinters.get(e) ?? newFingerprinter(e);
  fingerprinters.set(e, made);
  return made;
}

function newFingerprinter(e: Enrichment): (text: string) => string {
  // Longer than everything that the enrichment says, so that it stands in no other place.
  const slot = '-'.repeat(canonicalOf(e, '').length);
  const [before = '', after = ''] = canonicalOf(e, slot).split(JSON.stringify(slot));
  const known = new Map<string, string>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const print = hashOf(before + JSON.stringify(text) + after);
    known.set(text, print);
    return print;
  };
}

function canonicalOf(e: Enrichment, text: string): string {
  const { type, input } = questionOf(e, text);
  return canonicalJson([type, input]);
}

/** UTF-8 by hand: Apps Script has no TextEncoder. A lone surrogate is encoded as it stands, so that texts stay distinct. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) pushUtf8(bytes, character.codePointAt(0) ?? 0);
  return Uint8Array.from(bytes);
}

function pushUtf8(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
  else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
