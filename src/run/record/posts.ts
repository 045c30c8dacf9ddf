/** POSTs whose outcome is not on the sheet yet: written down before they are sent, so that whoever comes after a crash looks for them first. */
import { list, maybe, type Parser, readStored, record, text } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import { sealOf } from './agreement';
import { type Ranges, ranges, rangesText, sizeOf } from './ranges';
import { RUN_PREFIX, type Run, storable } from './run';

/** What a POST holds of one run. */
export interface Part {
  readonly run: string;
  readonly enrichment: string;
  readonly ordinals: Ranges;
  /** Six characters for each question, in the order of the ordinals: its subject's `subjectHash`. Blank where it is not known. */
  readonly subjects: string;
}

/** One POST that was sent, or was about to be. How it failed is no part of what the document keeps. Times in ms since 1970. */
export interface Post {
  readonly id: string;
  /** When it was sent, by Google's clock. */
  readonly at: number;
  /** What Linkup's own clock had said last before that; missing where it never did. */
  readonly linkupAt?: number;
  /** When it was known to have failed, by Google's clock; missing where nobody lived to see it end. */
  readonly failedAt?: number;
  /** How it failed: `refused` is a coded answer that nothing was taken. */
  readonly failure?: 'refused' | 'unclear';
  readonly parts: readonly Part[];
}

/** What the document keeps of it. */
type Kept = Omit<Post, 'failedAt' | 'failure'>;

/** Length of one question's hash in `subjects`. */
const SUBJECT_LENGTH = 6;

/** Most POSTs that may be outstanding: with their questions about 15 kB. */
export const MOST_POSTS = 30;

/** Most questions in them. */
export const MOST_OUTSTANDING = 2_000;

/** Most questions that a stored POST may name: those of one request (POST /tasks reference, November 2026). */
const MOST_QUESTIONS = 100;

const PREFIX = 'linkup.post.';

/** No time before the product existed, or beyond any run's life, was stored by us. */
const FIRST_TIME = Date.UTC(2026, 0, 1);
const LAST_TIME = Date.UTC(2100, 0, 1);

const time: Parser<number> = (value, path) => {
  if (typeof value === 'number' && value >= FIRST_TIME && value <= LAST_TIME) return value;
  throw new Problem('malformed', `${path} should be a time`);
};

const name: Parser<string> = (value, path) => {
  const stored = text(value, path);
  if (/^[\w-]{1,40}$/.test(stored)) return stored;
  throw new Problem('malformed', `${path} should be a name`);
};

const part: Parser<Part> = (value, path) => {
  const parsed = record<Part>({ run: name, enrichment: name, ordinals: ranges, subjects: text })(value, path);
  const size = sizeOf(parsed.ordinals);
  const fits = parsed.subjects === '' || parsed.subjects.length === size * SUBJECT_LENGTH;
  if (size >= 1 && size <= MOST_QUESTIONS && fits && /^[\w-]*$/.test(parsed.subjects)) return parsed;
  throw new Problem('malformed', `${path} names no questions of one POST`);
};

const post = record<Kept>({ id: name, at: time, linkupAt: maybe(time), parts: list(part) });

/** The hashes of a part's questions, in the order of its ordinals; none where they are not known. */
export function hashesOf({ subjects }: Part): string[] {
  const count = subjects.length / SUBJECT_LENGTH;
  return Array.from({ length: count }, (_, i) =>
    subjects.slice(i * SUBJECT_LENGTH, (i + 1) * SUBJECT_LENGTH),
  );
}

/** The POSTs in a set of document properties, oldest first. */
export function postsIn(properties: Properties): Post[] {
  return Object.entries(properties)
    .flatMap(([key, json]) => (key.startsWith(PREFIX) ? (readStored(post, json) ?? []) : []))
    .sort((a, b) => a.at - b.at);
}

/** In the first edition a run held the one POST that was outstanding, as its `intent`: it becomes a record of its own. */
export function postOfFirstEdition({ id, enrichment, first }: Run): Post | undefined {
  const { intent } = first ?? {};
  if (!intent || intent.ordinals.length === 0) return undefined;
  const { at, ordinals } = intent;
  return { id: `first-${id}`, at, parts: [{ run: id, enrichment, ordinals, subjects: '' }] };
}

/** What the agreements keep of a POST for a run, to know it by: should somebody change its record, nothing it says of absence counts. */
export function sealOfPost({ at, linkupAt, parts }: Post, run: string): string {
  return sealOf([at, linkupAt, parts.filter((each) => each.run === run)]);
}

/** Keeps POSTs and the runs that draw on them, all at once: a crash finds all of it or nothing. Throws `storage-full`. */
export function savePosts(
  documents: Store,
  posts: readonly Post[],
  runs: readonly Run[],
  others: Readonly<Record<string, string>> = {},
): void {
  documents.setAll({
    ...others,
    ...Object.fromEntries(runs.map((each) => [RUN_PREFIX + each.id, JSON.stringify(storable(each))])),
    ...Object.fromEntries(posts.map((kept) => [PREFIX + kept.id, JSON.stringify(storablePost(kept))])),
  });
}

function storablePost({ failedAt, failure, ...kept }: Post): object {
  return { ...kept, parts: kept.parts.map((each) => ({ ...each, ordinals: rangesText(each.ordinals) })) };
}

/** Forgets a POST: its ids are on the sheet and verified, or it is settled. */
export function removePost(documents: Store, id: string): void {
  documents.remove(PREFIX + id);
}
