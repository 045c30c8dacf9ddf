/** What can differ about Linkup, by name and type. `knobs.ts` lists how each is by default, why, and what would settle it. */
import type { SearchInput, Work } from './contract';
import type { ErrorCode } from './errors';

/** Shortest and longest duration in milliseconds, both inclusive. */
export type Range = readonly [number, number];

/** How long work takes once it is processed, milliseconds. */
export interface Latencies {
  readonly search: Readonly<Record<SearchInput['depth'], Range>>;
  readonly fetch: { readonly plain: Range; readonly renderJs: Range };
  readonly research: Readonly<Record<'S' | 'M' | 'L' | 'XL', Range>>;
}

/** Routes as the limits name them. */
export type RouteName =
  | 'search'
  | 'fetch'
  | 'createTasks'
  | 'listTasks'
  | 'getTask'
  | 'createResearch'
  | 'listResearch'
  | 'getResearch'
  | 'extract'
  | 'balance';

/** As documented; a text that says the same; a list of it twice or once; keys in capitals. */
export type OutputForm = 'as asked' | 'text' | 'list' | 'list of one' | 'capitals';

/**
 * How a list comes: as asked; without any item; each item twice, in other letters; half as many; ten thousand; with objects for
 * values; texts in place of objects; with signs as HTML writes them; with blanks for names.
 */
export type ListForm =
  | 'as asked'
  | 'empty'
  | 'doubles'
  | 'fewer'
  | 'many'
  | 'wrong kinds'
  | 'texts'
  | 'entities'
  | 'nameless';

/** May be changed while the double runs; `seed` is read once. */
export interface LinkupKnobs {
  /** Seed of ids, latencies, failures and shuffles. */
  seed: number;
  /** How long work takes. */
  latency: Latencies;
  /** How long a task stays `pending`. */
  queuedMs: Range;
  /** Whether tasks of one batch finish in submission order. */
  completionOrder: 'independent' | 'submission' | 'reverse';
  /** Tasks that stay `processing` for ever. `ordinal` counts all tasks from 0. */
  stuck: (work: Work, ordinal: number) => boolean;
  /** Share of tasks (0 to 1) that fail with one of `failureCodes`. */
  failureRate: number;
  /** Reasons drawn from when `failureRate` strikes. */
  failureCodes: readonly ErrorCode[];
  /** Fails chosen work with a code; null lets it run. Applies to direct calls too. */
  failWhen: (work: Work) => ErrorCode | null;
  /** Form of a failed task's `error` string. */
  taskErrorForm: 'message' | 'code: message';
  /** Most tasks in flight. */
  queueLimit: number;
  /** Too few free slots reject the whole batch, or the first tasks are accepted. */
  shortage: 'reject' | 'partial';
  /** Order of the POST /tasks response. */
  responseOrder: 'input' | 'shuffled';
  /** An invalid item rejects `all`, becomes a failed task (`each`), or is left out (`drop`). */
  atomicity: 'all' | 'each' | 'drop';
  /** The `details.field` of a batch item: `3.input.depth`, `[3].input.depth` or `input.depth`. */
  batchField: 'dot' | 'bracket' | 'none';
  /** Least time between two polls, milliseconds. */
  pollIntervalMs: number;
  /** Who shares the poll limit. */
  pollScope: 'organization' | 'key' | 'off';
  /** Which reads count as polls. */
  pollRoutes: readonly RouteName[];
  /** Queries per second and organisation. */
  queriesPerSecond: number;
  /** Routes that count against `queriesPerSecond`. */
  queryRoutes: readonly RouteName[];
  /** The form of a completed task's output. */
  outputForm: (work: Work) => OutputForm;
  /** The form of the lists in structured outputs, and whether those that are to be left out come all the same. */
  listForm: ListForm;
  listRepeats: boolean;
  /** So many characters are added to the text of every fetched page. */
  pageChars: number;
  /** A task disappears so long after it ended. */
  retentionMs: number;
  /** `Retry-After` on 429 of rate and queue, in seconds; null sends none. */
  retryAfterSeconds: number | null;
  /** Whether `Retry-After` is seconds or a date. */
  retryAfterForm: 'seconds' | 'date';
  /** Whether answers have a `Date`. */
  dateHeader: boolean;
  /** The error of a key whose account has no credits left. */
  noCreditsCode: 'INSUFFICIENT_FUNDS_CREDITS' | 'PAYMENT_REQUIRED';
  /** What an error's text says besides its message: the Authorization header of the request, or 12 kB of something. */
  errorTexts: 'plain' | 'quoting' | 'long';
  /** Credits and budget must cover a batch (and what is in flight) at submission, or each task when it ends. */
  creditCheck: 'submit' | 'completion';
  /** The order of tasks with equal times: that of the store, another one at each reading, or one of its own for each page. */
  tieOrder: 'stable' | 'any' | 'by page';
  /** `sortBy` when it is not sent. */
  defaultSortBy: 'createdAt' | 'updatedAt';
  /** Lists show the state of so many milliseconds ago; reads by id are always current. */
  listLagMs: number;
  /** Other users of every organisation. */
  neighbours: {
    /** Queue slots that they hold all the time (not listed). */
    slots: number;
    /** A task of theirs arrives every so many milliseconds; null for never. */
    everyMs: number | null;
    /** So many tasks of theirs arrive and complete after each list read: pages shift under the reader. */
    perListRead: number;
  };
  /** `full` fills every default in the echoed input, `minimal` only research's. */
  echo: 'full' | 'minimal';
  /**
   * Whether `q` and `url` come back as they were sent; or the URL as `URL.href`, the query in NFC with single spaces; or the query in
   * the words with which the web was searched, by which nobody knows it again.
   */
  echoSubject: 'as sent' | 'normalised' | 'search words';
  /** Whether domains come back as they were sent, or in lower case without scheme and `www.`. */
  echoDomains: 'as sent' | 'bare';
  /** Whether objects in an echoed schema gain `additionalProperties: false`. */
  echoSchema: 'as sent' | 'closed';
  /** The `maxResults` that is filled in where none was sent; null for none. */
  echoMaxResults: number | null;
  /** The `toDate` that is filled in where none was sent. */
  echoToDate: 'none' | 'utc day' | 'local day' | 'day before' | 'day after';
  /** Whether research mode `auto` comes back as what it was resolved to. */
  echoResearchMode: 'as sent' | 'resolved';
  /** Fields and query keys that the contract does not know. */
  unknownFields: 'reject' | 'ignore';
  /** An option where it has no meaning, such as `includeSources` without `structured`. */
  misplacedOptions: 'reject' | 'ignore';
  /** Whether search and research take `structuredOutputSchema` as an object. */
  schemaAsObject: 'reject' | 'accept';
  /** Whether `depth: flash` is accepted inside a task. */
  flashInTasks: 'accept' | 'reject';
  /** Longest `q`; null for no limit. */
  maxQueryLength: number | null;
  /** Which spelling of research modes is taken. */
  researchModeSpelling: 'lower case' | 'capitalised';
  /** Whether /search and /fetch make the clock advance by their latency. */
  directCallsTakeTime: boolean;
  /** A direct call that would take longer ends in 504 after so many milliseconds. */
  directDeadlineMs: number;
  /** Code of a missing page on a host that exists. */
  missingPageCode: ErrorCode;
  /** 402 of /search and /fetch without a key. */
  noKeyCode: 'X402_PAYMENT_REQUIRED' | 'PAYMENT_REQUIRED';
}
