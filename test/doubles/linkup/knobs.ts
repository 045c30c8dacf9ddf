/** Everything about Linkup that is not certain or can be turned: one list, with each default and its reason. It is data, to be asked. */
import type { LinkupKnobs, Range } from './knob-types';

export type { Latencies, LinkupKnobs, ListForm, OutputForm, Range, RouteName } from './knob-types';

/** documented by Linkup · observed in its SDKs, plugins or fixtures · assumed, the least convenient that they allow · apparatus: of tests only. */
export type Basis = 'documented' | 'observed' | 'assumed' | 'apparatus';

/** One knob. */
export interface Knob<T> {
  readonly value: T;
  readonly basis: Basis;
  /** Where the default comes from. */
  readonly source: string;
  /** What to ask of the live service to know better; '' where there is nothing to ask. */
  readonly question: string;
}

function knob<T>(value: T, basis: Basis, source: string, question = ''): Knob<T> {
  return { value, basis, source, question };
}

const minutes = (low: number, high: number): Range => [low * 60_000, high * 60_000];

/** Every knob with its default. */
export const KNOBS: { readonly [K in keyof LinkupKnobs]: Knob<LinkupKnobs[K]> } = {
  seed: knob(1, 'apparatus', 'chance that can be repeated'),
  latency: knob(
    {
      search: { flash: [120, 200], fast: [600, 1_400], standard: [1_000, 3_000], deep: [5_000, 120_000] },
      fetch: { plain: [400, 1_500], renderJs: [2_000, 5_000] },
      research: { S: minutes(2, 5), M: minutes(3, 7), L: minutes(5, 10), XL: minutes(10, 20) },
    },
    'documented',
    'search best practices, Research for agents; deep “often 30–120 s” in the official plugin, 5–30 s in the documentation',
    'How long do ten deep searches take, directly and as tasks?',
  ),
  queuedMs: knob(
    [50, 500],
    'assumed',
    'no number anywhere',
    'How long does a task stay pending while the queue is empty?',
  ),
  completionOrder: knob(
    'independent',
    'documented',
    'Tasks best practices: submission order does not constrain execution order',
  ),
  stuck: knob(
    () => false,
    'assumed',
    'no longest time is documented',
    'Is there a longest time after which a task fails?',
  ),
  failureRate: knob(0, 'apparatus', 'failures are scripted'),
  failureCodes: knob(
    ['INTERNAL_SERVER_ERROR', 'SEARCH_QUERY_NO_RESULT'],
    'apparatus',
    'failures are scripted',
  ),
  failWhen: knob(() => null, 'apparatus', 'failures are scripted'),
  taskErrorForm: knob(
    'message',
    'assumed',
    'reference page: “The error message if the task failed.”',
    'What is the error text of a task whose page cannot be reached, and is a code in it?',
  ),
  outputForm: knob(
    () => 'as asked',
    'documented',
    'reference pages',
    'Is a structured output ever a text, a list, or an object with other keys than the schema’s?',
  ),
  listForm: knob(
    'as asked',
    'assumed',
    'nothing is documented of arrays in a schema',
    'Does a schema whose property is an array of objects bring a list, and how long may it be?',
  ),
  listRepeats: knob(
    false,
    'assumed',
    'nothing is documented',
    'Does a list leave out what the question says to leave out?',
  ),
  pageChars: knob(0, 'apparatus', 'pages up to 20 MB are documented'),
  retentionMs: knob(
    24 * 3_600_000,
    'assumed',
    'Tasks best practices: “a bounded period”',
    'How long after its end is a task still in the list, and by its id?',
  ),
  responseOrder: knob(
    'input',
    'observed',
    'the official sample zips questions with envelopes',
    'Is the answer to POST /tasks in the order of the request, for 100 items?',
  ),
  directCallsTakeTime: knob(true, 'apparatus', 'a wall clock may not want to wait'),
  directDeadlineMs: knob(
    300_000,
    'observed',
    'time-out of the official plugin for deep',
    'After how long does a direct deep search end in 504?',
  ),
  queueLimit: knob(
    100,
    'observed',
    'SDK fixtures show 100, the CLI 10',
    'What is quota.limit for a new account?',
  ),
  shortage: knob(
    'reject',
    'assumed',
    'text of TASKS_QUEUE_LIMIT_EXCEEDED',
    'With 3 free places, what becomes of a POST of 5?',
  ),
  pollIntervalMs: knob(1_000, 'documented', 'Tasks best practices: one request a second'),
  pollScope: knob(
    'organization',
    'assumed',
    'no scope is stated',
    'Do two keys of one organisation share the poll limit?',
  ),
  pollRoutes: knob(
    ['listTasks', 'listResearch'],
    'assumed',
    'no routes are stated',
    'Does GET /tasks/:id count as a poll?',
  ),
  queriesPerSecond: knob(10, 'documented', 'rate limits page'),
  queryRoutes: knob(
    ['search', 'fetch'],
    'documented',
    'rate limits page',
    'Does POST /tasks count against 10 queries a second?',
  ),
  retryAfterSeconds: knob(
    null,
    'observed',
    'registries that probed it saw no such header',
    'Does a 429 have Retry-After?',
  ),
  retryAfterForm: knob('seconds', 'assumed', 'RFC 9110 allows both', 'Is Retry-After in seconds or a date?'),
  dateHeader: knob(
    true,
    'assumed',
    'RFC 9110: an origin server with a clock sends Date',
    'Do all answers have Date, and how old is it?',
  ),
  creditCheck: knob(
    'submit',
    'assumed',
    'nothing is documented',
    'With credits for 2 tasks, what becomes of a POST of 5?',
  ),
  noCreditsCode: knob(
    'PAYMENT_REQUIRED',
    'observed',
    'official plugin: 402 means that the account is out of credits; SDKs: 429 INSUFFICIENT_FUNDS_CREDITS',
    'Which status and code does a key without credits get, at /search and at /tasks?',
  ),
  errorTexts: knob(
    'quoting',
    'assumed',
    'nothing says what a message may hold',
    'Does any error message hold the key, or anything of the request?',
  ),
  listLagMs: knob(
    0,
    'assumed',
    'nothing is documented',
    'Is a task in the list as soon as its POST is answered?',
  ),
  tieOrder: knob(
    'any',
    'assumed',
    'no second sort key is documented',
    'In which order are the tasks of one batch listed, the same at each reading and page size?',
  ),
  neighbours: knob(
    { slots: 0, everyMs: null, perListRead: 0 },
    'apparatus',
    'other people of an organisation',
  ),
  atomicity: knob(
    'all',
    'assumed',
    'nothing is documented',
    'With one invalid item among five, what becomes of the other four?',
  ),
  batchField: knob(
    'dot',
    'assumed',
    'nothing is documented',
    'What is details.field for an invalid fourth item?',
  ),
  defaultSortBy: knob(
    'createdAt',
    'assumed',
    'nothing is documented',
    'By what is GET /tasks sorted without sortBy?',
  ),
  echo: knob(
    'full',
    'observed',
    'sample of the reference page',
    'Which options does an envelope echo that were not sent?',
  ),
  echoSubject: knob(
    'normalised',
    'assumed',
    'nothing promises that it comes back byte for byte',
    'How are a URL without a path, a punycode host, and a query in NFD with doubled spaces echoed?',
  ),
  echoDomains: knob(
    'bare',
    'assumed',
    'nothing is documented',
    'How is includeDomains ["https://WWW.Example.com/"] echoed?',
  ),
  echoSchema: knob(
    'closed',
    'assumed',
    'SDKs send closed schemas',
    'Is additionalProperties added to an echoed schema?',
  ),
  echoMaxResults: knob(
    20,
    'observed',
    'official plugin: usually 20',
    'Which maxResults is echoed where none was sent?',
  ),
  echoToDate: knob(
    'day after',
    'observed',
    'the newest JS SDK types toDate as required',
    'Which toDate is echoed where none was sent, at 23:30 UTC and at 00:30 UTC?',
  ),
  echoResearchMode: knob(
    'resolved',
    'assumed',
    'fixtures echo auto, for pending tasks',
    'Is research mode auto echoed as what it was resolved to?',
  ),
  unknownFields: knob(
    'reject',
    'assumed',
    'nothing is documented',
    'Is an unknown field or query key refused?',
  ),
  misplacedOptions: knob(
    'reject',
    'assumed',
    'nothing is documented',
    'Is includeSources refused without structured?',
  ),
  schemaAsObject: knob(
    'reject',
    'assumed',
    'references: a string; a sample of the agents’ repository sends an object',
    'Is a schema taken as an object by search?',
  ),
  flashInTasks: knob(
    'accept',
    'assumed',
    'price page and OpenAPI know flash',
    'Is depth flash taken inside a task?',
  ),
  maxQueryLength: knob(null, 'assumed', 'no limit is documented', 'Is a q of 10,000 characters taken?'),
  researchModeSpelling: knob(
    'lower case',
    'observed',
    'both SDKs; pages of the documentation write Answer, Investigate, Research',
    'Are answer and Answer both taken as a research mode?',
  ),
  missingPageCode: knob(
    'FETCH_ERROR',
    'assumed',
    'an SDK has a class for it, whose code was not seen',
    'Which code does a page get that answers 404?',
  ),
  noKeyCode: knob(
    'X402_PAYMENT_REQUIRED',
    'documented',
    'errors page',
    'Which of the two codes does /search give without a key?',
  ),
};
