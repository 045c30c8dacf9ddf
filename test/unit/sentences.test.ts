/**
 * One and many: whatever is said with a number reads right for 0, 1, 2 and 1,000. Every file that counts in words is here, with all
 * that it says; a file that begins to count, and one that counts by itself, fails.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/enrichment/amounts';
import { againLine, lookAlikesLine, replacedLine } from '../../src/enrichment/offer-lines';
import { rowsInWords } from '../../src/enrichment/schedule';
import { backLine, lookedWords } from '../../src/enrichment/sorted-words';
import { sentenceFor } from '../../src/enrichment/words';
import { partlyDone } from '../../src/run/press/commands';
import { type Offer, describe as offerInWords, reasonOf } from '../../src/run/press/offer';
import { stepsInWords } from '../../src/run/report/steps-taken';
import { copiedLine } from '../../src/sidebar/client/model/along';
import { badLines, moreLine, retryLabel, rowsOf } from '../../src/sidebar/client/model/failure-words';
import { fillColumnsLabel } from '../../src/sidebar/client/model/fills';
import { deletedLine, putBackLabel } from '../../src/sidebar/client/model/gone-words';
import { shapeInWords } from '../../src/sidebar/client/model/look';
import * as offer from '../../src/sidebar/client/model/offer-words';
import * as past from '../../src/sidebar/client/model/past-words';
import { capHint } from '../../src/sidebar/client/model/refresh-words';
import * as run from '../../src/sidebar/client/model/run-words';
import { scopeInWords } from '../../src/sidebar/client/model/scope-text';
import { fillLabel } from '../../src/sidebar/client/model/suggest-fields';
import { about } from '../../src/sidebar/client/model/time-words';
import { chainWords } from '../world/chain-words';
import { aSearch } from '../world/definitions';
import { listWords } from '../world/lists';
import { removalWords } from '../world/removal';
import { filledIn, OFFER, PAST_RUN, progress } from '../world/sidebar-samples';
import { NOUN, wrongIn } from './one-and-many';
import { sourcesBelow } from './sources';

const NUMBERS = [0, 1, 2, 1_000];

/** So many of anything. */
const many = (n: number): { name: string; kind: 'text' }[] =>
  Array.from({ length: n }, (_, i) => ({ name: `F${i}`, kind: 'text' }));
const receipt = (n: number) => ({ asked: n, answered: n, cost: 0.27, balanceAfter: null });
const counts = (n: number) => ({
  ...{ done: n, failed: n, expired: n, perhaps: n },
  ...{ running: n, waiting: n, rows: n },
});

const STEPPED = aSearch({ steps: [{ type: 'search', depth: 'deep' }] });

function offerOf(n: number): Offer {
  const print = (i: number) => ({ fingerprint: `${i}`, text: '', rows: [i] });
  const rows = Array.from({ length: n }, (_, i) => i);
  const skipped = REASONS.map((reason) => ({ reason, column: 'Country', rows: n }));
  return {
    revision: '',
    mode: 'fill',
    byMode: { fill: n, retry: n, outdated: n, unanswered: n, again: n, overwrite: n, refresh: n, deeper: n },
    typed: 'kept',
    selection: {
      questions: rows.map(print),
      rows: 2 * n,
      again: n,
      copies: rows,
      along: rows,
      copiedAlong: [],
      skipped,
    },
    step: 1,
    price: 600,
    least: 600 * n,
    total: 600 * n,
    rows: new Set(),
    unmet: new Set(),
    filtered: true,
    judged: true,
    byHand: n,
    replaced: n,
    gone: rows.map(String),
  };
}

const REASONS = [
  'blank',
  'error',
  'loading',
  'picture',
  'changing',
  'totals',
  'unmet',
  'too-long',
  'no-url',
  'unasked',
  'answered',
  'not found',
  'failed',
  'expired',
  'perhaps asked',
  'unreadable',
  'asking',
  'outdated',
  'typed',
] as const;

/** What each file says with a number. */
const SAID: Record<string, (n: number) => readonly string[]> = {
  'enrichment/offer-lines.ts': (n) => [
    againLine(n),
    replacedLine(n, 'replaced'),
    replacedLine(n, 'kept'),
    lookAlikesLine({ rows: n, column: 'Since', shown: 'Mar', held: ['March', 'May'] }),
  ],
  'enrichment/sorted-words.ts': (n) => [backLine(n), lookedWords([{ back: n, marked: n }]), lookedWords([])],
  'sheet/selected.ts': () => [sentenceFor('filter-unclear', '1,000')],
  'sheet/visible.ts': () => [sentenceFor('visible-unclear', '1,000'), sentenceFor('hidden-by-hand', '1,000')],
  'enrichment/removal-words.ts': removalWords,
  'enrichment/schedule.ts': (n) => [rowsInWords({ fresh: true, changed: false, failed: false, days: n })],
  'run/report/steps-taken.ts': (n) => [
    stepsInWords(STEPPED, [
      { step: 1, asked: n, found: n, cost: 0 },
      { step: 2, asked: 1, found: 0, cost: 0 },
    ]),
  ],
  'sidebar/schedule.ts': (n) => [`${count(n, 'question')} asked`],
  'run/formula/arguments.ts': (n) => [sentenceFor('formula-range', count(100 + n, 'row').split(' ')[0])],
  'run/press/commands.ts': (n) => [
    partlyDone(n, 1_000),
    partlyDone(0, n),
    `Asking ${count(n, 'question')}.`,
    `Done: ${count(n, 'row')}.`,
  ],
  'run/press/offer.ts': (n) => [
    ...offerInWords(offerOf(n), 300).split('\n'),
    ...REASONS.map(
      (reason) => `${count(n, 'row')} left out: ${reasonOf({ reason, column: 'Country', rows: n })}.`,
    ),
  ],
  'sidebar/client/model/gone-words.ts': (n) => {
    const missing = many(n).map(({ name }) => name);
    return [deletedLine({ name: 'Facts', missing }), putBackLabel({ missing })];
  },
  'sidebar/client/model/failure-words.ts': (n) => [
    ...badLines({ failed: n, expired: n, perhaps: n }),
    retryLabel({ failed: n, expired: 0, perhaps: 0 }),
    moreLine(n),
    rowsOf(n),
  ],
  'sidebar/client/model/fills.ts': (n) => [
    fillColumnsLabel(many(n).map(({ name }, at) => ({ heading: name, at, kind: 'text', choices: [] }))),
  ],
  'sidebar/client/model/look.ts': (n) => [
    shapeInWords({
      ...filledIn({ fields: many(n).map((each, key) => ({ ...each, key, description: '' })) }),
      shapes: { search: 'fields', fetch: 'fields', research: 'fields' },
    }),
  ],
  'sidebar/client/model/along.ts': (n) => [
    copiedLine({ id: '', name: '', template: '', answered: n, open: n }),
  ],
  'sidebar/client/model/chain-words.ts': chainWords,
  'sidebar/client/model/list-words.ts': listWords,
  'sidebar/client/model/offer-words.ts': (n) => [
    offer.rowsLine({ ...OFFER, rows: n, copies: 0 }),
    offer.rowsLine({ ...OFFER, rows: 0, copies: n }),
    offer.besideChoice(n)?.spoken ?? '',
    offer.leftOutLine({ skipped: [{ reason: '“Country” is empty', rows: n }] }),
    offer.leftOutLine({
      skipped: [
        { reason: '“Country” is empty', rows: n },
        { reason: 'filled by hand', rows: n },
      ],
    }),
    ...offer.billLines({ ...OFFER, questions: n, shared: n, copies: n, along: n }).map(({ term }) => term),
    offer.restLine({ questions: n, price: 0.006 }),
    offer.underWayLine(n, 'Bob'),
    offer.restWaitsLine({ waitsFor: 'Facts, Size' }),
    offer.balanceWarning({ balance: 0.006 * n, price: 0.006, questions: 2_000, total: 12 }),
    offer.capLine(0.006 * n, { ...OFFER, questions: 2_000, total: 12 }),
    offer.enrichLabel({ ...OFFER, rows: n, copies: 0 }),
    offer.enrichLabel({ ...OFFER, rows: 0, copies: n }),
  ],
  'sidebar/client/model/past-words.ts': (n) => {
    const kept = { cleared: n, kept: n, later: n, earlier: n };
    return [
      past.cameLine({ ...PAST_RUN, rows: n, answered: n }),
      past.cameLine({ ...PAST_RUN, rows: n, answered: null }),
      past.reasonLine({ reason: 'Linkup found nothing.', total: n, rows: [] }),
      past.undoTerms({ undoable: kept, unanswered: [] }),
      past.nothingLeft({ undoable: kept, unanswered: [] }),
      past.olderLabel(n),
      past.elsewhereLine(n),
      past.selectedLine(n),
      past.howMany({ runs: [], more: n }),
    ];
  },
  'sidebar/client/model/refresh-words.ts': (n) => [0.006, 0.1].map((m) => capHint(0.006 * n, 0.006, m)),
  'sidebar/client/model/run-words.ts': (n) => {
    const notAsked = { rows: n, why: 'stopped' } as const;
    const states = ['working', 'stopping', 'paused', 'ended'] as const;
    const runs = states.flatMap((state) => [
      progress({ state }, counts(n)),
      progress({ state, notAsked }, counts(n)),
    ]);
    return [
      ...runs.flatMap((each) => [
        run.headline(each, 0),
        run.receiptLine(each),
        run.announcement(each),
        run.stopLine(each),
      ]),
      run.receiptLine(progress({ receipt: receipt(n) })),
      ...run.parts(progress({}, counts(n))).map(run.partLine),
      run.undoneLine({ cleared: n, kept: 0, later: 0, earlier: 0 }),
      run.undoneLine({ cleared: 5, kept: n, later: n, earlier: n }),
    ];
  },
  'sidebar/client/model/scope-text.ts': (n) => [
    scopeInWords({ include: '', exclude: '', from: '', to: '', results: String(n) }, true),
    scopeInWords(
      {
        include: many(n)
          .map(({ name }) => `${name}.com`)
          .join(' '),
        exclude: '',
        from: '',
        to: '',
        results: '',
      },
      false,
    ),
  ],
  'sidebar/client/model/suggest-fields.ts': (n) => [fillLabel(many(n))],
  'sidebar/client/model/time-words.ts': (n) => [about(n * 60_000)],
};

describe('a sentence with a number', () => {
  it.each(
    NUMBERS.flatMap((n) => Object.entries(SAID).map(([file, say]) => [n, file, say] as const)),
  )('reads right with %s: %s', (n, _, say) => {
    const told = say(n).map((said) => [said, wrongIn(said)]);
    expect(told.filter(([, wrong]) => wrong !== '')).toEqual([]);
  });

  it.each([
    '1 rows left out.',
    '1 waiting rows.',
    '0 row.',
    '2 failed row',
    '1 row are left out.',
    '2 rows is left out.',
    '1 row failed and were not billed',
    '1 row kept, because somebody has changed them since.',
    '1 row left out: changed since they were answered.',
    '1 results',
    '1000 rows',
    '2 of these rows was asked',
  ])('that is wrong is seen: %s', (said) => {
    const parts = said.split(': ');
    expect([said, ...parts.slice(1).map((part) => `${parts[0]} ${part}`)].map(wrongIn).join('')).not.toBe('');
  });
});

const files = sourcesBelow('src')
  .filter((path) => path !== 'src/enrichment/amounts.ts')
  .map((path) => ({ file: path.slice('src/'.length), text: readFileSync(path, 'utf8') }));

describe('the sources', () => {
  it('count in words where this test hears of it', () => {
    const counting = files.filter(({ text }) =>
      /import \{[^}]*\b(count|figure|agree)\b[^}]*\} from '[./]+\/(enrichment\/)?amounts'/.test(text),
    );
    expect(counting.map(({ file }) => file).sort()).toEqual(Object.keys(SAID).sort());
  });

  it('leave numbers and their words to one place', () => {
    const alone = files.filter(({ text }) =>
      /toLocaleString\('en-US'\)|(?<!\bby) [!=]== 1 \? ['`]|'s'\}/.test(text),
    );
    expect(alone.map(({ file }) => file)).toEqual([]);
  });

  it('have no number before a noun that does not bend', () => {
    const stiff = files.flatMap(({ file, text }) =>
      [
        ...text.matchAll(
          new RegExp(
            `\\$?\\{[^{}'\`]*(?:length|rows|total|\\bn|size|waiting|running|failed|kept)\\} (?:\\w+ )?${NOUN}s?\\b[^:]`,
            'g',
          ),
        ),
      ].map(([found]) => `${file}: ${found}`),
    );
    expect(stiff).toEqual([]);
  });
});
