/** What cells of the person's own may be besides text: formulas that load, formats that change what is seen, pictures, imports. */
import type { Dice } from '../engine/dice';
import type { Shadow } from '../engine/shadow';
import type { Action } from './table';

/** Text formats with which a cell shows something else than it holds. */
const FORMATS = ['_(@_)', '@" Inc."', ';;;'] as const;

/** States in which a formula has no value. */
const STATES = ['Loading...', '#N/A', '#REF!', '#ERROR!'] as const;

/** A formula that brings one text from elsewhere; it names the text, so that it can arrive later. */
const FETCHED = /^=FETCHED\("(.*)"\)$/;

/** What a person does to cells without typing another text into them. */
export const INPUT_CELLS: Readonly<Record<string, Action>> = {
  'puts a text format on a column': (shadow, dice) => {
    const column = dice.pick(shadow.columnsOf('person'));
    const format = dice.pick(FORMATS);
    const { lastRow } = shadow;
    shadow.act((sheet) => {
      for (let row = 2; row <= lastRow; row++) sheet.cell(row, column).format = format;
    });
  },
  'puts a picture into a note': (shadow, dice) => {
    const column = shadow.columnOf('Note');
    if (column === 0) return false;
    const row = dice.between(2, Math.max(2, shadow.lastRow));
    shadow.act((sheet) => sheet.putPicture(row, column));
    return true;
  },
  'has inputs that are loading': (shadow, dice) => {
    const column = shadow.columnOf(dice.pick(['Thing', 'Year']));
    if (column === 0) return false;
    const state = dice.pick(STATES);
    for (let n = dice.between(1, 3); n > 0; n--) load(shadow, dice, column, state);
    return true;
  },
  'has loading inputs arrive': (shadow) => arrive(shadow),
  'restricts what an output may hold': (shadow, dice) => {
    const outputs = shadow.columnsOf('output');
    if (outputs.length === 0) return false;
    const column = dice.pick(outputs);
    const few = dice.chance(0.5);
    const isList = dice.chance(0.5);
    const rows = few ? [dice.between(2, Math.max(2, shadow.lastRow))] : [2, Math.max(2, shadow.lastRow)];
    shadow.act((sheet) =>
      sheet.validate(rows[0] ?? 2, column, rows[1] ?? rows[0] ?? 2, column, {
        // Of a list scripts learn the choices, of a formula nothing.
        ...(isList ? { kind: 'VALUE_IN_LIST', values: [['yes', 'no'], true] } : { kind: 'CUSTOM_FORMULA' }),
        rejects: true,
        allows: (value) => value === 'yes' || value === 'no',
      }),
    );
    return true;
  },
};

/** A cell becomes a formula that would give the same text, and has not got it yet. */
function load(shadow: Shadow, dice: Dice, column: number, state: string): void {
  const row = dice.between(2, Math.max(2, shadow.lastRow));
  const text = shadow.real.display(row, column);
  const cell = shadow.real.peek(row, column);
  if (text === '' || cell?.formula !== undefined || cell?.spilled) return;
  shadow.act((sheet) => {
    sheet.type(row, column, `=FETCHED("${text}")`);
    sheet.setComputed(row, column, state);
  });
}

/** Whether something in a row was loading at one time, or is. */
export function hasLoaded(shadow: Shadow, row: number): boolean {
  return shadow
    .columnsOf('person')
    .some((column) => FETCHED.test(shadow.real.peek(row, column)?.formula ?? ''));
}

/** Everything that was loading has its text. False where nothing was. */
export function arrive(shadow: Shadow): boolean {
  let arrived = false;
  const { lastRow } = shadow;
  const columns = shadow.columnsOf('person');
  for (let row = 2; row <= lastRow; row++)
    for (const column of columns) {
      const cell = shadow.real.peek(row, column);
      const text = FETCHED.exec(cell?.formula ?? '')?.[1];
      if (text === undefined || cell?.value === text) continue;
      shadow.act((sheet) => sheet.setComputed(row, column, text));
      arrived = true;
    }
  return arrived;
}

/** The formula of an imported table stands in the first row below the headings. */
const ANCHOR = 2;

/** What becomes of a column that one formula brings from another file. */
export const IMPORTED: Readonly<Record<string, Action>> = {
  'the imported column fails': (shadow, dice) => {
    const column = importedColumn(shadow);
    if (column === 0) return false;
    const state = dice.pick(STATES);
    shadow.act((sheet) => sheet.unsettle(ANCHOR, column, state));
    return true;
  },
  'the imported column is back': (shadow) => isBack(shadow),
};

/** The import has its values again. False where there is none. */
export function isBack(shadow: Shadow): boolean {
  const column = importedColumn(shadow);
  if (column === 0) return false;
  shadow.act((sheet) => sheet.settle(ANCHOR, column));
  return true;
}

function importedColumn(shadow: Shadow): number {
  const column = shadow.columnOf('Thing');
  return column > 0 && shadow.real.peek(ANCHOR, column)?.array ? column : 0;
}
