/** Every sentence at every place and moment in which it can be read: none says there what is only true elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Problem, type ProblemCode } from '../../../src/enrichment/problem';
import {
  heldUpSentence,
  isProblemCode,
  pausedFor,
  pausedSentence,
  pausedStatus,
  saidThere,
  sentence,
} from '../../../src/enrichment/words';
import { faultOf } from '../../../src/run/cycle/faults';
import { inOwnWords } from '../../../src/run/press/try-faults';
import { remedyFor } from '../../../src/sidebar/client/model/remedy';
import { LIST_PLACES } from './list-places';

/**
 * menu: after a menu item, with no run of it · toast: after a start for which there is no trigger · call: below a button of the sidebar ·
 * offer: beside the rows · try: in the box of a tried row · key: below the box for a key · list: of what cannot be read, above the form ·
 * waits: the reason of a run that waits, in the sidebar of whoever started it and of a colleague, in its rows' Status and in the
 * toast of “Check for results now” · held up: beside a run that goes on by itself · cell: beside a formula’s #ERROR!.
 */
type Place = 'menu' | 'toast' | 'call' | 'offer' | 'try' | 'key' | 'list' | 'waits' | 'held up' | 'cell';

/** What a definition says wrongly: told at Save, at a try, of one that somebody else has spoilt, and of a run of that. */
const DEFINITION: readonly Place[] = ['call', 'offer', 'menu', 'try', 'list', 'waits'];
/** A press at the table. */
const PRESS: readonly Place[] = ['menu', 'offer', 'call'];
const ACCOUNT: readonly Place[] = [...PRESS, 'try', 'waits'];
/** Linkup or Google for the moment. A try has words of its own for most of it. */
const PASSING: readonly Place[] = ['menu', 'offer', 'call', 'try', 'held up', 'waits'];

/** Where each code is read, by where it is thrown and who catches it. The compiler asks for every code. */
const READ_AT: Record<ProblemCode, readonly Place[]> = {
  'no-key': ACCOUNT,
  'bad-key': ACCOUNT,
  'key-refused': ['key'],
  'no-credits': ACCOUNT,
  'budget-reached': ACCOUNT,
  forbidden: [...ACCOUNT, 'key'],
  'no-permission': [...ACCOUNT, 'key'],
  'address-blocked': [...ACCOUNT, 'key'],
  'type-not-enabled': ['try', 'waits'],
  'not-connected': ['key'],
  'not-started': PRESS,
  'no-balance': ['call'],
  'queue-full': ['try'],
  'rate-limited': [...PASSING, 'key'],
  'invalid-question': ['try'],
  'task-not-found': ['held up', 'waits'],
  'server-error': PASSING,
  network: PASSING,
  bandwidth: PASSING,
  'fetch-quota': [...PASSING, 'key'],
  'bad-response': PASSING,
  unrecognised: ['waits'],
  'refused-alike': ['waits'],
  malformed: DEFINITION,
  'empty-template': DEFINITION,
  'no-placeholder': DEFINITION,
  'empty-placeholder': DEFINITION,
  'unclosed-placeholder': DEFINITION,
  'unknown-column': [...PRESS, 'try', 'waits'],
  'ambiguous-column': [...PRESS, 'try', 'waits'],
  'no-fields': DEFINITION,
  'bad-field': DEFINITION,
  'bad-schema': DEFINITION,
  'bad-option': DEFINITION,
  'changed-meanwhile': ['call'],
  'draft-too-large': ['call'],
  'newer-version': [...PRESS, 'try', 'list'],
  'not-saved': ['call'],
  'empty-table': [...PRESS, 'try'],
  'no-headings': ['call'],
  'no-enrichment': ['menu'],
  'unknown-enrichment': PRESS,
  'none-named': ['menu'],
  'columns-missing': [...PRESS, 'waits'],
  'merged-outputs': [...PRESS, 'waits'],
  'no-room': ['call'],
  protected: [...PRESS, 'waits'],
  'wrong-sheet': ['offer', 'call'],
  'nothing-selected': PRESS,
  'filter-unclear': PRESS,
  'filter-not-kept': ['call'],
  'outputs-gone': PRESS,
  'filter-changed': ['call'],
  'no-condition-column': ['offer', 'call', 'menu', 'try'],
  'visible-unclear': ['offer', 'call'],
  'hidden-by-hand': ['offer', 'call'],
  'no-row-selected': ['call'],
  'row-gone': ['call'],
  'sheet-gone': ['offer', 'call', 'try'],
  'copy-gone': ['call'],
  'cannot-read': PASSING,
  'cannot-write': PASSING,
  'kept-moving': ['call', 'try', 'held up', 'waits'],
  'now-protected': ['waits'],
  'not-reserved': ['menu', 'call'],
  busy: ['menu', 'call', 'try'],
  'already-running': ['menu', 'call', 'try'],
  'asked-with': ['call'],
  'nothing-to-ask': ['call'],
  'offer-changed': ['call'],
  'offer-outdated': PRESS,
  'chain-outdated': ['call'],
  circular: ['call'],
  'in-a-circle': ['call'],
  'agreement-void': ['waits'],
  'key-changed': ['waits'],
  'not-yours': ['call'],
  'receipts-sheet': ['call'],
  'name-taken': ['call'],
  'heading-taken': ['call'],
  'no-column-to-fill': ['call'],
  'ambiguous-fill': ['call'],
  'filled-twice': ['call'],
  'asked-and-filled': ['call'],
  'array-filled': PRESS,
  'filled-column-gone': PRESS,
  'nothing-to-carry-on': ['call'],
  'cap-too-small': ['call'],
  'cap-reached': ['waits'],
  'own-limit': ['menu', 'call', 'try'],
  'nothing-to-undo': ['call'],
  'already-scheduled': ['call'],
  'not-scheduled': ['call'],
  'nothing-refreshed': ['call'],
  'schedule-void': ['call'],
  'schedule-paused': [],
  'trigger-time': [],
  'no-trigger': ['toast'],
  'too-many-triggers': ['toast'],
  'storage-full': [...PRESS, 'waits'],
  'cannot-store': PASSING,
  'out-of-time': [],
  'formula-off': ['cell'],
  'formula-no-key': ['cell'],
  'formula-question': ['cell'],
  'formula-option': ['cell'],
  'formula-deep': ['cell'],
  'formula-range': ['cell'],
  'formula-cap': ['cell'],
  'formula-room': ['cell'],
  'formula-asking': ['cell'],
  'formula-perhaps': ['cell'],
  'formula-nothing': ['cell'],
  'formula-failed': ['cell'],
  'formula-gone': ['cell'],
  'formula-key-gone': ['cell'],
  'formula-not-noted': ['cell'],
  'formula-not-owner': ['call'],
  'nothing-to-try': ['try'],
  'row-not-asked': ['try'],
  'not-tried': ['try'],
  'try-too-fast': ['try'],
  'try-gone': ['try'],
  'try-unseen': ['try'],
  'try-lost': ['try'],
  'not-noted': ['try'],
  'try-not-kept': ['try'],
  'try-unanswered': ['try'],
  'try-row-gone': ['try'],
  'try-typed': ['try'],
  ...LIST_PLACES,
  'outdated-page': ['call'],
  unexpected: ['menu', 'offer', 'call', 'try', 'held up', 'waits'],
};

const CODES = Object.keys(READ_AT).filter(isProblemCode);
const at = (...places: readonly Place[]): ProblemCode[] =>
  CODES.filter((code) => READ_AT[code].some((place) => places.includes(place)));

const SUBJECT = '‹subject›';
const SAM = 'sam@example.com';
const problem = (code: ProblemCode): Problem => new Problem(code, SUBJECT);
const inSidebar = (code: ProblemCode): string => saidThere(sentence(problem(code)));
const ofTry = (code: ProblemCode): Problem => inOwnWords(problem(code));

/** What only who is elsewhere needs to be told, or is called otherwise in the sidebar. */
const ELSEWHERE = /in the sidebar|Set up…|Check for results now/;
/** What is only true of a run that goes on or waits. */
const OF_A_RUN =
  /waiting rows|the run goes on|this run\b|any more is asked|nothing more is asked|“Go on”|Check for results now/;
/** What is only true where nothing had been asked before. */
const OF_A_PRESS = /nothing was (asked|changed|kept|saved)|so nothing was|not started| yet\b/i;

describe('after a press in the menu', () => {
  it.each(at('menu'))('%s speaks of no run', (code) => {
    expect(sentence(problem(code))).not.toMatch(OF_A_RUN);
  });
});

describe('after a start without a trigger', () => {
  it.each(at('toast'))('%s says that nothing comes by itself, and what brings it', (code) => {
    expect(sentence(problem(code))).toMatch(/cannot arrive by themselves.*“Check for results now”/);
  });
});

describe('in the sidebar', () => {
  it.each(
    at('call', 'offer', 'list', 'key'),
  )('%s leads nobody to the sidebar, and speaks of no run', (code) => {
    expect(inSidebar(code)).not.toMatch(ELSEWHERE);
    if (code !== 'not-yours') expect(inSidebar(code)).not.toMatch(OF_A_RUN);
  });

  it.each(at('call', 'offer'))('%s that says “again” has a button for it, or a press of its own', (code) => {
    if (/[Tt]ry again/.test(inSidebar(code))) expect(remedyFor(code)).not.toBe('none');
  });

  it.each(at('call', 'offer', 'try'))('the button beside %s does what its sentence is about', (code) => {
    const said = saidThere(sentence(ofTry(code)));
    const remedy = remedyFor(ofTry(code).code);
    if (remedy === 'connect') expect(said).toMatch(/\bkey\b/);
    if (remedy === 'top-up') expect(said).toContain('app.linkup.so');
  });

  it.each(at('key'))('below the box for a key %s promises nothing of rows', (code) => {
    expect(inSidebar(code)).not.toMatch(/\brows?\b/);
  });
});

describe('in a cell', () => {
  it.each(at('cell'))('%s speaks of no run, row or enrichment at hand, and says what it cost', (code) => {
    const said = sentence(problem(code));
    expect(said).not.toMatch(/[Tt]he run|this (run|enrichment)\b|\bpress\b/);
    if (code !== 'formula-nothing') expect(said).toMatch(/billed|paid for/);
  });
});

describe('in the box of a tried row', () => {
  it.each(at('try'))('%s leads nobody to the sidebar, and speaks of no run', (code) => {
    const said = saidThere(sentence(ofTry(code)));
    expect(said).not.toMatch(ELSEWHERE);
    expect(said).not.toMatch(/waiting rows|[Tt]he run|this run\b/);
  });
});

describe('why a run waits', () => {
  const WAITS = at('waits');

  it('is told of everything that can pause one', () => {
    const never = CODES.filter((code) => !READ_AT[code].includes('waits'));
    expect(never.filter((code) => pausedSentence(problem(code)) !== sentence(problem(code)))).toEqual([]);
  });

  it('is told of whatever a cycle finds by itself', () => {
    const files = readdirSync('src/run/cycle').map((file) => readFileSync(`src/run/cycle/${file}`, 'utf8'));
    const found = files.flatMap((text) =>
      [...text.matchAll(/new Problem\('([^']*)'/g)].map(([, code]) => code),
    );
    const untold = found.filter((code) => !at('waits', 'held up').some((known) => known === code));
    // The one that ends an execution, and no more.
    expect(untold).toEqual(['out-of-time']);
  });

  it.each(WAITS)('in a Status: %s denies nothing that was asked, and says what to do', (code) => {
    const said = pausedStatus(problem(code));
    expect(said).toMatch(/^Paused: /);
    expect(said).not.toMatch(OF_A_PRESS);
    expect(said).not.toContain('by itself.');
    expect(said).toMatch(/“Check for results now”|[Ss]top (this|the) run|Start another run/);
  });

  it.each(WAITS)('in the sidebar: %s names the button that is there', (code) => {
    const said = saidThere(pausedSentence(problem(code)));
    expect(said).not.toMatch(ELSEWHERE);
    expect(said).toMatch(/“Go on”|[Ss]top (this|the) run|Start another run/);
  });

  it.each(WAITS)('of a colleague: %s asks nobody to pay for it or to mend a key', (code) => {
    const said = saidThere(pausedFor(problem(code), SAM));
    expect(said).not.toMatch(ELSEWHERE);
    expect(said).not.toMatch(/“Go on”|[Yy]our (Linkup|key|credits)|Top up|Replace/);
    expect(said).toContain(`Once that is mended, ${SAM} can go on.`);
    expect(said).not.toMatch(OF_A_PRESS);
  });

  it.each(WAITS)('in a Status that all can read: %s calls nobody’s account “your”', (code) => {
    expect(pausedStatus(problem(code))).not.toMatch(/\b[Yy]our\b/);
  });
});

describe('what holds a run up', () => {
  const PASSES = at('held up');

  it('is everything that passes, and nothing else', () => {
    const passing = CODES.filter((code) => ['passing', 'bug'].includes(faultOf(problem(code))));
    expect(PASSES).toEqual(passing);
  });

  it.each(PASSES)('is told calmly: %s goes on by itself, and asks nothing of anybody', (code) => {
    const said = heldUpSentence(problem(code));
    expect(said).toMatch(/the run goes on by itself once that is over\.$/);
    expect(said).not.toMatch(/[Cc]hoose|[Pp]ress|[Tt]ry again|nothing was|\b[Yy]our\b/);
  });
});
