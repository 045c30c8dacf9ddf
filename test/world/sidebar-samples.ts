/** An enrichment, the sheet it belongs to, and a run, as the page gets them. */
import { BLANK, type Form } from '../../src/sidebar/client/model/form';
import type {
  AboutRow,
  ChainOffer,
  Counts,
  Draft,
  Offered,
  OwnLimit,
  PastRun,
  Progress,
  Refreshing,
  Rest,
  Saved,
  Start,
} from '../../src/sidebar/protocol';

/** A complete draft. */
export const CAPITAL: Draft = {
  id: 'e1',
  name: 'Capital',
  type: 'search',
  template: 'Capital of {{Country}}?',
  shape: 'fields',
  fields: [
    { name: 'Capital', kind: 'text', description: 'City only' },
    { name: 'Population', kind: 'number' },
  ],
  schema: '',
  sources: true,
  options: { depth: 'standard', includeImages: true, includeDomains: ['un.org'], maxResults: 5 },
};

/** The same as it is saved. */
export const SAVED: Saved = {
  ...CAPITAL,
  revision: 'r1',
  outputs: ['Capital', 'Population'],
  status: 'Capital status',
  missing: [],
  isBroken: false,
  renamed: null,
  refreshing: null,
};

/** Every morning, agreed to by the person who looks at it. */
export const REFRESHING: Refreshing = {
  rule: { every: 'day', hour: 7, day: 1 },
  rows: { fresh: true, changed: true, failed: true },
  cap: 1,
  mine: true,
  by: 'ada@example.com',
  key: '9f3c',
  next: 'Friday 27 November, 7:00',
  last: { when: 'Thursday 26 November, 7:12', what: '5 questions asked' },
  off: '',
  isPaused: false,
  isFree: false,
};

/** A sheet without enrichments. */
export const START: Start = {
  sheet: 'Countries',
  sheetId: 7,
  active: null,
  isReceipts: false,
  headings: ['Country', 'Notes'],
  sample: { Country: 'Chad', Notes: '' },
  key: '9f3c',
  enrichments: [],
  rows: 60,
  empty: [],
  unreadable: [],
  copies: [],
  drafts: [],
  tries: [],
  lists: [],
  progress: [],
  sorting: { back: 0, filter: null },
  stamp: 's1',
  named: false,
};

/** The sheet with its enrichment. */
export const WITH_CAPITAL: Start = { ...START, enrichments: [SAVED] };

/** A form that can be sent. */
export function filledIn(change: Partial<Form> = {}): Form {
  return { ...BLANK, name: 'Capital', question: 'Capital of {{Country}}?', ...change };
}

const COUNTS: Counts = {
  done: 18,
  notFound: 2,
  failed: 3,
  expired: 0,
  perhaps: 0,
  come: 0,
  running: 20,
  waiting: 7,
  outdated: 0,
  partial: 0,
  rows: 50,
};

/** A run half-way. */
export function progress(
  change: Partial<Omit<Progress, 'counts'>> = {},
  counts: Partial<Counts> = {},
): Progress {
  return {
    id: 'e1',
    run: 'run1',
    state: 'working',
    paused: '',
    code: '',
    heldUp: '',
    counts: { ...COUNTS, ...counts },
    failures: [],
    notAsked: null,
    stopped: false,
    startedAt: 1_000,
    endedAt: 0,
    expectedMs: 0,
    nextCheckAt: 0,
    by: '',
    goesOn: true,
    receipt: null,
    spending: null,
    steps: '',
    unmet: 0,
    later: 0,
    unfed: 0,
    canUndo: false,
    overwrote: false,
    ...change,
  };
}

/** An offer for fifty rows. */
export const OFFER: Offered = {
  rows: 50,
  questions: 48,
  shared: 2,
  along: 0,
  copies: 3,
  skipped: [{ reason: 'answered already', rows: 10 }],
  again: 0,
  replaced: 0,
  stakes: [],
  filtered: false,
  price: 0.006,
  least: 0.288,
  total: 0.288,
  balance: 18.43,
  others: { fill: 53, failed: 3, outdated: 0, all: 55, deeper: 0 },
};

/** A month in which something was spent. */
export const MONTH: OwnLimit = { month: '2026-11', limit: 0, counted: 1.52, everywhere: false };

/** A row that was answered. */
export const ABOUT_ROW: AboutRow = {
  row: 2,
  question: 'Capital of Chad?',
  leftOut: '',
  standing: 'answered',
  status: 'Done',
  empty: '',
  byHand: '',
  since: 1_000,
  bill: 'paid',
  price: 0.006,
  run: { startedAt: 1_000, by: 'sam@example.com', name: 'Capital' },
  sources: [{ name: 'Chad - Wikipedia', url: 'https://en.wikipedia.org/wiki/Chad' }],
};

/** A run that has ended, as it is listed. */
export const PAST_RUN: PastRun = {
  id: 'e1',
  name: 'Capital',
  run: 'r1',
  startedAt: Date.UTC(2026, 10, 23, 9),
  rows: 14,
  answered: 12,
  cost: 0.07,
  note: '',
  left: 14,
};

const NOTHING_LEFT_OUT = { copies: 0, problem: '' };

/** Sixty rows, each asked by the second once the first has found its website. */
export const CHAIN_OFFER: ChainOffer = {
  sheetId: 7,
  revision: 'c1',
  links: [
    {
      ...NOTHING_LEFT_OUT,
      ...{ id: 'find', name: 'Find the website', uses: [], rows: 60, questions: 60, later: 0 },
      ...{ price: 0.006, least: 0.36, total: 0.36 },
    },
    {
      ...NOTHING_LEFT_OUT,
      ...{
        id: 'read',
        name: 'Read the website',
        uses: ['Find the website'],
        rows: 0,
        questions: 0,
        later: 60,
      },
      ...{ price: 0.002, least: 0, total: 0.12 },
    },
  ],
  questions: 60,
  later: 60,
  least: 0.36,
  total: 0.48,
  balance: 18.43,
  stakes: [],
};

/** What is left of a colleague's run, for whoever would go on with it. */
export const REST: Rest = {
  agreement: 'a1',
  questions: 112,
  underWay: 20,
  waitsFor: '',
  price: 0.006,
  total: 0.672,
  balance: 5,
};
