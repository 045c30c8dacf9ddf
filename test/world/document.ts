/** A whole document put down as JSON and opened again: sheets, stores, triggers, and the tasks that Linkup has of it. */
import { VirtualClock } from '../doubles/clock';
import type { CellValue } from '../doubles/google/model/cell';
import type { Sheet } from '../doubles/google/model/sheet';
import { seededRandom } from '../doubles/google/random';
import type { Task } from '../doubles/linkup/tasks';
import { World, type WorldOptions } from './world';

/** One cell: where it is, and what it holds. A date is wall-clock time, as ISO 8601 without a zone. */
interface KeptCell {
  readonly at: readonly [row: number, column: number];
  readonly value?: string | number | boolean;
  readonly date?: string;
  readonly formula?: string;
  readonly format?: string;
  readonly note?: string;
}

interface KeptSheet {
  readonly id: number;
  readonly name: string;
  readonly size: readonly [rows: number, columns: number];
  readonly cells: readonly KeptCell[];
  /** Columns, from 1. */
  readonly hidden: readonly number[];
  readonly marks: readonly (readonly [column: number, key: string, value: string])[];
  /** The same of rows. */
  readonly rowMarks?: readonly (readonly [row: number, key: string, value: string])[];
  readonly frozen?: number;
  /** A filter, by the rows and columns that it is over, without what it wants. */
  readonly filter?: readonly [row: number, column: number, lastRow: number, lastColumn: number];
}

/** What somebody else who may edit has with them. */
interface KeptPerson {
  readonly user: Readonly<Record<string, string>>;
  readonly triggers: readonly string[];
}

/** A document as a script has left it. */
export interface KeptDocument {
  /** In ms since 1970. */
  readonly now: number;
  readonly active: number;
  readonly sheets: readonly KeptSheet[];
  readonly document: Readonly<Record<string, string>>;
  /** The owner's own properties. */
  readonly user: Readonly<Record<string, string>>;
  /** Functions that a trigger of the owner's calls each minute. */
  readonly triggers: readonly string[];
  readonly balance: number;
  readonly tasks: readonly Task[];
  /** By their addresses. */
  readonly others?: Readonly<Record<string, KeptPerson>>;
}

/** Puts a world down, with what these other people have with them. */
export function putDown({ host, clock, linkup }: World, others: readonly string[] = []): KeptDocument {
  const { spreadsheet, properties } = host;
  const triggersOf = (who: string): string[] =>
    host.triggers.flatMap(({ fn, user }) => (user === who ? [fn] : []));
  const personOf = (who: string): KeptPerson => ({
    user: Object.fromEntries(properties.user(who)),
    triggers: triggersOf(who),
  });
  return {
    now: clock.now(),
    active: spreadsheet.activeSheet.id,
    sheets: spreadsheet.sheets.map(sheetOf),
    document: Object.fromEntries(properties.document),
    ...personOf(OWNER),
    balance: linkup.bill.balanceOf('acme'),
    tasks: linkup.kept(),
    ...(others.length > 0 && { others: Object.fromEntries(others.map((who) => [who, personOf(who)])) }),
  };
}

/** Whose document it is: the local Google's owner. */
const OWNER = 'owner@example.com';

function sheetOf(sheet: Sheet): KeptSheet {
  const columns = Array.from({ length: sheet.maxColumns }, (_, i) => i + 1);
  const cells = sheet.displayRows().flatMap((row, r) => row.flatMap((_, c) => cellOf(sheet, r + 1, c + 1)));
  const rowMarks = sheet.rows.flatMap(({ metadata }, r) =>
    metadata.map(({ key, value }) => [r + 1, key, value ?? ''] as const),
  );
  const { rect } = sheet.filter ?? {};
  return {
    id: sheet.id,
    name: sheet.name,
    size: [sheet.maxRows, sheet.maxColumns],
    cells,
    hidden: columns.filter((column) => sheet.column(column).hidden),
    marks: columns.flatMap((column) =>
      sheet.column(column).metadata.map(({ key, value }) => [column, key, value ?? ''] as const),
    ),
    ...(rowMarks.length > 0 && { rowMarks }),
    ...(sheet.frozenRows > 0 && { frozen: sheet.frozenRows }),
    ...(rect && {
      filter: [rect.row, rect.column, rect.row + rect.rows - 1, rect.column + rect.columns - 1] as const,
    }),
  };
}

function cellOf(sheet: Sheet, row: number, column: number): KeptCell[] {
  const { value, formula, format, note } = sheet.peek(row, column) ?? {};
  if (value === undefined && formula === undefined && !format && !note) return [];
  return [
    {
      at: [row, column],
      ...(value instanceof Date
        ? { date: value.toISOString().slice(0, -1) }
        : value === undefined
          ? {}
          : { value }),
      ...(formula === undefined ? {} : { formula }),
      ...(format ? { format } : {}),
      ...(note ? { note } : {}),
    },
  ];
}

/** Opens a document that was put down, with whatever edition of the add-on is installed in it now. */
export async function openAgain(kept: KeptDocument, options: WorldOptions = {}): Promise<World> {
  const clock = new VirtualClock(kept.now);
  // Another seed: ids that were given are not given again.
  const linkup = { seed: 4_711, ...options.linkup };
  const google = { random: seededRandom(4_711), ...options.google };
  const world = await World.open([], { ...options, linkup, google, clock, balance: kept.balance });
  const { spreadsheet, properties } = world.host;
  kept.sheets.forEach((sheet, i) => {
    lay(spreadsheet.sheets[i] ?? spreadsheet.addSheet(sheet.name), sheet);
  });
  const active = spreadsheet.sheets.find(({ id }) => id === kept.active);
  if (active) spreadsheet.select(active);
  refill(properties.document, kept.document);
  refill(properties.user(OWNER), kept.user);
  for (const fn of kept.triggers) world.host.addTrigger(fn);
  for (const [who, { user, triggers }] of Object.entries(kept.others ?? {})) {
    refill(properties.user(who), user);
    for (const fn of triggers) world.host.addTrigger(fn, who);
  }
  world.linkup.restore(kept.tasks);
  return world;
}

function lay(sheet: Sheet, kept: KeptSheet): void {
  const { id, name, size, cells, hidden, marks, rowMarks = [], frozen = 0, filter } = kept;
  Object.assign(sheet, { id, name, frozenRows: frozen });
  const [, width] = size;
  if (width > sheet.maxColumns) sheet.insertColumns(sheet.maxColumns + 1, width - sheet.maxColumns);
  for (const { at, value, date, formula, format = '', note = '' } of cells) {
    const held: CellValue | undefined = date === undefined ? value : new Date(`${date}Z`);
    Object.assign(sheet.cell(...at), { format, note, ...(held === undefined ? {} : { value: held }) });
    if (formula !== undefined) sheet.cell(...at).formula = formula;
  }
  for (const column of hidden) sheet.hideColumns(column);
  const lines = [
    ...marks.map(([column, ...mark]) => [sheet.column(column), ...mark] as const),
    ...rowMarks.map(([row, ...mark]) => [sheet.row(row), ...mark] as const),
  ];
  lines.forEach(([line, key, value], i) => {
    line.metadata.push({ id: 9_000 + 100 * id + i, key, value, visibility: 'PROJECT' });
  });
  if (filter) sheet.addFilter(...filter);
}

function refill(store: Map<string, string>, entries: Readonly<Record<string, string>>): void {
  store.clear();
  for (const [key, value] of Object.entries(entries)) store.set(key, value);
}

/** As a file that can be read and compared: a line for each cell, mark, property and task. */
export function inLines(kept: KeptDocument): string {
  return `${linesOf(kept, '')}\n`;
}

/** Lists of numbers, and what is in a list of other things, stay on one line. */
function linesOf(value: unknown, indent: string): string {
  const isPlain = typeof value !== 'object' || value === null;
  const isList = Array.isArray(value);
  if (isPlain || (isList && value.every((each) => typeof each === 'number'))) return JSON.stringify(value);
  const isOfSheets = isList && value.some((each) => 'cells' in Object(each));
  const deeper = `${indent} `;
  const lines = Object.entries(value).map(([name, member]) => {
    if (!isList) return `${JSON.stringify(name)}: ${linesOf(member, deeper)}`;
    return isOfSheets ? linesOf(member, deeper) : JSON.stringify(member);
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.map((line) => deeper + line).join(',\n')}\n${indent}${close}`;
}
