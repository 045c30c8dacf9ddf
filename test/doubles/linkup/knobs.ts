/** Everything about Linkup that is undocumented or adjustable, in one object with the likeliest defaults. */
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

/** May be changed while the double runs; `seed` is read once. */
export interface LinkupKnobs {
  /** Seed of ids, latencies, failures and shuffles. */
  seed: number;
  /** Documented ranges per depth (search best practices; Research for agents). */
  latency: Latencies;
  /** UNDOCUMENTED: how long a task stays `pending`. */
  queuedMs: Range;
  /** UNDOCUMENTED: whether tasks of one batch finish in submission order. */
  completionOrder: 'independent' | 'submission' | 'reverse';
  /** UNDOCUMENTED (max time in queue): tasks that stay `processing` for ever. `ordinal` counts all tasks from 0. */
  stuck: (work: Work, ordinal: number) => boolean;
  /** Share of tasks (0 to 1) that fail with one of `failureCodes`. */
  failureRate: number;
  /** Reasons drawn from when `failureRate` strikes. */
  failureCodes: readonly ErrorCode[];
  /** Fails chosen work with a code; null lets it run. Applies to direct calls too. */
  failWhen: (work: Work) => ErrorCode | null;
  /** UNDOCUMENTED: form of a failed task's `error` string. */
  taskErrorForm: 'message' | 'code: message';
  /** UNDOCUMENTED number; SDK fixtures show 100, the CLI 10. */
  queueLimit: number;
  /** UNDOCUMENTED: too few free slots reject the whole batch, or the first tasks are accepted. */
  shortage: 'reject' | 'partial';
  /** UNDOCUMENTED: order of the POST /tasks response. */
  responseOrder: 'input' | 'shuffled';
  /** UNDOCUMENTED: an invalid item rejects `all`, becomes a failed task (`each`), or is left out (`drop`). */
  atomicity: 'all' | 'each' | 'drop';
  /** UNDOCUMENTED: `details.field` of a batch item: `3.input.depth`, `[3].input.depth` or `input.depth`. */
  batchField: 'dot' | 'bracket' | 'none';
  /** Least time between two polls, milliseconds (Tasks best practices: one a second). */
  pollIntervalMs: number;
  /** UNDOCUMENTED: who shares the poll limit. */
  pollScope: 'organization' | 'key' | 'off';
  /** UNDOCUMENTED: which reads count as polls. */
  pollRoutes: readonly RouteName[];
  /** Queries per second and organisation (rate limits page). */
  queriesPerSecond: number;
  /** UNDOCUMENTED beyond search and fetch. */
  queryRoutes: readonly RouteName[];
  /** UNDOCUMENTED number: a task disappears so long after it ended. */
  retentionMs: number;
  /** UNDOCUMENTED: `Retry-After` in seconds on 429 of rate and queue; null sends none. */
  retryAfterSeconds: number | null;
  /** UNDOCUMENTED: credits and budget must cover a batch (and what is in flight) at submission, or each task when it ends. */
  creditCheck: 'submit' | 'completion';
  /** UNDOCUMENTED: `sortBy` when it is not sent. */
  defaultSortBy: 'createdAt' | 'updatedAt';
  /** UNDOCUMENTED (no second sort key): whether tasks of equal times are in another order on each page and with each page size. */
  ties: 'unordered' | 'stable';
  /** UNDOCUMENTED: lists show the state of so many milliseconds ago; reads by id are always current. */
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
  /** `full` fills every default in the echoed input (docs sample), `minimal` only research's (SDK fixtures). */
  echo: 'full' | 'minimal';
  /** UNDOCUMENTED: whether `q` and `url` come back as they were sent, or the URL as `URL.href`, the query in NFC with single spaces. */
  echoSubject: 'as sent' | 'normalised';
  /** UNDOCUMENTED: whether domains come back as they were sent, or in lower case without scheme and `www.`. */
  echoDomains: 'as sent' | 'bare';
  /** UNDOCUMENTED: whether objects in an echoed schema gain `additionalProperties: false`. */
  echoSchema: 'as sent' | 'closed';
  /** UNDOCUMENTED: the `maxResults` that is filled in where none was sent; null for none. */
  echoMaxResults: number | null;
  /** The `toDate` that is filled in where none was sent (typed as required in the newest SDK); which day is UNDOCUMENTED. */
  echoToDate: 'none' | 'utc day' | 'local day' | 'day before' | 'day after';
  /** UNDOCUMENTED: whether research mode `auto` comes back as what it was resolved to. */
  echoResearchMode: 'as sent' | 'resolved';
  /** UNDOCUMENTED: fields and query keys that the contract does not know. */
  unknownFields: 'reject' | 'ignore';
  /** UNDOCUMENTED: an option where it has no meaning, such as `includeSources` without `structured`. */
  misplacedOptions: 'reject' | 'ignore';
  /** UNDOCUMENTED: whether search and research take `structuredOutputSchema` as an object. */
  schemaAsObject: 'reject' | 'accept';
  /** UNDOCUMENTED: whether `depth: flash` is accepted inside a task. */
  flashInTasks: 'accept' | 'reject';
  /** UNDOCUMENTED: longest `q`; null for no limit. */
  maxQueryLength: number | null;
  /** Whether /search and /fetch make the clock advance by their latency. */
  directCallsTakeTime: boolean;
  /** UNDOCUMENTED: a direct call that would take longer ends in 504 after so many milliseconds. */
  directDeadlineMs: number;
  /** UNDOCUMENTED code string of a missing page on a host that exists. */
  missingPageCode: ErrorCode;
  /** 402 of /search and /fetch without a key; both codes are documented. */
  noKeyCode: 'X402_PAYMENT_REQUIRED' | 'PAYMENT_REQUIRED';
}

/** A fresh set of knobs with the likeliest values. */
export function defaultKnobs(): LinkupKnobs {
  return { ...defaultTaskKnobs(), ...defaultLimitKnobs(), ...defaultContractKnobs() };
}

const minutes = (low: number, high: number): Range => [low * 60_000, high * 60_000];

function defaultTaskKnobs() {
  return {
    seed: 1,
    latency: {
      search: { flash: [120, 200], fast: [600, 1_400], standard: [1_000, 3_000], deep: [5_000, 30_000] },
      fetch: { plain: [400, 1_500], renderJs: [2_000, 5_000] },
      research: { S: minutes(2, 5), M: minutes(3, 7), L: minutes(5, 10), XL: minutes(10, 20) },
    },
    queuedMs: [50, 500],
    completionOrder: 'independent',
    stuck: () => false,
    failureRate: 0,
    failureCodes: ['INTERNAL_SERVER_ERROR', 'SEARCH_QUERY_NO_RESULT'],
    failWhen: () => null,
    taskErrorForm: 'message',
    retentionMs: 24 * 3_600_000,
    responseOrder: 'input',
    directCallsTakeTime: true,
    directDeadlineMs: 60_000,
  } satisfies Partial<LinkupKnobs>;
}

function defaultLimitKnobs() {
  return {
    queueLimit: 100,
    shortage: 'reject',
    pollIntervalMs: 1_000,
    pollScope: 'organization',
    pollRoutes: ['listTasks', 'listResearch'],
    queriesPerSecond: 10,
    queryRoutes: ['search', 'fetch'],
    retryAfterSeconds: null,
    creditCheck: 'submit',
    ties: 'unordered',
    listLagMs: 0,
    neighbours: { slots: 0, everyMs: null, perListRead: 0 },
  } satisfies Partial<LinkupKnobs>;
}

function defaultContractKnobs() {
  return {
    atomicity: 'all',
    batchField: 'dot',
    defaultSortBy: 'createdAt',
    echo: 'full',
    echoSubject: 'as sent',
    echoDomains: 'as sent',
    echoSchema: 'as sent',
    echoMaxResults: null,
    echoToDate: 'none',
    echoResearchMode: 'as sent',
    unknownFields: 'reject',
    misplacedOptions: 'reject',
    schemaAsObject: 'reject',
    flashInTasks: 'accept',
    maxQueryLength: null,
    missingPageCode: 'FETCH_ERROR',
    noKeyCode: 'X402_PAYMENT_REQUIRED',
  } satisfies Partial<LinkupKnobs>;
}
