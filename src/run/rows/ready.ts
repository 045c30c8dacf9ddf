/** Rows of an enrichment that uses others: which still wait for an answer of theirs, and which may be asked by now. Pure, but for conditions. */
import { before, type Uses } from '../../enrichment/chain';
import type { Enrichment } from '../../enrichment/definition';
import { isTaken } from '../../enrichment/selection';
import { skippedStatus } from '../../enrichment/status';
import { isFinal, type State } from '../../sheet/ledger';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row, TableView } from '../../sheet/table';
import { Answers } from './answers';
import { candidatesAmong } from './candidates';
import { holdsNothing, isToGoDeeper } from './got-nothing';
import { unmetIn } from './only-if';
import { holdsOurs, knowsItsEnd } from './standing';

/** One enrichment of a chain, in a reading that shows all of them. */
export interface Link {
  readonly e: Enrichment;
  /** Undefined where its columns cannot be made out: what it would ask is not known then. */
  readonly view: TableView | undefined;
  /** By position. */
  readonly rows: ReadonlyMap<number, Row>;
  /** Its run in the chain. */
  readonly run: string;
  /** Whether that goes on: its rows are settled otherwise. */
  readonly isLive: boolean;
  /** Whether it takes further rows: one that is stopped, or has used up its cap, does not. */
  readonly admits: boolean;
  /** Whether rows count too that it let go: what it was to ask, and not what it still asks. */
  readonly asMeant?: boolean;
  /** What its answers are told by, where more of its table is known than these rows. */
  readonly answers?: Answers;
}

/** A chain as it was read in one go: nothing in it belongs to another moment. */
export class Ready {
  private readonly taken = new Map<string, ReadonlySet<number>>();

  constructor(
    private readonly links: readonly Link[],
    private readonly uses: Uses,
    private readonly sheet: Sheet,
    private readonly isLive: (run: string) => boolean,
  ) {}

  /** Whether a row still waits for an answer that an enrichment uses. */
  waits(id: string, at: number): boolean {
    return this.earlier(id).some((link) => this.isUnsettled(link, at));
  }

  /**
   * Whether the answers that a row waited for came in this chain: a row that no run of it held is never asked, nor is one that has
   * outgrown an answer meanwhile. It would ask with what belongs to another question.
   */
  isHeld(id: string, at: number): boolean {
    const earlier = this.earlier(id);
    return earlier.some((link) => this.endIn(link, at)) && !earlier.some((link) => isOutgrown(link, at));
  }

  /** Whether all that a row waited for has ended for it in this chain. */
  isFed(id: string, at: number): boolean {
    return this.earlier(id).every((link) => this.endIn(link, at));
  }

  /** Why a row has nothing to be asked with, in words; undefined where all answers that it waited for brought something. */
  skippedFor(id: string, at: number): string | undefined {
    for (const link of this.earlier(id)) {
      const end = this.endIn(link, at);
      const how = end && HOW[end.state];
      if (how) return skippedStatus(`“${link.e.name}” ${how}`);
      if (end && holdsNothing(link.e, end)) return skippedStatus(`“${link.e.name}” ${NOTHING}`);
    }
    return undefined;
  }

  private earlier(id: string): Link[] {
    const ids = before(id, this.uses);
    return this.links.filter(({ e }) => ids.includes(e.id));
  }

  private endIn({ rows, run }: Link, at: number): State | undefined {
    const row = rows.get(at);
    const state = row?.ledger.state;
    return row && state?.run === run && isFinal(state.state) && knowsItsEnd(row) ? state : undefined;
  }

  /** Being asked, or still to be asked: at a further step, or once what it waits for itself is there. */
  private isUnsettled(link: Link, at: number): boolean {
    const { e, view, run } = link;
    if (!link.isLive) return false;
    const row = link.rows.get(at);
    const state = row?.ledger.state;
    if (state?.run === run && !isFinal(state.state)) return true;
    if (!link.admits) return false;
    if (!view) return true;
    if (row && state?.run === run && isToGoDeeper(view, row)) return true;
    const isHeld = link.asMeant || this.isHeld(e.id, at);
    return this.waits(e.id, at) || (isHeld && this.takes(link, view).has(at));
  }

  /** The rows that a run would ask as they are now. What it has asked already it does not ask again. */
  private takes(link: Link, view: TableView): ReadonlySet<number> {
    const known = this.taken.get(link.run);
    if (known) return known;
    const rows = [...link.rows.values()].filter(({ ledger }) => ledger.state?.run !== link.run);
    const taken = new Set(
      takenAmong(view, rows, this.sheet, link.answers ?? Answers.among(rows), this.isLive),
    );
    this.taken.set(link.run, taken);
    return taken;
  }
}

/** Whether a row holds the answer to another question than it asks now: it was edited, or parted from its own by a sort. */
function isOutgrown({ rows }: Link, at: number): boolean {
  const row = rows.get(at);
  const state = row?.ledger.state;
  return (
    row !== undefined && state !== undefined && isFinal(state.state) && !knowsItsEnd(row) && holdsOurs(row)
  );
}

/** The positions of rows that a press of Enrich would take. */
function takenAmong(
  view: TableView,
  rows: readonly Row[],
  sheet: Sheet,
  answers: Answers,
  isLive: (run: string) => boolean,
): number[] {
  const unmet = unmetIn(view, rows, sheet, 'fill');
  const candidates = candidatesAmong(rows, answers, isLive, () => true, { unmet });
  return candidates.filter((each) => isTaken(each, 'fill')).map(({ at }) => at);
}

const NOTHING = 'found nothing';

/** How an answer that a row waited for can end so that there is nothing to ask with. */
const HOW: Readonly<Partial<Record<State['state'], string>>> = {
  'not found': NOTHING,
  failed: 'failed',
  expired: 'expired',
  'perhaps asked': 'was perhaps asked',
};
