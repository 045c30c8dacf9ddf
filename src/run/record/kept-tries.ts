/**
 * Tries of one row, kept with the person who pays for them, until they are closed, written or out of date: never in the document,
 * where anybody could put another task, or another answer, in the place of one.
 */
import { checkSense } from '../../enrichment/check';
import { type Enrichment, enrichment } from '../../enrichment/definition';
import type { Money } from '../../enrichment/money';
import {
  cut,
  id,
  integer,
  matching,
  maybe,
  moment,
  type Parser,
  readStored,
  record,
  text,
} from '../../enrichment/parse';
import { bytesOf } from '../../enrichment/utf8';
import type { Store } from '../../platform/properties';
import type { Services } from '../services';
import { MOST_ROWS } from './counts';
import { MOST_MONEY } from './run';
import { type TryEnd, tryEnd } from './try-end';

/** One try. */
export interface KeptTry {
  readonly id: string;
  /** When it was asked, in ms since 1970. */
  readonly at: number;
  /** What was tried, as it was: the draft may be another by now. Its id is '' for an enrichment that is not saved yet. */
  readonly asked: Enrichment;
  readonly fingerprint: string;
  readonly question: string;
  /** Where the row was. */
  readonly row: number;
  readonly price: Money;
  /** '' while no id is known, and for a question that was answered while we waited. */
  readonly task: string;
  /** What came of it, once that is known and where it is small enough to be kept. */
  readonly end?: TryEnd;
}

/** Throws `malformed`, or what makes no sense of what was tried. */
const sensible: Parser<Enrichment> = (value, path) => {
  const e = enrichment(value, path);
  checkSense(e);
  return e;
};

const stored: Parser<KeptTry> = record<KeptTry>({
  id,
  at: moment,
  asked: sensible,
  fingerprint: matching(/^[0-9a-f]{20}$/, 'a fingerprint'),
  question: text,
  row: integer(0, MOST_ROWS),
  price: integer(0, MOST_MONEY),
  task: cut(200),
  end: maybe(tryEnd),
});

const PREFIX = 'linkup.try.';

/** Google takes 9 kB for one value (Apps Script quotas page, November 2026); a part of it stays free. */
const MOST_BYTES = 8_800;

/** Tries that a person has in one document, and in all of them together: beyond, the oldest go. With drafts they stay below 500 kB. */
const MOST_IN_DOCUMENT = 5;
const MOST_IN_ALL = 15;

/** A try that nobody came back to for so long goes, in ms. */
const OLDEST = 14 * 24 * 3_600_000;

/** The tries of one person in one document. */
export class KeptTries {
  constructor(
    private readonly user: Store,
    private readonly document: string,
  ) {}

  /** Keeps a try, as much of it as there is room for; false where not even the question fits. Throws `cannot-store` or `storage-full`. */
  keep(kept: KeptTry): boolean {
    const json = leanest(kept);
    if (json === undefined) return false;
    const key = this.keyOf(kept.id);
    this.prune(key, kept.at);
    this.user.set(key, json);
    return true;
  }

  /** All of them, the newest first. What is none, or is out of date, is left out. */
  all(now: number): KeptTry[] {
    return triesIn(this.user.all(), this.keyOf(''))
      .filter(({ at }) => now - at <= OLDEST)
      .sort((a, b) => b.at - a.at);
  }

  /** One of them; undefined where it is gone, or was never there. */
  of(id: string): KeptTry | undefined {
    const json = this.user.get(this.keyOf(id));
    const found = json === undefined ? undefined : readStored(stored, json);
    return found?.id === id ? found : undefined;
  }

  /** Adds to one what has become known of it, unless it is gone meanwhile. */
  add(id: string, known: Partial<Pick<KeptTry, 'task' | 'end'>>): boolean {
    const found = this.of(id);
    return found !== undefined && this.keep({ ...found, ...known });
  }

  /** It was closed, written, or never arrived. */
  forget(id: string): void {
    this.user.remove(this.keyOf(id));
  }

  /** The page shows one try of each enrichment: those that another one follows go. */
  forgetBefore({ id, at, asked }: KeptTry): void {
    const before = this.all(at).filter((each) => each.id !== id && isSamePlace(each.asked, asked));
    for (const each of before) this.forget(each.id);
  }

  /** What was tried before it was saved belongs to the enrichment that it was saved as. */
  adopt(sheetId: number, id: string, now: number): void {
    for (const each of this.all(now))
      if (isSamePlace(each.asked, { id: '', sheetId })) this.keep({ ...each, asked: { ...each.asked, id } });
  }

  private keyOf(id: string): string {
    return `${PREFIX}${this.document}.${id}`;
  }

  /** What cannot be read is the oldest of all. */
  private prune(except: string, now: number): void {
    const others = Object.entries(this.user.all())
      .filter(([key]) => key.startsWith(PREFIX) && key !== except)
      .map(([key, json]) => ({ key, at: readStored(stored, json)?.at ?? 0 }))
      .sort((a, b) => b.at - a.at);
    const here = others.filter(({ key }) => key.startsWith(this.keyOf('')));
    const beyond = new Set(here.slice(MOST_IN_DOCUMENT - 1));
    const left = others.filter((each) => !beyond.has(each) && now - each.at <= OLDEST);
    const stay = new Set(left.slice(0, MOST_IN_ALL - 1));
    for (const each of others) if (!stay.has(each)) this.user.remove(each.key);
  }
}

/** The tries of whoever is at work, in this document. */
export function triesOf({ user, workbook }: Pick<Services, 'user' | 'workbook'>): KeptTries {
  return new KeptTries(user, workbook.id());
}

function isSamePlace(a: Pick<Enrichment, 'id' | 'sheetId'>, b: Pick<Enrichment, 'id' | 'sheetId'>): boolean {
  return a.id === b.id && a.sheetId === b.sheetId;
}

function triesIn(properties: Readonly<Record<string, string>>, prefix: string): KeptTry[] {
  return Object.entries(properties).flatMap(([key, json]) => {
    const found = key.startsWith(prefix) ? readStored(stored, json) : undefined;
    return found && key === prefix + found.id ? [found] : [];
  });
}

/** With its answer if that fits; else without the list of sources; else, where Linkup has it too, without the answer. */
function leanest({ end, ...rest }: KeptTry): string | undefined {
  const forms: KeptTry[] = end
    ? [
        { ...rest, end },
        { ...rest, end: { ...end, sources: [] } },
      ]
    : [];
  if (!end || rest.task !== '') forms.push(rest);
  return forms.map((form) => JSON.stringify(form)).find((json) => bytesOf(json) <= MOST_BYTES);
}
