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
}

interface KeptSheet {
  readonly id: number;
  readonly name: string;
  readonly size: readonly [rows: number, columns: number];
  readonly cells: readonly KeptCell[];
  /** Columns, from 1. */
  readonly hidden: readonly number[];
  readonly marks: readonly (readonly [column: number, key: string, value: string])[];
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
}

/** Puts a world down. */
export function putDown({ host, clock, linkup }: World): KeptDocument {
  const { spreadsheet, properties, triggers } = host;
  return {
    now: clock.now(),
    active: spreadsheet.activeSheet.id,
    sheets: spreadsheet.sheets.map(sheetOf),
    document: Object.fromEntries(properties.document),
    user: Object.fromEntries(properties.user(OWNER)),
    triggers: triggers.map(({ fn }) => fn),
    balance: linkup.bill.balanceOf('acme'),
    tasks: linkup.kept(),
  };
}

/** Whose document it is: the local Google's owner. */
const OWNER = 'owner@example.com';

function sheetOf(sheet: Sheet): KeptSheet {
  const columns = Array.from({ length: sheet.maxColumns }, (_, i) => i + 1);
  const cells = sheet.displayRows().flatMap((row, r) => row.flatMap((_, c) => cellOf(sheet, r + 1, c + 1)));
  return {
    id: sheet.id,
    name: sheet.name,
    size: [sheet.maxRows, sheet.maxColumns],
    cells,
    hidden: columns.filter((column) => sheet.column(column).hidden),
    marks: columns.flatMap((column) =>
      sheet.column(column).metadata.map(({ key, value }) => [column, key, value ?? ''] as const),
    ),
  };
}

function cellOf(sheet: Sheet, row: number, column: number): KeptCell[] {
  const { value, formula, format } = sheet.peek(row, column) ?? {};
  if (value === undefined && formula === undefined && !format) return [];
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
  world.linkup.restore(kept.tasks);
  return world;
}

function lay(sheet: Sheet, { id, name, size, cells, hidden, marks }: KeptSheet): void {
  Object.assign(sheet, { id, name });
  const [, width] = size;
  if (width > sheet.maxColumns) sheet.insertColumns(sheet.maxColumns + 1, width - sheet.maxColumns);
  for (const { at, value, date, formula, format = '' } of cells) {
    const held: CellValue | undefined = date === undefined ? value : new Date(`${date}Z`);
    Object.assign(sheet.cell(...at), { format, ...(held === undefined ? {} : { value: held }) });
    if (formula !== undefined) sheet.cell(...at).formula = formula;
  }
  for (const column of hidden) sheet.hideColumns(column);
  marks.forEach(([column, key, value], i) => {
    sheet.column(column).metadata.push({ id: 9_000 + 100 * id + i, key, value, visibility: 'PROJECT' });
  });
}

function refill(store: Map<string, string>, entries: Readonly<Record<string, string>>): void {
  store.clear();
  for (const [key, value] of Object.entries(entries)) store.set(key, value);
}
