/** The formula =LINKUP, as Google calls it for each cell: what is kept is shown; what is not is asked once, and waited for. */
import type { Wanted } from '../../enrichment/linkup-formula';
import { asProblem, Problem, unlessProblem } from '../../enrichment/problem';
import { sentence } from '../../enrichment/words';
import { type Asked, askedBy, type Cell, isWanted } from './arguments';
import { askUnasked } from './ask';
import { collectOld, look } from './collect';
import { type FormulaServices, Recalculation } from './recalculation';
import { settle } from './settle';

/** What a cell may show. */
export type Shown = string | number | boolean;

/** Between two looks, in ms: most answers come within three seconds. */
const PAUSES = [2_000, 3_000, 4_000, 5_000, 6_000] as const;

/** What a formula shows: a value, or rows of values for a block of cells, where Google has no place for an error: there a sentence says it. Throws a Problem. */
export function calculate(
  services: () => FormulaServices,
  question: unknown,
  depth: unknown,
  what: unknown,
): Shown | Shown[][] {
  const asked = askedBy(question, depth, what);
  const r = new Recalculation(services(), asked.wanted);
  r.read();
  if (!r.isDone() && r.mayKeep()) {
    if (asked.wanted.some((each) => r.entryOf(each))) r.attempt(() => settle(r));
    r.attempt(() => collectOld(r));
    r.attempt(() => askUnasked(r));
    stay(r);
  }
  unlessProblem(() => r.noteUse());
  return shown(r, asked);
}

/** Waits for what is under way, here or in a formula that asked the same at the same time. */
function stay(r: Recalculation): void {
  for (const pause of PAUSES) {
    if (r.waiting().length === 0 || !r.hasTime(pause)) return;
    r.services.clock.sleep(pause);
    r.attempt(() => r.read());
    if (r.waiting().length > 0) r.attempt(() => look(r));
  }
}

function shown(r: Recalculation, { isBlock, cells }: Asked): Shown | Shown[][] {
  if (!isBlock) return valueFor(r, cells[0]?.[0] ?? new Problem('formula-question', 'is empty'));
  return cells.map((row) => row.map((cell) => (cell === undefined ? '' : valueOrWhyNot(r, cell))));
}

function valueOrWhyNot(r: Recalculation, cell: Wanted | Problem): Shown {
  try {
    return valueFor(r, cell);
  } catch (thrown) {
    return sentence(asProblem(thrown));
  }
}

function valueFor(r: Recalculation, cell: NonNullable<Cell>): Shown {
  if (!isWanted(cell)) throw cell;
  const entry = r.entryOf(cell);
  const { end } = entry ?? {};
  if (!end) throw whyNot(r, entry !== undefined && entry.failure !== 'refused');
  if (end.kind === 'text') return end.text;
  if (end.kind === 'number') return end.number;
  if (end.kind === 'yes/no') return end.yes;
  if (end.kind === 'failed') throw new Problem('formula-failed', end.reason);
  throw new Problem(end.kind === 'perhaps' ? 'formula-perhaps' : 'formula-nothing');
}

/** Whatever kept it from being asked or fetched; of trouble that passes nothing is told while it is under way. */
function whyNot({ trouble }: Recalculation, isUnderWay: boolean): Problem {
  if (trouble?.code === 'no-key') return new Problem(isUnderWay ? 'formula-key-gone' : 'formula-no-key');
  if (trouble && (!isUnderWay || TELLING.includes(trouble.code))) return trouble;
  return new Problem('formula-asking');
}

/** What keeps an answer from being fetched until a person acts. */
const TELLING: readonly string[] = [
  'newer-version',
  'bad-key',
  'forbidden',
  'address-blocked',
  'no-permission',
  'formula-gone',
  'formula-key-gone',
];
