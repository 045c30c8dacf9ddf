/** The document: its sheets, its selection, and what a person does to it as a whole. */
import { ServiceError } from '../errors';
import { copySheet } from './copying';
import { intersects, type Rect, rectOf } from './geometry';
import type { Language } from './language';
import type { SheetWorld } from './layout';
import { localeOf } from './locale';
import type { Found, Metadata, Place } from './metadata';
import type { ParseRules } from './parse';
import { Sheet } from './sheet';

/** How a document is made. */
export interface SpreadsheetSetup {
  readonly owner: string;
  readonly rules: ParseRules;
  readonly maxCellChars: number;
  readonly maxCells: number;
  readonly insertedColumnsInherit: boolean;
  readonly language: Language;
  readonly duplicateCopiesMetadata: boolean;
  readonly fileCopyKeepsMetadata: boolean;
}

/** A spreadsheet with one empty sheet of 1000 × 26. */
export class Spreadsheet {
  id = '1EnrichTestSpreadsheet0000000000000000000000';
  name = 'Untitled spreadsheet';
  locale = 'en_US';
  timeZone = 'Etc/UTC';
  readonly metadata: Metadata[] = [];
  readonly sheets: Sheet[] = [];
  /** The selected blocks of the active sheet; the last one is the active range. */
  selection: readonly Rect[] = [rectOf(1, 1, 1, 1)];
  private active: Sheet;
  private lastId = 1000;
  private readonly world: SheetWorld;

  constructor(private readonly setup: SpreadsheetSetup) {
    this.world = {
      rules: { ...setup.rules, locale: () => localeOf(this.locale) },
      locale: () => localeOf(this.locale),
      maxCellChars: setup.maxCellChars,
      insertedColumnsInherit: setup.insertedColumnsInherit,
      language: setup.language,
      owner: setup.owner,
      nextId: () => this.nextId(),
      checkRoom: (cells) => this.checkRoom(cells),
    };
    this.active = new Sheet(this.world, 0, 'Sheet1');
    this.sheets.push(this.active);
  }

  get activeSheet(): Sheet {
    return this.active;
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** The sheet of that name. Throws when there is none: tests want to know. */
  sheet(name: string): Sheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new ServiceError(`There is no sheet ${JSON.stringify(name)}.`);
    return found;
  }

  /** Adds a sheet after the others. */
  addSheet(name = this.freeName('Sheet'), at = this.sheets.length): Sheet {
    this.checkName(name);
    this.checkRoom(26_000);
    const sheet = new Sheet(this.world, this.nextId(), name);
    this.sheets.splice(at, 0, sheet);
    return sheet;
  }

  /** Copies a sheet with everything on it; whether metadata comes along is a knob. */
  duplicateSheet(source: Sheet, name = this.freeName(`Copy of ${source.name}`)): Sheet {
    this.checkName(name);
    const copy = new Sheet(this.world, this.nextId(), name, source.maxRows, source.maxColumns);
    copySheet(source, copy, (metadata) => this.copied(metadata, this.setup.duplicateCopiesMetadata));
    this.sheets.splice(this.sheets.indexOf(source) + 1, 0, copy);
    return copy;
  }

  /**
   * Becomes what “File → Make a copy” makes of another document: another id, the same sheets with their ids. Stores and triggers are
   * the script's; whether it sees metadata of the original is a knob, for a bound script is copied too, into another project.
   */
  becomeCopyOf(original: Spreadsheet): void {
    this.id = `${original.id.slice(0, -4)}Copy`;
    this.name = `Copy of ${original.name}`;
    this.locale = original.locale;
    this.timeZone = original.timeZone;
    const copies = original.sheets.map((source) => {
      const copy = new Sheet(this.world, source.id, source.name, source.maxRows, source.maxColumns);
      copySheet(source, copy, (metadata) => this.copied(metadata, this.setup.fileCopyKeepsMetadata));
      return copy;
    });
    this.sheets.splice(0, this.sheets.length, ...copies);
    this.lastId = Math.max(this.lastId, original.lastId, ...copies.map(({ id }) => id));
    this.select(this.sheets[original.sheets.indexOf(original.active)] ?? this.active);
  }

  deleteSheet(sheet: Sheet): void {
    const at = this.sheets.indexOf(sheet);
    if (at < 0) throw new ServiceError('The sheet does not exist.');
    if (this.sheets.length === 1) throw new ServiceError("You can't remove all the sheets in a document.");
    this.sheets.splice(at, 1);
    if (sheet === this.active) this.select(this.sheets[Math.max(0, at - 1)] ?? this.active);
  }

  /** Selects blocks of a sheet; without any, its first cell. */
  select(sheet: Sheet, ...ranges: readonly Rect[]): void {
    for (const range of ranges) sheet.checkInside(range);
    this.active = sheet;
    this.selection = ranges.length > 0 ? ranges : [rectOf(1, 1, 1, 1)];
  }

  /** Every piece of metadata with its place, in document order. */
  *allMetadata(): Generator<Found> {
    yield* found(this.metadata, { type: 'SPREADSHEET' });
    for (const sheet of this.sheets) {
      yield* found(sheet.metadata, { type: 'SHEET', sheetId: sheet.id });
      yield* foundOn(sheet.rows, 'ROW', sheet.id);
      yield* foundOn(sheet.columns, 'COLUMN', sheet.id);
    }
  }

  /** Takes a piece of metadata off whatever it is bound to; false when it is gone already. */
  removeMetadata(metadata: Metadata): boolean {
    const lists = [
      this.metadata,
      ...this.sheets.flatMap((sheet) => [
        sheet.metadata,
        ...[...sheet.rows, ...sheet.columns].map((line) => line.metadata),
      ]),
    ];
    const list = lists.find((candidates) => candidates.includes(metadata));
    list?.splice(list.indexOf(metadata), 1);
    return list !== undefined;
  }

  /** Throws Google's text when a sheet of that name exists. */
  checkName(name: string): void {
    if (this.sheets.some((sheet) => sheet.name === name)) {
      throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
  }

  private checkRoom(more: number): void {
    const cells = this.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
    if (cells + more > this.setup.maxCells) {
      throw new ServiceError(
        `This action would increase the number of cells in the workbook above the limit of ${this.setup.maxCells} cells.`,
      );
    }
  }

  private copied(metadata: readonly Metadata[], areKept: boolean): Metadata[] {
    if (!areKept) return [];
    return metadata.map((item) => ({ ...item, id: this.nextId() }));
  }

  private freeName(stem: string): string {
    const taken = new Set(this.sheets.map((sheet) => sheet.name));
    let n = this.sheets.length + 1;
    while (taken.has(`${stem}${n}`)) n += 1;
    return stem === 'Sheet' || taken.has(stem) ? `${stem}${n}` : stem;
  }
}

function* foundOn(
  lines: readonly { readonly metadata: readonly Metadata[] }[],
  type: 'ROW' | 'COLUMN',
  sheetId: number,
): Generator<Found> {
  let line = 0;
  for (const { metadata } of lines) {
    line += 1;
    if (metadata.length > 0) yield* found(metadata, { type, sheetId, line });
  }
}

function* found(list: readonly Metadata[], place: Place): Generator<Found> {
  for (const metadata of list) yield { metadata, place };
}

/** Is the place inside (or, with `touching`, in contact with) a block of the sheet? */
export function isInScope(place: Place, sheet: Sheet, rect: Rect, touching: boolean): boolean {
  if (place.sheetId !== sheet.id || place.line === undefined) return false;
  const line =
    place.type === 'ROW'
      ? rectOf(place.line, 1, place.line, sheet.maxColumns)
      : rectOf(1, place.line, sheet.maxRows, place.line);
  if (touching) return intersects(rect, line);
  const { row, column, rows, columns } = rect;
  return place.type === 'ROW'
    ? column === 1 && columns >= sheet.maxColumns && row <= place.line && place.line < row + rows
    : row === 1 && rows >= sheet.maxRows && column <= place.line && place.line < column + columns;
}
