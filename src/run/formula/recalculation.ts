/** One recalculation of a formula: what its cells ask, and what the document keeps of that. */
import type { Wanted } from '../../enrichment/linkup-formula';
import { asProblem, type Problem } from '../../enrichment/problem';
import type { Linkup } from '../../linkup/client';
import type { Properties } from '../../platform/properties';
import { asProperties, dayOf, entryIn, entryKey, type FormulaEntry } from '../record/formula-entries';
import { keyOf } from '../record/key';
import { checkLayout } from '../record/layout';
import type { Services } from '../services';

/** Google ends a formula after 30 s (quotas page, November 2026): so long it may wait for answers, in ms. */
const STAY = 25_000;

/** How long Linkup may take for one answer, in s: whoever waits longer is killed with all that came. */
const SECONDS = 12;

/** An answer that was not billed is asked for again after so long, in ms. */
const FAILED_FOR = 3_600_000;

/** What is needed of the services: a formula may not write cells, and Google gives it neither triggers nor the person's name. */
export type FormulaServices = Pick<
  Services,
  'workbook' | 'documents' | 'user' | 'clock' | 'exclusively' | 'personally' | 'linkup'
>;

/** The recalculation. */
export class Recalculation {
  /** What is known of each question, by name. */
  readonly entries = new Map<string, FormulaEntry>();
  /** Why what is missing was not asked or fetched. */
  trouble: Problem | undefined;
  private readonly deadline: number;
  private made: Linkup | undefined;

  constructor(
    readonly services: FormulaServices,
    readonly wanted: readonly Wanted[],
  ) {
    this.deadline = services.clock.now() + STAY;
  }

  get now(): number {
    return this.services.clock.now();
  }

  /** A client for the owner's key: in a formula, user properties are the owner's. Throws `no-key`. */
  get client(): Linkup {
    this.made ??= this.services.linkup(keyOf(this.services.user), undefined, SECONDS);
    return this.made;
  }

  /** Whether there is time for so much more, in ms. */
  hasTime(ms: number): boolean {
    return this.now + ms <= this.deadline;
  }

  /** Reads what the document keeps: of one question by its name, for most formulas ask one. */
  read(): void {
    const { documents } = this.services;
    const [only, ...others] = this.wanted;
    if (only && others.length === 0) this.take(only, documents.get(entryKey(only.name)));
    else this.readIn(documents.all());
  }

  /** The same of properties that were read. */
  readIn(properties: Properties): void {
    for (const each of this.wanted) this.take(each, properties[entryKey(each.name)]);
  }

  private take({ name, form }: Wanted, json: string | undefined): void {
    const read = entryIn(json, form, this.now);
    if (read) this.entries.set(name, read);
    else this.entries.delete(name);
  }

  entryOf({ name }: Pick<Wanted, 'name'>): FormulaEntry | undefined {
    return this.entries.get(name);
  }

  /** Keeps what became known, here in any case. Throws `cannot-store` or `storage-full`. */
  keep(changed: ReadonlyMap<string, FormulaEntry>): void {
    for (const [name, each] of changed) this.entries.set(name, each);
    if (changed.size > 0) this.services.documents.setAll(asProperties(changed));
  }

  /** Questions that nobody has asked, or that may be asked once more without being billed twice. */
  unasked(): Wanted[] {
    return this.wanted.filter((each) => isToAsk(this.entryOf(each), this.now));
  }

  /** Questions whose answer may come any moment, here or by whoever has asked them. */
  waiting(): Wanted[] {
    return this.wanted.filter((each) => {
      const entry = this.entryOf(each);
      return entry && !entry.end && (entry.task !== undefined || entry.failure === undefined);
    });
  }

  isDone(): boolean {
    return this.wanted.every((each) => {
      const entry = this.entryOf(each);
      return entry?.end && !isToAsk(entry, this.now);
    });
  }

  /** Does a step that may fail: what is kept is shown all the same. */
  attempt(step: () => void): void {
    try {
      step();
    } catch (thrown) {
      this.trouble = asProblem(thrown);
    }
  }

  /** Whether anything may be asked and kept: not where a later version of the add-on has been. */
  mayKeep(): boolean {
    try {
      checkLayout(this.services.documents);
      return true;
    } catch (thrown) {
      this.trouble = asProblem(thrown);
      return false;
    }
  }

  /** What is shown is used. Noted once a day at most, so that recalculating writes next to nothing. */
  noteUse(): void {
    const today = dayOf(this.now);
    const shown = this.wanted.flatMap((each) => {
      const entry = this.entryOf(each);
      return entry?.end && entry.used < today ? [[each.name, { ...entry, used: today }] as const] : [];
    });
    if (shown.length > 0 && this.mayKeep()) this.keep(new Map(shown));
  }
}

function isToAsk(entry: FormulaEntry | undefined, now: number): boolean {
  if (!entry || entry.failure === 'absent') return true;
  return entry.end?.kind === 'failed' && now - entry.at > FAILED_FOR;
}
