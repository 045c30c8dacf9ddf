/** What crosses google.script.run: names, arguments and results. JSON only: a Date or a function would fail the whole call. */
import type { Condition } from '../enrichment/condition';
import type { AnswerShape, Field, Filled } from '../enrichment/definition';
import type { EmptyColumn } from '../enrichment/empty-columns';
import type { TaskType } from '../enrichment/options';
import type { Step } from '../enrichment/step';
import type { FormulaStanding } from '../run/formula/settings-types';
import type { AboutRow } from '../run/press/about-row-types';
import type { Choice, Tried, Worked } from '../run/press/choice-types';
import type { Renamed } from '../run/press/renamed-types';
import type { Sorting } from '../run/press/sorting-types';
import type { PastRuns, RunLeft, Undone } from '../run/report/past-types';
import type { Failure, Report as Progress } from '../run/report/report-types';
import type { ChainCalls } from './chain-types';
import type { IsJson, Json } from './json';
import type { ListCalls, Listed } from './list-types';
import type { Offered, Rest } from './offered-types';
import type { OwnLimit } from './own-limit-types';
import type { Refreshing, ScheduleCalls } from './schedule-types';
import type { UpkeepCalls } from './upkeep-types';

// What the engine says of itself crosses as it is: each type is written once, where it is made.
export type { FormulaStanding } from '../run/formula/settings-types';
export type { AboutRow, Bill } from '../run/press/about-row-types';
export type { Choice, Scope, Tried, Worked } from '../run/press/choice-types';
export type { Sorting } from '../run/press/sorting-types';
export type { Counts } from '../run/record/counts';
export type { PastRun, PastRuns, RunLeft, Undone } from '../run/report/past-types';
export type { FailedRow, Failure, Report as Progress, RunReceipt } from '../run/report/report-types';
export type { ChainLink, ChainOffer } from './chain-types';
export type { Listed } from './list-types';
export type { Offered, Rest } from './offered-types';
export type { OwnLimit } from './own-limit-types';
export type { Refreshing, ScheduleTerms, Wished } from './schedule-types';

/** What the sidebar shows first. */
export interface Start {
  readonly sheet: string;
  readonly sheetId: number;
  /** The sheet that the person looks at, where it is another one. */
  readonly active: { readonly sheetId: number; readonly name: string } | null;
  /** It holds the receipts of runs: nothing is enriched there. */
  readonly isReceipts: boolean;
  /** Columns that a question may name: the person's own, and what enrichments fill; one that fills a column does not name it. */
  readonly headings: readonly string[];
  /** What the first row of the table displays, by heading, for the live preview; {} in an empty table. */
  readonly sample: { readonly [heading: string]: string };
  /** How many rows there are, at most: empty ones count far down. */
  readonly rows: number;
  /** Columns of the person's own that are blank in most rows, as far as the top of the table shows: fields could fill them. */
  readonly empty: readonly EmptyColumn[];
  /** Last four characters of the key, or '' when there is none. */
  readonly key: string;
  readonly enrichments: readonly Saved[];
  /** What is saved in this document and cannot be read. */
  readonly unreadable: readonly LeftOut[];
  /** Enrichments whose columns came here with a copy, and are of none that is saved for this sheet. */
  readonly copies: readonly CopiedHere[];
  /** This person's edits that were never saved, for this sheet: by enrichment id, '' for a new one. */
  readonly drafts: readonly Kept[];
  /** What this person tried on this sheet and has not closed: the last try of each enrichment. */
  readonly tries: readonly KeptTrial[];
  /** The lists that this person has made in the document and has not closed, the newest first. */
  readonly lists: readonly Listed[];
  /** Live runs, and the last one of each enrichment that has none, on this sheet. */
  readonly progress: readonly Progress[];
  readonly sorting: Sorting;
  /** Another one whenever a run of the document has begun or ended, or a schedule stands otherwise. */
  readonly stamp: string;
  /** Whether receipts name this person. */
  readonly named: boolean;
}

/** An enrichment that cannot be read. */
export interface LeftOut {
  readonly id: string;
  /** Which it is, and why it is left out. */
  readonly sentence: string;
  /** Not where a later version of the add-on saved it. */
  readonly canDelete: boolean;
}

/** An enrichment that came with a copied file, a duplicated tab or pasted columns. */
export interface CopiedHere {
  /** Of the original. */
  readonly id: string;
  readonly name: string;
  readonly template: string;
  /** Rows that are answered, and rows that waited or were being asked when they were copied. */
  readonly answered: number;
  readonly open: number;
}

/** An enrichment as the sidebar edits it: one flat form. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly type: TaskType;
  readonly template: string;
  readonly shape: AnswerShape;
  readonly fields: readonly Field[];
  readonly schema: string;
  /** For one answer, or a page: the column of the person's that it fills. */
  readonly fills?: Filled;
  readonly sources: boolean;
  readonly fieldSources?: boolean;
  /** Which rows it is for; missing for all of them. */
  readonly onlyIf?: Condition;
  readonly steps?: readonly Step[];
  /** The options of the task type, by their API names. */
  readonly options: { readonly [name: string]: Json };
}

/** A draft that was kept, half-finished as it may be, with the revision it was begun from: '' for a new enrichment. */
export interface Kept extends Draft {
  readonly revision: string;
}

/** A try that is found again another day. */
export interface KeptTrial {
  /** What was tried, with the id of its enrichment: '' for one that is not saved. */
  readonly draft: Draft;
  /** In ms since 1970. */
  readonly startedAt: number;
  readonly tried: Tried;
}

/** A saved enrichment. */
export interface Saved extends Draft {
  /** Changes whenever anybody saves something else. */
  readonly revision: string;
  /** What its output columns are called now. */
  readonly outputs: readonly string[];
  /** What its Status column is called now; '' where it is gone. */
  readonly status: string;
  /** The visible columns that a Save would create again, for somebody has deleted them. */
  readonly missing: readonly string[];
  /** Whether hidden columns are gone, without which nothing can be asked. */
  readonly isBroken: boolean;
  /** A column that its question names and the table does not have; null where it has them all. */
  readonly renamed: Renamed | null;
  /** When it is refreshed by itself; null for never. */
  readonly refreshing: Refreshing | null;
}

/** Every call: its argument and its result. */
export interface Calls extends ScheduleCalls, ChainCalls, ListCalls, UpkeepCalls {
  /** Reads the active sheet, or the one that a page has on view if it is still there. */
  start: { argument: { readonly sheetId: number } | null; result: Start };
  /** The sheet that the person looks at, and whether there is news of runs: nothing else, for it is asked often. */
  active: {
    argument: null;
    result: { readonly sheetId: number; readonly name: string; readonly stamp: string };
  };
  connect: { argument: { readonly key: string }; result: { readonly key: string; readonly balance: number } };
  disconnect: { argument: null; result: null };
  /** Whether receipts of what this person begins from now on name them. */
  nameMe: { argument: { readonly named: boolean }; result: null };
  /** What is left at Linkup, and how this person's month stands. */
  balance: { argument: null; result: { readonly balance: number; readonly month: OwnLimit } };
  /** This person's own limit for a month, and how it stands. */
  ownLimit: { argument: null; result: OwnLimit };
  /** Sets it, in USD; 0 for none. */
  setOwnLimit: { argument: { readonly limit: number }; result: OwnLimit };
  /** Whether formulas may ask with this person's key, and what they asked today. */
  formula: { argument: null; result: FormulaStanding };
  /** Lets them cost so much a day, in USD; 0 turns them off. Refused with `formula-not-owner`. */
  setFormula: { argument: { readonly cap: number }; result: FormulaStanding };
  keepDraft: {
    argument: { readonly sheetId: number; readonly draft: Draft; readonly revision: string };
    result: null;
  };
  dropDraft: { argument: { readonly sheetId: number; readonly id: string }; result: null };
  /** `revision` is the one that was edited, '' for a new one. Refused with `changed-meanwhile` when somebody saved since, unless `force`. */
  save: {
    argument: {
      readonly sheetId: number;
      readonly draft: Draft;
      readonly revision: string;
      readonly force: boolean;
    };
    result: { readonly id: string; readonly revision: string };
  };
  /** Goes on with a copied one: from then on it is the sheet's own. Refused with `copy-gone`. */
  adopt: {
    argument: { readonly sheetId: number; readonly id: string };
    result: { readonly id: string };
  };
  /** The sheets of the document, from left to right, but for the receipts. */
  sheets: { argument: null; result: readonly { readonly sheetId: number; readonly name: string }[] };
  /** keep: the answers stay as plain columns, only Status and the hidden ones go · delete: all its columns go. One that cannot be read goes with its run. */
  remove: { argument: { readonly id: string; readonly columns: 'keep' | 'delete' }; result: null };
  /** Asks one row and writes nothing: the selected one if it is of the table, else the first that can be asked. */
  tryOne: { argument: { readonly sheetId: number; readonly draft: Draft }; result: Tried };
  /** Looks again after a try that has not ended. */
  tryAgain: {
    argument: {
      readonly sheetId: number;
      readonly draft: Draft;
      readonly task: string;
      readonly startedAt: number;
      readonly kept: string;
    };
    result: Tried;
  };
  /** Forgets a try: its person has closed it, or its draft is gone. */
  dropTry: { argument: { readonly kept: string }; result: null };
  /** Asks for a new list, for at most `total` USD: the draft is its question, its fields, and how deep. */
  makeList: { argument: { readonly draft: Draft; readonly total: number }; result: Listed };
  /** Brings the sheet of a list before the person's eyes, and reads it. */
  openList: { argument: { readonly kept: string }; result: Start };
  /** Writes the answer of a try into the row that asks it, for nothing. The answer is the one that was kept, or Linkup's. */
  writeTried: {
    argument: { readonly id: string; readonly kept: string };
    result: { readonly row: number };
  };
  offer: { argument: Choice; result: Offered };
  /** Starts. Refused with `offer-changed` when it would cost more than `total` by now. Money in USD. */
  enrich: { argument: Choice & { readonly total: number; readonly cap: number }; result: Progress };
  /** Asks the row again that was told of, for at most `total` USD. Refused with `row-gone` where it asks something else by now, or has been answered since. */
  askAgain: {
    argument: {
      readonly id: string;
      readonly revision: string;
      readonly row: number;
      readonly question: string;
      readonly since: number;
      readonly total: number;
    };
    result: Progress;
  };
  /** Tells how things stand. A run that goes on is told from its record; one that nobody has looked after for a while is moved forward first. */
  progress: { argument: { readonly id: string }; result: Progress | null };
  /** Moves all runs of the person forward for as long as Google lets it; at once where another execution is at it, or nothing is to be done. */
  work: { argument: null; result: Worked };
  /** Which rows failed, by reason: read from the sheet. */
  failures: { argument: { readonly id: string }; result: readonly Failure[] };
  /** Takes a paused run up again. */
  resume: { argument: { readonly id: string }; result: Progress | null };
  stop: { argument: { readonly id: string }; result: Progress | null };
  /** What is left of a colleague's run, and what it would cost this person. */
  rest: { argument: { readonly id: string }; result: Rest };
  /** Goes on with a colleague's run, with this person's key. Refused with `offer-changed` when the rest costs more than `total` by now. */
  carryOn: {
    argument: {
      readonly id: string;
      readonly revision: string;
      readonly agreement: string;
      readonly total: number;
    };
    result: Progress | null;
  };
  /** Makes the filter of a sheet again, over the answers too. Refused with `filter-changed` where it is not the one that was seen. */
  widenFilter: { argument: { readonly sheetId: number; readonly over: string }; result: null };
  undo: {
    argument: { readonly id: string; readonly run: string };
    result: Undone;
  };
  /** The runs that a sheet has had, the newest first. */
  pastRuns: { argument: { readonly sheetId: number }; result: PastRuns };
  /** What is left of a run on its sheet: read from it. */
  runLeft: { argument: { readonly id: string; readonly run: string }; result: RunLeft };
  /** Selects the rows of a run that got no answer for a reason, wherever they are now; how many they are. */
  selectUnanswered: {
    argument: { readonly id: string; readonly run: string; readonly reason: string };
    result: { readonly rows: number };
  };
  /** What there is to know of the row of the current cell. Refused with `no-row-selected` where that is in no row of the table. */
  aboutRow: { argument: { readonly id: string }; result: AboutRow };
  /** Selects the row of a failure in the sheet, wherever it is now. */
  show: { argument: { readonly id: string; readonly at: number; readonly print: string }; result: null };
}

/** A type that comes with its proof. */
type Proved<T, Proof extends true> = Proof extends true ? T : never;

/** The calls; compiles only as long as all their arguments and results are JSON. */
export type JsonCalls = Proved<Calls, IsJson<Calls>>;

/** The answer to a call: the result, or a sentence for the person with the problem's code, so that the page can offer the fitting button, and its place, that it can lead there. */
export type Reply<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly code: string; readonly sentence: string; readonly place?: string };
