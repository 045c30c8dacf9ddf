/** Sentences: one for every problem, in words that a person understands, without anything that only a programmer does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem, type ProblemCode } from '../../../src/enrichment/problem';
import {
  heldUpSentence,
  isProblemCode,
  pausedSentence,
  sentence,
  sentenceFor,
} from '../../../src/enrichment/words';

/** Whether a sentence names what the problem is about. The compiler asks for every code here. */
const NAMES_ITS_SUBJECT: Record<ProblemCode, boolean> = {
  'no-key': false,
  'bad-key': false,
  'no-credits': false,
  'budget-reached': false,
  forbidden: false,
  'address-blocked': false,
  'type-not-enabled': false,
  'not-connected': false,
  'not-started': false,
  'no-balance': false,
  'no-permission': true,
  'queue-full': false,
  'rate-limited': false,
  'invalid-question': true,
  'task-not-found': false,
  'server-error': false,
  network: false,
  bandwidth: false,
  'fetch-quota': false,
  'bad-response': true,
  unrecognised: true,
  'refused-alike': true,
  malformed: true,
  'empty-template': true,
  'no-placeholder': true,
  'empty-placeholder': true,
  'unclosed-placeholder': true,
  'unknown-column': true,
  'ambiguous-column': true,
  'no-fields': false,
  'bad-field': true,
  'bad-schema': true,
  'bad-option': true,
  'changed-meanwhile': true,
  'draft-too-large': false,
  'newer-version': false,
  'not-saved': false,
  'no-room': true,
  'empty-table': false,
  'no-headings': false,
  'no-enrichment': false,
  'none-named': false,
  'unknown-enrichment': true,
  'columns-missing': true,
  'merged-outputs': true,
  'outputs-gone': true,
  protected: true,
  'wrong-sheet': true,
  'nothing-selected': false,
  'no-row-selected': false,
  'filter-unclear': true,
  'filter-not-kept': true,
  'filter-changed': false,
  'no-condition-column': true,
  'visible-unclear': true,
  'hidden-by-hand': true,
  'row-gone': false,
  'copy-gone': false,
  'sheet-gone': true,
  'cannot-read': false,
  'cannot-write': false,
  'kept-moving': false,
  'now-protected': true,
  'not-reserved': false,
  busy: false,
  'already-running': true,
  'asked-with': true,
  'nothing-to-ask': false,
  'offer-changed': true,
  'offer-outdated': true,
  'chain-outdated': false,
  circular: true,
  'in-a-circle': true,
  'agreement-void': true,
  'key-changed': true,
  'not-yours': true,
  'key-refused': false,
  'name-taken': true,
  'receipts-sheet': true,
  'no-column-to-fill': true,
  'ambiguous-fill': true,
  'filled-twice': true,
  'asked-and-filled': true,
  'array-filled': true,
  'filled-column-gone': true,
  'heading-taken': true,
  'nothing-to-carry-on': true,
  'cap-too-small': true,
  'cap-reached': false,
  'own-limit': true,
  'already-scheduled': true,
  'not-scheduled': true,
  'nothing-refreshed': false,
  'schedule-void': true,
  'schedule-paused': true,
  'nothing-to-undo': false,
  'nothing-to-try': false,
  'row-not-asked': true,
  'not-tried': false,
  'try-too-fast': false,
  'try-gone': false,
  'try-unseen': false,
  'try-lost': false,
  'not-noted': false,
  'try-not-kept': false,
  'try-unanswered': false,
  'try-row-gone': true,
  'try-typed': true,
  'list-placeholder': false,
  'list-price': true,
  'list-no-sheet': false,
  'list-no-room': false,
  'list-full': true,
  'list-complete': false,
  'list-closed': false,
  'list-sheet-gone': false,
  'list-column-gone': true,
  'list-gone': false,
  'list-other-key': false,
  'list-waiting': true,
  'list-unseen': false,
  'list-lost': false,
  'list-unwritten': true,
  'trigger-time': false,
  'no-trigger': false,
  'too-many-triggers': false,
  'storage-full': false,
  'cannot-store': false,
  'out-of-time': false,
  'outdated-page': false,
  'formula-off': false,
  'formula-no-key': false,
  'formula-question': true,
  'formula-option': true,
  'formula-deep': true,
  'formula-range': true,
  'formula-cap': true,
  'formula-room': false,
  'formula-asking': false,
  'formula-perhaps': false,
  'formula-nothing': false,
  'formula-failed': true,
  'formula-gone': false,
  'formula-key-gone': false,
  'formula-not-noted': false,
  'formula-not-owner': true,
  unexpected: false,
};

const CODES = Object.keys(NAMES_ITS_SUBJECT).filter(isProblemCode);

describe('a sentence', () => {
  it('is there for every problem', () => {
    expect(CODES).toHaveLength(Object.keys(NAMES_ITS_SUBJECT).length);
  });

  it.each(CODES)('for %s is whole: it begins like one and ends with a full stop', (code) => {
    for (const subject of ['', 'City', 'ends with a stop.', 'and with two. \n']) {
      expect(sentenceFor(code, subject)).toMatch(code === 'bad-option' ? /\.$/ : /^[A-Z“][\s\S]*[^.\s]\.$/);
    }
  });

  it('of a sheet that was deleted quotes no name where none is known', () => {
    expect(sentenceFor('sheet-gone')).toMatch(/^The sheet was deleted,/);
    expect(sentenceFor('sheet-gone', 'Facts')).toMatch(/^The sheet of “Facts” was deleted,/);
  });

  it.each(CODES.filter((code) => code.includes('-')))('for %s does not show the code', (code) => {
    expect(sentenceFor(code, 'City')).not.toContain(code);
  });

  it.each(CODES)('for %s has no jargon', (code) => {
    expect(sentenceFor(code, 'City')).not.toMatch(
      /\b(HTTP|null|undefined|exception|NaN|4\d\d|5\d\d)\b|\[object/,
    );
  });

  it.each(CODES.filter((code) => !NAMES_ITS_SUBJECT[code]))('for %s shows no exception text', (code) => {
    expect(sentenceFor(code, 'TypeError: x is not a function')).toBe(sentenceFor(code));
  });

  it.each(CODES.filter((code) => NAMES_ITS_SUBJECT[code]))('for %s names what it is about', (code) => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[.\s]$/.test(text));
    fc.assert(fc.property(name, (subject) => sentenceFor(code, subject).includes(subject)));
  });

  it('reads as it stands in words.snapshot.txt, which is there to be read', async () => {
    const lines = CODES.map((code) => {
      const problem = new Problem(code, NAMES_ITS_SUBJECT[code] ? '‹subject›' : '');
      const ways = [sentence(problem), pausedSentence(problem), heldUpSentence(problem)];
      return [code, ...new Set(ways)].join('\n  ');
    });
    await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('words.snapshot.txt');
  });

  it('of a problem is the one for its code and subject', () => {
    expect(sentence(new Problem('unknown-column', 'City'))).toBe(
      'There is no column “City” in this table. Change the question, or name a column so.',
    );
  });
});

describe('a stored code', () => {
  it.each(['toString', '__proto__', '', 'no key'])('is not %j', (text) => {
    expect(isProblemCode(text)).toBe(false);
  });
});
