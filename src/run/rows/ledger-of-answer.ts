/**
 * Rows that were edited after a sort which took their answers along and left the hidden cells behind: which ledger speaks of what they
 * hold. What such a row asks no longer tells; its cells do. Pure.
 */
import { once } from '../../enrichment/once';
import { isOutdated, STATUS } from '../../enrichment/status';
import { isFinal, type Ledger, type State } from '../../sheet/ledger';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { type Cells, filledKey, isAllThere, isBlank } from '../../sheet/written';
import { answersWithin } from './answers-within';
import { saysDone } from './of-another';
import { fingerprintOf, machineMade } from './standing';

/** A ledger that speaks of an answer. */
type Answered = Ledger & { readonly state: State };

/** Finds the ledger of the answer that a row holds, where another one stands beside it, or none. */
export type LedgerOfAnswer = (row: Row) => Answered | undefined;

/**
 * Finds it where a row holds an answer from end to end, and its Status says that the machine wrote it. Two questions may have one answer:
 * only ledgers that have lost their cells are looked at, first those whose question no row asks; unless a row's own is known to be another
 * row's, it must be such a one.
 */
export function ledgerOfAnswer(view: TableView, rows: readonly Row[]): LedgerOfAnswer {
  let known: Known | undefined;
  return (row) => {
    if (!mayBeParted(view, row)) return undefined;
    known ??= knownIn(rows);
    if (row.theirs.size > 0) return isToSpare(row, known) ? amongTheirs(row, known) : undefined;
    const key = filledKey(row.cells);
    if (known.answers.has(`${fingerprintOf(row)} ${key}`) || !isToSpare(row, known)) return undefined;
    return known.homeless.get(key) ?? (isForeign(row) ? known.astray.get(key) : undefined);
  };
}

/** The rows as they stand by the ledgers of their answers, wherever these were left. */
export function withLedgersOfAnswers(view: TableView, rows: readonly Row[]): readonly Row[] {
  const ledgerOf = ledgerOfAnswer(view, rows);
  return rows.map((row) => {
    const ledger = ledgerOf(row);
    return ledger ? { ...row, ledger } : row;
  });
}

/** Rows said to be done that stand beside the ledger of something else than they hold. */
export function besideForeignLedgers(view: TableView, rows: readonly Row[]): Row[] {
  return rows.filter((row) => isForeign(row) && mayBeParted(view, row) && saysDone(view, row));
}

function mayBeParted(view: TableView, row: Row): boolean {
  if (row.theirs.size > 0) return mayBePartedAmongTheirs(view, row);
  const { ledger, held, cells } = row;
  // A yes that was typed over a no is soon somebody's answer, too.
  if (ledger.question === fingerprintOf(row) && filledIn(cells) < 2) return false;
  if (ledger.unreadable || held.size > 0 || isBlank(cells) || machineMade(row)) return false;
  const status = textIn(row.values, view.layout.status);
  return isOutdated(status) || (saysDone(view, row) && !status.startsWith(STATUS.kept));
}

/** In columns of their own people have typed before: there the ledger beside a row must be a foreign one, whose answer the row does not hold. */
function mayBePartedAmongTheirs(view: TableView, row: Row): boolean {
  const { ledger, cells, values } = row;
  if (!isForeign(row) || ledger.unreadable || isBlank(cells)) return false;
  if (ledger.state && isAllThere(ledger.state.cells, cells)) return false;
  return saysDone(view, row) || isOutdated(textIn(values, view.layout.status));
}

/** The one answer that is there from end to end, whatever was typed beside it; none where there is another, were it to what the row asks. */
function amongTheirs({ cells }: Row, { homeless, astray, within }: Known): Answered | undefined {
  const found = within()(cells).sort((a, b) => filledIn(b.cells) - filledIn(a.cells));
  const [fullest] = found;
  const question = fullest?.question;
  if (!fullest || question === undefined || found.some((other) => other.question !== question))
    return undefined;
  const key = filledKey(fullest.cells);
  return [homeless.get(key), astray.get(key)].find((ledger) => ledger?.question === question);
}

/** Whether another ledger may take the place of a row's own: a task under way is known by that alone, unless some row asks for it. */
function isToSpare({ ledger: { state, question } }: Row, { asked }: Known): boolean {
  return !state || isFinal(state.state) || asked.has(question);
}

/** Whether the ledger beside a row is known to be another row's. */
function isForeign(row: Row): boolean {
  const { state, question } = row.ledger;
  return (state !== undefined || question !== '') && question !== fingerprintOf(row);
}

function filledIn(cells: Cells): number {
  return [...cells.values()].filter((hash) => hash !== '').length;
}

/** The cells of an answer, and what they answer: nothing where several questions have it. */
interface Filled {
  readonly cells: Cells;
  readonly question: string | undefined;
}

/** What the ledgers of a table say of answers, by the cells that these filled. */
interface Known {
  /** What the rows ask. */
  readonly asked: ReadonlySet<string>;
  /** Every answer, with its question. */
  readonly answers: ReadonlySet<string>;
  /** Finds the cells of those that are in a row from end to end. */
  readonly within: () => (cells: Cells) => Filled[];
  /** Ledgers beside rows that hold something else: yes and no are soon the same. */
  readonly astray: ReadonlyMap<string, Answered>;
  /** Those of them whose question no row asks. */
  readonly homeless: ReadonlyMap<string, Answered>;
}

function knownIn(rows: readonly Row[]): Known {
  const asked = new Set(rows.map(fingerprintOf));
  const answers = new Set<string>();
  const filled = new Map<string, Filled>();
  const astray = new Map<string, Answered>();
  const homeless = new Map<string, Answered>();
  for (const row of rows) {
    const { state, question } = row.ledger;
    if (state?.state !== 'done' || state.fingerprint !== question) continue;
    const key = filledKey(state.cells);
    const same = filled.get(key);
    answers.add(`${question} ${key}`);
    filled.set(key, {
      cells: state.cells,
      question: !same || same.question === question ? question : undefined,
    });
    if (row.theirs.size > 0 ? isAllThere(state.cells, row.cells) : key === filledKey(row.cells)) continue;
    const ledgers = asked.has(question) ? astray : homeless;
    ledgers.set(key, { ...row.ledger, state });
  }
  const within = once(() => answersWithin([...filled.values()]));
  return { asked, answers, within, astray, homeless };
}
