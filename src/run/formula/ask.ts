/** Asking what no formula of the document has asked: written down first, within the day's cap, in one POST. */
import { usd } from '../../enrichment/amounts';
import { definitionOf, questionFor, type Wanted } from '../../enrichment/linkup-formula';
import { inUsd, type Money } from '../../enrichment/money';
import { asProblem, Problem, unlessProblem } from '../../enrichment/problem';
import { isRefusal } from '../../linkup/errors';
import { pair } from '../../linkup/match';
import { priceOf } from '../../linkup/prices';
import type { Properties } from '../../platform/properties';
import { learnEcho } from '../record/echoes';
import { asProperties, dayOf, type FormulaEntry, toEvict } from '../record/formula-entries';
import { countAsKept, countIn, noteOwnCount, termsIn } from '../record/formula-terms';
import { accountIn, ownAccount } from '../record/key';
import { MonthCount } from '../record/month';
import { inPassing } from '../turn';
import type { Recalculation } from './recalculation';

/** How long it waits for the document, in ms: as many cells as Google recalculates at once may come first. */
const PATIENCE = 8_000;

/** Asks what is left to ask. Throws why nothing of it was asked. */
export function askUnasked(r: Recalculation): void {
  if (r.unasked().length === 0) return;
  const reserved = inPassing(r.services, PATIENCE, () => reserve(r));
  if (!reserved) throw new Problem('busy');
  if (reserved.result.length > 0) send(r, reserved.result);
}

/** Takes for this recalculation what nobody else has taken meanwhile; all of it or nothing. */
function reserve(r: Recalculation): Wanted[] {
  const { documents, user, workbook } = r.services;
  const properties = documents.all();
  r.readIn(properties);
  const fresh = r.unasked();
  if (fresh.length === 0) return [];
  const today = dayOf(r.now);
  const isDrawn = (each: Wanted): boolean => {
    const entry = r.entryOf(each);
    return entry?.failure === 'absent' && entry.drawn === today;
  };
  const price = fresh.reduce((sum, each) => sum + (isDrawn(each) ? 0 : priceOf(definitionOf(each.form))), 0);
  const count = countWith(r, properties, user.all(), price);
  const gone = toEvict(properties, fresh.filter((each) => !r.entryOf(each)).length, today);
  if (!gone) throw new Problem('formula-room');
  const entries = new Map(fresh.map(({ name, form }) => [name, intent(form, r.now, today)]));
  noted(() => {
    for (const key of gone) documents.remove(key);
    documents.setAll({ ...asProperties(entries), ...countAsKept(count) });
  });
  noteOwnCount(user, workbook.id(), count);
  for (const [name, entry] of entries) r.entries.set(name, entry);
  return fresh;
}

function intent(form: Wanted['form'], now: number, today: number): FormulaEntry {
  return { form, at: now, drawn: today, used: today };
}

/** The day's count with so much more. Throws `formula-no-key`, `formula-off`, `formula-cap` or `own-limit`. */
function countWith(r: Recalculation, properties: Properties, own: Properties, price: Money) {
  const document = r.services.workbook.id();
  const account = accountIn(own);
  if (account === '') throw new Problem('formula-no-key');
  const terms = termsIn(own, document);
  // Whoever connects another key has not said that it shall pay.
  if (terms?.account !== account) throw new Problem('formula-off');
  const count = countIn(properties, own, document, r.now);
  if (count.asked + price > terms.cap) throw new Problem('formula-cap', usd(inUsd(terms.cap)));
  const owed = count.untold + price;
  const isTold = owed === 0 || new MonthCount(r.services).spendIfKept(owed);
  return { ...count, asked: count.asked + price, untold: isTold ? 0 : owed };
}

/** What cannot be written down is not asked: whoever may only view a document may not write there. */
function noted(step: () => void): void {
  try {
    step();
  } catch (thrown) {
    const problem = asProblem(thrown);
    throw problem.code === 'storage-full' ? new Problem('formula-room') : new Problem('formula-not-noted');
  }
}

/** The ids are kept before anything else; should this execution die before that, Linkup's list tells them to the next one. */
function send(r: Recalculation, fresh: readonly Wanted[]): void {
  const questions = fresh.map(questionFor);
  try {
    const { tasks, inKnownForm } = pair(questions, r.client.submit(questions));
    const entries = fresh.map(({ name }, i) => [name, sent(r, name, tasks[i]?.id)] as const);
    keepIds(r, new Map(entries));
    unlessProblem(() => learnEcho(r.services.user, ownAccount(r.services.user), inKnownForm));
  } catch (thrown) {
    const problem = asProblem(thrown);
    const failure = isRefusal(problem) ? 'refused' : 'unclear';
    const entries = fresh.map(({ name }) => [name, failed(r, name, failure)] as const);
    unlessProblem(() => r.keep(new Map(entries)));
    if (failure === 'refused') throw problem;
  }
}

/** Tried once more where it fails: an id that is not kept is looked for, which takes minutes. */
function keepIds(r: Recalculation, entries: ReadonlyMap<string, FormulaEntry>): void {
  const isKept = (): boolean =>
    unlessProblem(() => {
      r.keep(entries);
      return true;
    }) === true;
  if (!isKept()) isKept();
}

function sent(r: Recalculation, name: string, task: string | undefined): FormulaEntry {
  const entry = entryOf(r, name);
  return task === undefined ? failed(r, name, 'unclear') : { ...entry, task };
}

function failed(r: Recalculation, name: string, failure: 'refused' | 'unclear'): FormulaEntry {
  return { ...entryOf(r, name), failure, failedAt: r.now };
}

/** It was reserved a moment ago. */
function entryOf(r: Recalculation, name: string): FormulaEntry {
  const entry = r.entries.get(name);
  if (!entry) throw new Problem('unexpected', 'a question that was not reserved');
  return entry;
}
