/** Tries of one row, kept with the person who pays for them, until they are closed, written or out of date. */
import { checkSense } from '../../enrichment/check';
import { type Enrichment, enrichment } from '../../enrichment/definition';
import type { Money } from '../../enrichment/money';
import { cut, id, integer, matching, maybe, moment, type Parser, record, text } from '../../enrichment/parse';
import type { Store } from '../../platform/properties';
import type { Services } from '../services';
import { MOST_ROWS } from './counts';
import { Kept, type Kind } from './kept';
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

/** With drafts they stay below 500 kB. */
const TRIES: Kind<KeptTry> = {
  prefix: 'linkup.try.',
  stored,
  ...{ mostInDocument: 5, mostInAll: 15, days: 14 },
  forms,
};

/** The tries of one person in one document. */
export class KeptTries extends Kept<KeptTry> {
  constructor(user: Store, document: string) {
    super(user, document, TRIES);
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
}

/** The tries of whoever is at work, in this document. */
export function triesOf({ user, workbook }: Pick<Services, 'user' | 'workbook'>): KeptTries {
  return new KeptTries(user, workbook.id());
}

function isSamePlace(a: Pick<Enrichment, 'id' | 'sheetId'>, b: Pick<Enrichment, 'id' | 'sheetId'>): boolean {
  return a.id === b.id && a.sheetId === b.sheetId;
}

/** With its answer if that fits; else without the list of sources; else, where Linkup has it too, without the answer. */
function forms({ end, ...rest }: KeptTry): KeptTry[] {
  const full: KeptTry[] = end
    ? [
        { ...rest, end },
        { ...rest, end: { ...end, sources: [] } },
      ]
    : [];
  return !end || rest.task !== '' ? [...full, rest] : full;
}
