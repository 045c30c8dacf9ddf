/**
 * What a person said yes to: kept with them, in their own properties, for whoever may edit the document may write everything
 * that is in it. A run in the document only refers to its agreement, and is moved forward with nobody else's key.
 */
import { canonicalJson, hashOf } from '../../enrichment/fingerprint';
import type { Money } from '../../enrichment/money';
import {
  id,
  integer,
  list,
  maybe,
  moment,
  type Parser,
  readStored,
  record,
  short,
} from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import type { Services } from '../services';
import { agreementKey, isAgreementKey } from './agreement-key';
import { MOST_ROWS } from './counts';
import { revision } from './enrichments';
import { account, accountIn } from './key';
import { MonthCount } from './month';
import { isNamedIn } from './named';
import { type Open, open } from './open-questions';
import { asOver, isDrawnOnBeside, type Pool, pool, poolOf } from './pool';
import { goesOn } from './requests';
import { MOST_MONEY, type Run } from './run';

/** What a POST asks of one run. */
export interface Drawn {
  readonly run: Run;
  readonly questions: number;
  /** `sealOf` what the document keeps of it; '' if nothing. */
  readonly seal?: string;
}

/** One price, one definition, one cap. */
export interface Agreement {
  /** The run refers to it by this: its own, or another one where somebody else goes on with it. */
  readonly id: string;
  /** Google's id of the document: the properties of an add-on are its person's in all documents. */
  readonly document: string;
  /** Which key pays (`accountOf`). */
  readonly account: string;
  readonly enrichment: string;
  /** Of the definition that was on view (`revisionOf`). */
  readonly revision: string;
  readonly agreedAt: number;
  /** Of one question. */
  readonly price: Money;
  /** Never spent beyond. */
  readonly cap: Money;
  /** Questions sent at this price and not known to be absent: what may be billed. */
  readonly asked: number;
  /** Which step is asked at this price, from 1; missing for the first. */
  readonly step?: number;
  /** What the steps before it may be billed, and how many questions that was. */
  readonly before?: { readonly spent: Money; readonly asked: number };
  readonly open: readonly Open[];
  /** Where several runs were agreed to in one go. */
  readonly pool?: Pool;
}

/** Reads an agreement from stored JSON. Throws `malformed`. */
const agreement: Parser<Agreement> = record<Agreement>({
  id,
  document: short(200),
  account,
  enrichment: id,
  revision,
  agreedAt: moment,
  price: integer(1, MOST_MONEY),
  cap: integer(0, MOST_MONEY),
  asked: integer(0, MOST_ROWS),
  step: maybe(integer(1, 100)),
  before: maybe(
    record<NonNullable<Agreement['before']>>({ spent: integer(0, MOST_MONEY), asked: integer(0, MOST_ROWS) }),
  ),
  open: list(open),
  pool: maybe(pool),
});

/** By document: that the person has been here with the second edition. */
export const SEEN = 'linkup.seen.';

/** POSTs whose outcome is open, kept with an agreement; of more the oldest count as asked for good. */
const MOST_OPEN = 50;

/** The agreements of one person in one document, as an execution draws on them. What it changes is saved at once. */
export class Agreements {
  private readonly held = new Map<string, Agreement>();
  /** Whether this person's account has done nothing here with this edition yet. */
  readonly areFirst: boolean;
  /** Of the key that the person has now. */
  readonly account: string;
  /** All that the person's store held when it was read. */
  readonly known: Properties;
  /** Whether the person wants to be named in receipts. */
  readonly isNamed: boolean;

  constructor(
    private readonly user: Store,
    readonly document: string,
    /** Told what an agreement came to, and what the person's store holds. False where that could not be kept: then it is told again. */
    private readonly settled: (agreement: string, spent: Money, known: Properties) => boolean,
  ) {
    const properties = user.all();
    this.known = properties;
    this.areFirst = !(SEEN + document in properties);
    this.account = accountIn(properties);
    this.isNamed = isNamedIn(properties);
    for (const found of agreementsIn(properties, document)) this.held.set(found.id, found);
  }

  /** The agreement of a run; undefined where somebody else agreed to it, or nobody. */
  of(run: Run): Agreement | undefined {
    const found = this.held.get(run.agreement);
    return found?.enrichment === run.enrichment && !found.pool?.over ? found : undefined;
  }

  /** Whether a run is moved forward with this person's key, and by nobody else. */
  isMine = (run: Run): boolean => this.of(run) !== undefined;

  /** Whether a run was agreed to with another key than the one there is now. */
  isOtherwisePaid(run: Run): boolean {
    const agreed = this.of(run);
    return agreed !== undefined && agreed.account !== this.account;
  }

  /** From now on the person's present key pays: they have said so. */
  handOver(run: Run): void {
    const agreed = this.of(run);
    if (agreed && this.isOtherwisePaid(run)) this.save([{ ...agreed, account: this.account }]);
  }

  /** All that draw on one cap with a run, its own first; none where nobody of this account agreed to it. */
  beside(run: Run): Agreement[] {
    const found = this.of(run);
    return found ? poolOf(found, this.held.values()) : [];
  }

  /** How many more questions of a run the cap allows, beside those of other runs that are about to be asked. */
  left(run: Run, beside: readonly Drawn[] = []): number {
    const all = this.beside(run);
    return affordable(all, costOf(beside, all));
  }

  /** Counts the questions of a POST as spent before it is sent: the cap holds even if nobody lives to see the answer. Throws `cap-reached`. */
  draw(post: string, parts: readonly Drawn[]): void {
    const drawn = new Map<string, Agreement>();
    for (const { run, questions, seal = '' } of parts) {
      const agreed = drawn.get(run.agreement) ?? this.of(run);
      const all = new Map([...this.held, ...drawn]).values();
      if (!agreed || questions > affordable(poolOf(agreed, all))) throw new Problem('cap-reached');
      const open = [...agreed.open, { post, questions, seal }].slice(-MOST_OPEN);
      drawn.set(agreed.id, { ...agreed, asked: agreed.asked + questions, open });
    }
    this.save([...drawn.values()]);
  }

  /**
   * A POST came to its end: so many of its questions were certainly never asked, and no more than it drew. A second time gives back
   * nothing. `along` is saved in the same go.
   */
  close(
    run: Run,
    post: string,
    absent: number,
    seal = '',
    along: Readonly<Record<string, string>> = {},
  ): void {
    const found = this.of(run);
    const drew = found?.open.find((open) => open.post === post);
    if (!found || !drew) return;
    const back = drew.seal === seal ? Math.min(absent, drew.questions) : 0;
    // Saved also where all were asked: whoever may edit the document could say later that they were not.
    const open = found.open.filter((each) => each.post !== post);
    this.save([{ ...found, asked: found.asked - back, open }], along);
  }

  /** Keeps when a POST failed: the grace is counted from then. */
  failed(post: string, failedAt: number): void {
    const drawn = [...this.held.values()].filter(({ open }) => open.some((each) => each.post === post));
    if (drawn.length === 0) return;
    this.save(
      drawn.map((agreed) => ({
        ...agreed,
        open: agreed.open.map((each) => (each.post === post ? { ...each, failedAt } : each)),
      })),
    );
  }

  /** What is known of a run's questions in a POST whose outcome is open; undefined where it has none in it. */
  openOf(run: Run, post: string): Open | undefined {
    return this.of(run)?.open.find((each) => each.post === post);
  }

  /** What is known of a POST whose outcome is open, by each run of this person that sent it or took it over. */
  openBy(post: string): Open[] {
    return [...this.held.values()].flatMap(({ open }) => open.filter((each) => each.post === post));
  }

  /** From now on nobody can say that a run is older than this edition. */
  noteFirst(): void {
    this.user.set(SEEN + this.document, '2');
  }

  /** Keeps agreements, of several runs in one go. Throws `storage-full`. */
  save(changed: readonly Agreement[], along: Readonly<Record<string, string>> = {}): void {
    const kept = Object.fromEntries(changed.map((each) => [agreementKey(each.id), JSON.stringify(each)]));
    this.user.setAll({ ...along, ...kept });
    for (const each of changed) this.held.set(each.id, each);
  }

  /** Forgets what runs that are not on record any more had agreed to. */
  keepOnly(runs: readonly Run[]): void {
    const used = new Set(runs.map((run) => run.agreement));
    for (const each of [...this.held.keys()]) if (!used.has(each)) this.forget(each);
  }

  /** Forgets the agreement of a run that has ended, and that somebody wanted it to go on. */
  forget(agreementId: string, run = agreementId): void {
    const found = this.held.get(agreementId);
    const known = this.user.all();
    if (found && isDrawnOnBeside(found, this.held.values())) {
      if (!found.pool?.over) this.save([asOver(found)]);
    } else {
      const all = found ? poolOf(found, this.held.values()) : [];
      if (found && !this.settled(found.pool?.id ?? agreementId, spentByAll(all), known)) return;
      for (const each of new Set([agreementId, ...all.map(({ id: other }) => other)])) {
        this.held.delete(each);
        this.user.remove(agreementKey(each));
      }
    }
    goesOn(this.user, run, known);
  }
}

function agreementsIn(properties: Properties, document: string): Agreement[] {
  return Object.entries(properties).flatMap(([key, json]) => {
    const found = isAgreementKey(key) ? readStored(agreement, json) : undefined;
    return found?.document === document && agreementKey(found.id) === key ? [found] : [];
  });
}

/** The hash of what a document keeps of a POST. */
export function sealOf(kept: unknown): string {
  return hashOf(canonicalJson(kept)).slice(0, 12);
}

/** How many more questions of the first of them: all draw on its cap, and so does what else is about to be asked. */
function affordable(all: readonly Agreement[], besides: Money = 0): number {
  const [{ cap, price } = { cap: 0, price: 1 }] = all;
  return Math.max(0, Math.floor((cap - spentByAll(all) - besides) / price));
}

/** What would be drawn on some agreements. */
function costOf(drawn: readonly Drawn[], all: readonly Agreement[]): Money {
  const priceIn = (agreement: string): Money => all.find(({ id: of }) => of === agreement)?.price ?? 0;
  return drawn.reduce((sum, { run, questions }) => sum + questions * priceIn(run.agreement), 0);
}

/** What several of them may be billed by now, at most. */
export function spentByAll(all: readonly Agreement[]): Money {
  return all.reduce((sum, each) => sum + spentBy(each), 0);
}

/** What an agreement may be billed by now, at most. */
export function spentBy({ asked, price, before }: Pick<Agreement, 'asked' | 'price' | 'before'>): Money {
  return asked * price + (before?.spent ?? 0);
}

/** How many questions were asked under an agreement, at whatever step. */
export function askedBy({ asked, before }: Pick<Agreement, 'asked' | 'before'>): number {
  return asked + (before?.asked ?? 0);
}

/** The agreements of whoever is at work, in this document. */
export function ownAgreements(
  services: Pick<Services, 'workbook' | 'user' | 'clock' | 'personally'>,
): Agreements {
  const month = new MonthCount(services);
  return new Agreements(services.user, services.workbook.id(), (agreement, spent, known) =>
    month.settle(agreement, spent, known),
  );
}
