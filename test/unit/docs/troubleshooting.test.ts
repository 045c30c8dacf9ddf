/** The troubleshooting page: whoever reads a sentence of ours finds it there, in the words they read; and no sentence stands there that is said no more. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/enrichment/problem';
import { STATUS } from '../../../src/enrichment/status';
import {
  heldUpSentence,
  isProblemCode,
  pausedSentence,
  sentenceFor,
  stoppedSentence,
} from '../../../src/enrichment/words';
import { scopesOf } from '../../world/scopes';

const page = readFileSync('docs/troubleshooting.md', 'utf8');

/** The entries, by their headings. */
const entries = page
  .split(/^### /m)
  .slice(1)
  .map((entry) => entry.split(/^## /m)[0] ?? '');

/** What an entry quotes. */
const quotesOf = (entry: string): string[] =>
  [...entry.matchAll(/^- “(.*)”$/gm)].map(([, quote = '']) => quote);

const quoted = entries.flatMap(quotesOf);

/** Every code, as `problem.ts` lists them. */
const CODES = [...readFileSync('src/enrichment/problem.ts', 'utf8').matchAll(/^ {2}\| '([^']+)'/gm)]
  .map(([, code = '']) => code)
  .filter(isProblemCode);

/** What stands on the page for any name, number or reason. */
const ANY = '…';

/** The first sentence of a text: what the eye looks for. */
function beginning(text: string): string {
  const [first = text] = /^.+?(?:[.!?]|…)(?= [A-Z“]|$)/.exec(text.replaceAll(`${ANY}.`, ANY)) ?? [];
  return first.replace(/^.*, for a day by now, so nothing more is asked\.$/, LASTING);
}

/** How each sentence of a hold-up ends that has lasted for a day. */
const LASTING = '…, for a day by now, so nothing more is asked.';

/** Every voice in which a code is spoken of: to who pressed, of a run that waits or goes on by itself, of a schedule. */
function voicesOf(code: ProblemCode): string[] {
  const about = { code, subject: ANY };
  return [sentenceFor(code, ANY), pausedSentence(about), heldUpSentence(about), stoppedSentence(about)];
}

/** What rows say beside an answer or instead of one; reasons and figures follow. */
const OF_ROWS = [...Object.values(STATUS).map(beginning), 'Skipped: …'];

/** What a missing permission is said to keep from being done: each of the manifest's, and one that is not known. */
const OF_PERMISSIONS = [...scopesOf(readFileSync('appsscript.json', 'utf8')), ANY].map((scope) =>
  beginning(sentenceFor('no-permission', scope)).replace(/permission “.+?”/, `permission “${ANY}”`),
);

const said = new Set([...CODES.flatMap(voicesOf).map(beginning), ...OF_ROWS, ...OF_PERMISSIONS]);

describe('docs/troubleshooting.md', () => {
  it('has every sentence that people read, by its beginning', () => {
    expect(CODES.length).toBeGreaterThan(100);
    expect([...said].filter((sentence) => !quoted.includes(sentence))).toEqual([]);
  });

  it('has no sentence that is said no more, and none twice', () => {
    expect(quoted.filter((quote) => !said.has(quote))).toEqual([]);
    expect(quoted.filter((quote, at) => quoted.indexOf(quote) !== at)).toEqual([]);
  });

  it('says something of its own in every entry', () => {
    const empty = entries.filter((entry) => (entry.split(/”\n\n/)[1] ?? '').trim().length < 60);
    expect(empty.map((entry) => entry.split('\n')[0])).toEqual([]);
    expect(entries.filter((entry) => quotesOf(entry).length === 0)).toEqual([]);
  });
});
