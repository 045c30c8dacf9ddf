/** What a start writes before anything is asked: answers that are here already, and the rows that are to be asked, each with its number. */
import type { Mode, Selection } from '../../enrichment/selection';
import type { Row } from '../../sheet/table';
import { Refusals } from '../cycle/refused-columns';
import { apply } from '../rows/apply';
import { around, forNow, type Refused } from '../rows/around-refusals';
import type { Job } from '../rows/job';
import { whyUnmet } from '../rows/only-if';
import { copiedPatch, reservedPatch } from '../rows/patching';
import { realign } from '../rows/realign';
import { fingerprintOf, hasPlace } from '../rows/standing';
import { identityOf, isOpenTo, type Offer } from './offer';

/** Fills what can be copied and reserves the rest, as far as cells take it. */
export function markRows(job: Job, flush: () => void, offer: Offer, chosen: Selection, now: number): void {
  const refusals = new Refusals();
  const copies = new Set(chosen.copies);
  const copied = new Set(job.rows.filter(({ at }) => copies.has(at)).map(fingerprintOf));
  refusals.write(job, [...copied], (prints, refused) => copyAnswers(job, flush, offer.mode, prints, refused));
  const ordinals = new Map(chosen.questions.map(({ fingerprint }, i) => [fingerprint, i + 1]));
  let isJustRead = copied.size === 0;
  refusals.write(job, [...ordinals.keys()], (prints) => {
    const some = new Map(
      [...ordinals].filter(([print]) => prints.length === ordinals.size || prints.includes(print)),
    );
    const reading = { now, isJustRead };
    // Where that fails it is done again, later.
    isJustRead = false;
    reserveRows(job, flush, offer, some, reading);
  });
}

/** Fills rows whose question is answered on the sheet already. */
function copyAnswers(
  job: Job,
  flush: () => void,
  mode: Mode,
  some: readonly string[],
  refused: Refused,
): void {
  const prints = new Set(some);
  const needs = (row: Row): boolean => hasPlace(row) && !job.answers.answered(row) && isMeant(job, row, mode);
  apply(
    job,
    flush,
    () => forNow(job.askingAny(prints).filter(needs), refused),
    (row) => {
      const fingerprint = fingerprintOf(row);
      const source = prints.has(fingerprint) && needs(row) ? job.answers.holder(fingerprint) : undefined;
      const about = { run: job.run.id, fingerprint, ordinal: 0, at: job.run.startedAt };
      const besides = job.answers.besidesOf(fingerprint);
      return source && around(job.view, row, copiedPatch(job.view, row, source, about, besides), refused);
    },
    { afterMove: () => realign(job, flush) },
  );
}

/** Reserves every row that asks one of the questions, which are numbered in the table's order. */
function reserveRows(
  job: Job,
  flush: () => void,
  offer: Offer,
  ordinals: ReadonlyMap<string, number>,
  { now, isJustRead }: { readonly now: number; readonly isJustRead: boolean },
): void {
  // A row that only shares the question keeps what a person typed in it, even when others are overwritten.
  const chosen = (row: Row): boolean =>
    (isOpenTo(row, offer.mode) || offer.rows.has(identityOf(row))) && isMeant(job, row, offer.mode);
  apply(
    job,
    flush,
    () => job.askingAny(ordinals.keys()).filter(chosen),
    (row) => {
      const fingerprint = fingerprintOf(row);
      const ordinal = ordinals.get(fingerprint);
      if (ordinal === undefined || !chosen(row)) return undefined;
      const about = { run: job.run.id, fingerprint, ordinal, at: now, step: job.step };
      return reservedPatch(job.view, row, about);
    },
    { isJustRead, afterMove: () => realign(job, flush) },
  );
}

/** A row that the enrichment is not for is filled along with no other. */
function isMeant({ view, sheet }: Job, row: Row, mode: Mode): boolean {
  return whyUnmet(view, row, sheet, mode) === undefined;
}
