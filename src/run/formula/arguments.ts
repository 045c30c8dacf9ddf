/** What the arguments of =LINKUP ask, cell by cell. Google passes what cells hold: a block of them as rows of values, an error as its text. */
import { figure } from '../../enrichment/amounts';
import {
  FORMULA_DEPTHS,
  type Form,
  MOST_CHARACTERS,
  MOST_QUESTIONS,
  type Wanted,
  WHATS,
  wanted,
} from '../../enrichment/linkup-formula';
import { Problem } from '../../enrichment/problem';
import { stateOf } from '../../sheet/formula-words';

/** What one cell asks: nothing where it is blank, or why it cannot be asked. */
export type Cell = Wanted | Problem | undefined;

/** What a formula asks. */
export interface Asked {
  /** Whether it was given a block of cells: then it gives one of the same size. */
  readonly isBlock: boolean;
  readonly cells: readonly (readonly Cell[])[];
  /** Each question once. */
  readonly wanted: readonly Wanted[];
}

/** Reads the arguments. Throws `formula-option`, `formula-deep` or `formula-range`. */
export function askedBy(question: unknown, depth: unknown, what: unknown): Asked {
  const form = formOf(depth, what);
  const isBlock = Array.isArray(question);
  const rows: readonly unknown[] = isBlock ? question : [question];
  const cells = rows.map((row) => (Array.isArray(row) ? row : [row]).map((value) => cellOf(value, form)));
  const byName = new Map(
    cells.flat().flatMap((cell) => (isWanted(cell) ? [[cell.name, cell] as const] : [])),
  );
  if (byName.size > MOST_QUESTIONS) throw new Problem('formula-range', figure(byName.size));
  return { isBlock, cells, wanted: [...byName.values()] };
}

/** Whether a cell asks something. */
export function isWanted(cell: Cell): cell is Wanted {
  return cell !== undefined && !(cell instanceof Problem);
}

function formOf(depth: unknown, what: unknown): Form {
  const wished = wordOf(depth);
  if (wished === 'deep' || wished === 'research') throw new Problem('formula-deep', wished);
  return {
    depth: oneOf(FORMULA_DEPTHS, wished, 'depth'),
    what: oneOf(WHATS, wordOf(what), '“what to return”'),
  };
}

function wordOf(argument: unknown): string {
  return String(argument ?? '')
    .trim()
    .toLowerCase();
}

/** The first of them where none is named. */
function oneOf<T extends string>(words: readonly [T, ...T[]], word: string, of: string): T {
  const found = word === '' ? words[0] : words.find((each) => each === word);
  if (found !== undefined) return found;
  throw new Problem('formula-option', `${of} “${word.slice(0, 40)}”, only ${words.join(', ')}`);
}

function cellOf(value: unknown, form: Form): Cell {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number')
    return refused('is a date or a tick, no question');
  const text = String(value).trim();
  if (text === '') return undefined;
  if (text.length > MOST_CHARACTERS)
    return refused(`has ${figure(text.length)} characters, and at most ${figure(MOST_CHARACTERS)} are asked`);
  const state = stateOf(text, 'beside');
  if (state !== undefined) return refused(state === 'error' ? `is an error, ${text}` : 'is still loading');
  return wanted(text, form);
}

function refused(why: string): Problem {
  return new Problem('formula-question', why);
}
