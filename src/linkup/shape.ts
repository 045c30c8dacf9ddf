/** What a request asks for besides its subject, compared with an echo: strictly where it shapes the answer, else for ties only. */
import { isRecord, parseJson } from '../enrichment/parse';
import type { Question } from '../enrichment/question';
import { normalHost, normalText } from './subject';
import type { Task } from './types';

/** How the value of an option compares, as a text; undefined for a value that says nothing. */
type Form = (value: unknown) => string | undefined;

interface Shaping {
  readonly form: Form;
  /** What the option is where it is not sent (reference pages, November 2026). */
  readonly unsent: string;
}

/** The options that decide what comes back. */
const SHAPING: Readonly<Record<string, Shaping>> = {
  outputType: { form: word, unsent: '' },
  depth: { form: word, unsent: '' },
  reasoningDepth: { form: word, unsent: 'l' },
  includeSources: { form: word, unsent: 'false' },
  structuredOutputSchema: { form: fieldNames, unsent: '' },
  schema: { form: fieldNames, unsent: '' },
};

/** Lists of domains. */
const DOMAINS = ['includeDomains', 'excludeDomains'];

/** A day may be filled in, or move with a time zone, by this much; in ms. */
const DAYS_APART = 2 * 24 * 3_600_000;

/**
 * Whether a task could be a question's, whatever subject it echoes: what it says of its shape, and of the part of the web and of
 * the days that it looks at, does not contradict. What the echo lacks contradicts nothing; what Linkup adds under a new name neither.
 */
export function mayAsk({ type, input, createdAt }: Task, question: Question): boolean {
  if (type !== question.type) return false;
  const sent = question.input;
  return (
    Object.entries(SHAPING).every(([name, shaping]) => isSameShape(shaping, input[name], sent[name])) &&
    DOMAINS.every((name) => isEmpty(input[name]) || domainList(input[name]) === domainList(sent[name])) &&
    isSameDay(input.fromDate, sent.fromDate) &&
    isSameDay(input.toDate, sent.toDate ?? createdAt)
  );
}

/** The same for a task that is to be taken for the question's own: a page that was fetched without our fields is somebody else's. */
export function agrees(task: Task, question: Question): boolean {
  const isPlainPage = question.input.schema !== undefined && isEmpty(task.input.schema);
  return !isPlainPage && mayAsk(task, question);
}

function isSameShape({ form, unsent }: Shaping, echoed: unknown, sent: unknown): boolean {
  const said = form(echoed);
  return said === undefined || said === (form(sent) ?? unsent);
}

/** Where we named no day, one in the echo is somebody else's. */
function isSameDay(echoed: unknown, ours: unknown): boolean {
  const day = dayOf(echoed);
  return day === undefined || Math.abs(day - (dayOf(ours) ?? Number.POSITIVE_INFINITY)) <= DAYS_APART;
}

/** The day that a time begins with, in ms. */
function dayOf(time: unknown): number | undefined {
  const day = typeof time === 'string' ? Date.parse(time.slice(0, 10)) : Number.NaN;
  return Number.isNaN(day) ? undefined : day;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function word(value: unknown): string | undefined {
  return isEmpty(value) ? undefined : normalText(String(value)).toLowerCase();
}

/** A schema is sent as text and echoed as an object. Keywords may be added to it; the names of its fields are ours. */
function fieldNames(schema: unknown): string | undefined {
  if (typeof schema !== 'string') return namesIn(schema);
  // One for all questions of an enrichment.
  const names = sentSchemas.get(schema) ?? namesIn(parseJson(schema));
  if (names !== undefined) sentSchemas.set(schema, names);
  return names;
}

/** The fields of schemas that were sent, by their text. */
const sentSchemas = new Map<string, string>();

function namesIn(schema: unknown): string | undefined {
  if (!isRecord(schema) || !isRecord(schema.properties)) return undefined;
  const names = Object.keys(schema.properties).map((name) => name.normalize('NFC'));
  return names.sort().join('\n');
}

/** Domains as they count: in any order, case and script, with or without scheme and `www.`. */
function domainList(value: unknown): string {
  const names = Array.isArray(value) ? value.map((domain) => domainName(String(domain))) : [];
  return [...new Set(names)].sort().join(' ');
}

function domainName(domain: string): string {
  const host = domain.trim().replace(/^[a-z][a-z\d+.-]*:\/\//i, '');
  return normalHost(host.replace(/[/?#].*$/, '')).replace(/^www\./, '');
}

/** In how many neutral options a task differs from a question: of several tasks the one with the fewest is likeliest the question's. */
export function differences(task: Task, question: Question): number {
  const names = new Set([...Object.keys(question.input), ...Object.keys(task.input)]);
  return [...names].filter((name) => differs(name, task.input[name], question.input[name])).length;
}

/** The subject and the shape are compared elsewhere; these Linkup is known to fill in, or to resolve. */
function differs(name: string, echoed: unknown, sent: unknown): boolean {
  if (name === 'q' || name === 'url' || name in SHAPING || DOMAINS.includes(name)) return false;
  if ((name === 'toDate' || name === 'maxResults') && isEmpty(sent)) return false;
  if (name === 'mode' && (isEmpty(sent) || sent === 'auto')) return false;
  return counting(echoed) !== counting(sent);
}

/** `false` and nothing are the same. */
function counting(value: unknown): string {
  return value === false ? '' : (word(value) ?? '');
}
