/** Comparing a cell with what a person wrote, as a person would: numbers by value, dates by day, texts whatever their capitals. Pure. */
import { type Condition, isComparing } from './condition';
import { isCalendarDate } from './dates';
import { figureIn } from './figures';
import { folded } from './names';
import { Problem } from './problem';

/** How a spreadsheet's people write numbers and days. */
export interface Manner {
  /** What stands before decimals. */
  readonly decimal: '.' | ',';
  /** The order of a day's parts. */
  readonly order: readonly ('day' | 'month' | 'year')[];
}

/** A cell as it is compared. */
export interface Compared {
  /** What it displays; of a text all of it, whatever its format shows. */
  readonly text: string;
  readonly isEmpty: boolean;
  readonly number?: number;
  /** `YYYY-MM-DD`. */
  readonly day?: string;
  /** Whether a box is ticked. */
  readonly yes?: boolean;
}

/** Boxes in words, besides what the sheet's own language displays for them. */
const YES = ['true', 'yes', 'ticked', 'checked'];
const NO = ['false', 'no', 'unticked', 'unchecked'];

/** Whether cells meet a condition. Of errors, and of what is loading, nobody may ask: they meet none. */
export function meets({ test, value = '' }: Condition, manner: Manner): (cell: Compared) => boolean {
  if (test === 'empty') return ({ isEmpty }) => isEmpty;
  if (test === 'not empty') return ({ isEmpty }) => !isEmpty;
  const wanted = read(value, manner);
  const is = (cell: Compared): boolean => !cell.isEmpty && isSame(readCell(cell, manner), wanted);
  if (test === 'is') return is;
  if (test === 'is not') return (cell) => !is(cell);
  if (test === 'contains') return ({ text }) => folded(text).includes(wanted.text);
  const sign = test === 'greater' ? 1 : -1;
  return (cell) => order(readCell(cell, manner), wanted) === sign;
}

/** Throws where a condition could never be met, however the sheet writes its numbers. */
export function checkCondition({ column, test, value = '' }: Condition): void {
  const refuse = (why: string): never => {
    throw new Problem('bad-option', why, 'only-if');
  };
  if (column.trim() === '') refuse('“Only if” names no column');
  if (!isComparing(test)) return;
  if (folded(value) === '') refuse(`“Only if” does not say what “${column}” is compared with`);
  if (test !== 'greater' && test !== 'less') return;
  const isRead = MANNERS.some((manner) => {
    const { number, day } = read(value, manner);
    return number !== undefined || day !== undefined;
  });
  if (!isRead) refuse(`“${value}” is no number or date that “${column}” could be greater or less than`);
}

const MANNERS: readonly Manner[] = [
  { decimal: '.', order: ['month', 'day', 'year'] },
  { decimal: ',', order: ['day', 'month', 'year'] },
];

/** What a text says, in as many ways as it can be read. */
type Read = Omit<Compared, 'isEmpty'>;

function read(written: string, manner: Manner): Read {
  const text = folded(written);
  const [number, day] = [numberIn(text, manner), dayIn(text, manner)];
  const yes = YES.includes(text) || (NO.includes(text) ? false : undefined);
  return {
    text,
    ...(number === undefined ? {} : { number }),
    ...(day === undefined ? {} : { day }),
    ...(yes === undefined ? {} : { yes }),
  };
}

/** A text may be a number or a day that somebody formatted as text. A box is one only where it is one. */
function readCell(cell: Compared, manner: Manner): Read {
  const { number, day, yes } = cell;
  if ([number, day, yes].some((each) => each !== undefined)) return { ...cell, text: folded(cell.text) };
  const { yes: _, ...asText } = read(cell.text, manner);
  return asText;
}

function isSame(cell: Read, wanted: Read): boolean {
  if (cell.text !== '' && cell.text === wanted.text) return true;
  if (cell.yes !== undefined) return cell.yes === wanted.yes;
  return order(cell, wanted) === 0;
}

/** -1, 0 or 1; undefined for what cannot be compared. Of computed numbers the last bits are noise. */
function order(a: Read, b: Read): number | undefined {
  if (a.number !== undefined && b.number !== undefined) {
    const noise = 1e-12 * Math.max(Math.abs(a.number), Math.abs(b.number));
    return Math.abs(a.number - b.number) <= noise ? 0 : Math.sign(a.number - b.number);
  }
  if (a.day === undefined || b.day === undefined) return undefined;
  return a.day === b.day ? 0 : a.day < b.day ? -1 : 1;
}

/** A number as the sheet's language writes it, else as it is written elsewhere: “1,234” is a thousand in one and little more than one in another. */
function numberIn(written: string, { decimal }: Manner): number | undefined {
  const text = written
    .replace(/^([-−+]?)\s*\p{Sc}\s*/u, '$1')
    .replace(/\s*\p{Sc}$/u, '')
    .trim();
  if (decimal === '.') return figureIn(text);
  if (/^[-−+]?[1-9]\d{0,2}(\.\d{3})+(?!\d)/.test(text))
    return figureIn(text.replace(/\./g, '').replace(',', '.'));
  return figureIn(/^[-−+]?\d+,\d+(?![\d,.])/.test(text) ? text.replace(',', '.') : text);
}

/** A day written with figures: as ISO has it, or in the order of the sheet's language. Two digits are no year. */
function dayIn(text: string, { order }: Manner): string | undefined {
  const found = /^(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})\.?$/.exec(text);
  if (!found) return undefined;
  const parts = [found[1] ?? '', found[3] ?? '', found[4] ?? ''];
  const names = parts[0]?.length === 4 ? (['year', 'month', 'day'] as const) : order;
  const part = (name: 'day' | 'month' | 'year'): string => parts[names.indexOf(name)] ?? '';
  const day = [part('year'), part('month').padStart(2, '0'), part('day').padStart(2, '0')].join('-');
  return isCalendarDate(day) ? day : undefined;
}
