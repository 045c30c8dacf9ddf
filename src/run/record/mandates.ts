/**
 * Mandates: what a person said yes to for every start of a schedule. Kept with them, in their own properties, for whoever may edit the
 * document may write everything that is in it: the schedule that everybody sees says when and how much, and a mandate is what counts.
 */
import type { Money } from '../../enrichment/money';
import { id, integer, maybe, moment, type Parser, readStored, record, short } from '../../enrichment/parse';
import { type RefreshedRows, type Rule, refreshedRows, rule } from '../../enrichment/schedule';
import type { Properties, Store } from '../../platform/properties';
import { revision } from './enrichments';
import { account } from './key';
import { MOST_MONEY } from './run';

/** One definition, one price, one cap a start, at certain times. */
export interface Mandate {
  /** What the schedule in the document refers to it by: of two people's, one counts. */
  readonly id: string;
  /** Google's id of the document: the properties of an add-on are its person's in all documents. */
  readonly document: string;
  readonly enrichment: string;
  /** Which key pays (`accountOf`). */
  readonly account: string;
  /** Of the definition that was on view (`revisionOf`). */
  readonly revision: string;
  /** Of one question, at most: every step counts. */
  readonly price: Money;
  /** Never spent beyond, by any start. */
  readonly cap: Money;
  readonly rule: Rule;
  readonly rows: RefreshedRows;
  /** In ms since 1970. */
  readonly agreedAt: number;
  /** When it is due, in ms since 1970: however often that was missed, it starts once. Missing while it is paused. */
  readonly next?: number;
}

const mandate: Parser<Mandate> = record<Mandate>({
  id,
  document: short(200),
  enrichment: id,
  account,
  revision,
  price: integer(1, MOST_MONEY),
  cap: integer(0, MOST_MONEY),
  rule,
  rows: refreshedRows,
  agreedAt: moment,
  next: maybe(moment),
});

const PREFIX = 'linkup.mandate.';

/** The mandates of one person for one document, in what their store holds. */
export function mandatesIn(properties: Properties, document: string): Mandate[] {
  return Object.entries(properties).flatMap(([key, json]) => {
    const found = key.startsWith(PREFIX) ? readAt(key, json) : undefined;
    return found?.document === document ? [found] : [];
  });
}

/** Whether a person's store holds any, for whatever document: without one, none need be named. */
export function hasMandates(properties: Properties): boolean {
  return Object.keys(properties).some((key) => key.startsWith(PREFIX));
}

function readAt(key: string, json = ''): Mandate | undefined {
  const found = readStored(mandate, json);
  return found && keyOf(found) === key ? found : undefined;
}

/** The same for one enrichment; undefined where there is none. */
export function mandateFor(
  properties: Properties,
  document: string,
  enrichment: string,
): Mandate | undefined {
  const key = keyOf({ document, enrichment });
  return readAt(key, properties[key]);
}

/** Keeps a mandate. Throws `storage-full`. */
export function saveMandate(user: Store, kept: Mandate): void {
  user.setAll(asKept(kept));
}

/** A mandate as it is kept, to be saved along with something else. */
export function asKept(kept: Mandate): Readonly<Record<string, string>> {
  return { [keyOf(kept)]: JSON.stringify(kept) };
}

/** Forgets a mandate: nothing is started by it any more. */
export function removeMandate(user: Store, kept: Pick<Mandate, 'document' | 'enrichment'>): void {
  user.remove(keyOf(kept));
}

function keyOf({ document, enrichment }: Pick<Mandate, 'document' | 'enrichment'>): string {
  return `${PREFIX}${document}.${enrichment}`;
}
