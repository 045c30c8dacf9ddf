/** What a page sends, checked before anything is done with it. */
import {
  list,
  number,
  object,
  oneOf,
  type Parser,
  record,
  text,
  yesNo,
} from '../../../../src/enrichment/parse';
import { Problem } from '../../../../src/enrichment/problem';
import type { Json } from '../../../../src/sidebar/json';
import { type Action, type Block, COLLEAGUE, type Deed, type Doing, OWNER, type Typed } from '../wire';

/** The largest row or column that can be meant: a sheet of Google's has ten million cells. */
const MOST_LINES = 10_000_000;

/** A whole number from 1 on. */
const line: Parser<number> = (value, path) => {
  const parsed = number(value, path);
  if (!Number.isInteger(parsed) || parsed < 1 || parsed > MOST_LINES)
    throw new Problem('malformed', `${path} should be a whole number from 1 on`);
  return parsed;
};

/** The longest that the clock is turned forward at once, ms: a day. */
const LONGEST_MS = 86_400_000;

/** Time to pass, ms. */
const aWhile: Parser<number> = (value, path) => {
  const parsed = number(value, path);
  if (!(parsed > 0 && parsed <= LONGEST_MS))
    throw new Problem('malformed', `${path} should be more than nothing and at most a day`);
  return parsed;
};

const block = record<Block>({ row: line, column: line, rows: line, columns: line });
const typed = record<Typed>({ row: line, column: line, text });

const lines = { sheet: number, axis: oneOf('rows', 'columns'), at: line, count: line };

/** Anything that JSON can hold: it has just been read from JSON. */
const json: Parser<Json> = (value, path) => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map((item) => json(item, path));
  return Object.fromEntries(Object.entries(object(value, path)).map(([key, item]) => [key, json(item, key)]));
};

const ACTIONS: { readonly [Kind in Action['kind']]: Parser<Doing<Kind>> } = {
  open: record({ kind: oneOf('open') }),
  menu: record({ kind: oneOf('menu'), label: text }),
  call: record({ kind: oneOf('call'), call: number, fn: text, args: list(json) }),
  answer: record({ kind: oneOf('answer'), dialog: number, button: text, text }),
  select: record({ kind: oneOf('select'), sheet: number, block }),
  type: record({ kind: oneOf('type'), sheet: number, cells: list(typed) }),
  insert: record({ kind: oneOf('insert'), ...lines }),
  delete: record({ kind: oneOf('delete'), ...lines }),
  sort: record({
    kind: oneOf('sort'),
    sheet: number,
    column: line,
    ascending: yesNo,
    cells: oneOf('all', 'visible'),
  }),
  table: record({ kind: oneOf('table'), name: text, table: list(list(text)) }),
  width: record({ kind: oneOf('width'), sheet: number, column: line, width: line }),
  'add-tab': record({ kind: oneOf('add-tab') }),
  'rename-tab': record({ kind: oneOf('rename-tab'), sheet: number, name: text }),
  'delete-tab': record({ kind: oneOf('delete-tab'), sheet: number }),
  'duplicate-tab': record({ kind: oneOf('duplicate-tab'), sheet: number }),
  undo: record({ kind: oneOf('undo') }),
  kill: record({ kind: oneOf('kill') }),
  network: record({ kind: oneOf('network'), down: yesNo }),
  credits: record({ kind: oneOf('credits'), gone: yesNo }),
  forward: record({ kind: oneOf('forward'), ms: aWhile }),
};

const action: Parser<Action> = (value, path) => {
  const { kind } = object(value, path);
  const parser = Object.entries(ACTIONS).find(([known]) => known === kind)?.[1];
  if (!parser) throw new Problem('malformed', `there is no action ${String(kind)}`);
  return parser(value, path);
};

/** Parses a deed; throws `malformed` naming what is wrong. */
export const deed: Parser<Deed> = record<Deed>({ user: oneOf(OWNER, COLLEAGUE), page: text, action });
