/** The writing half of SpreadsheetApp.Range: everything here is buffered. */
import { ServiceError } from '../errors';
import type { Style } from '../model/cell';
import { checkFormat } from '../model/display';
import { lastColumnOf, lastRowOf } from '../model/geometry';
import { type Modelled, write } from '../service';
import type { RangeData } from './handles';
import { checkSheetExists } from './range-reads';
import { richTexts } from './rich-text';
import { validations } from './validation';
import { entryOf } from './values';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

/** The members that write what cells hold. */
export function rangeContents(data: RangeData, self: () => Range): Modelled<Range> {
  const { sheet, rect } = data;
  const each = (values: readonly (readonly unknown[])[], put: Put) => {
    if (put === enterValue && data.run.state.knobs.validationThrows === 'write') checkRules(data, values);
    return buffered(data, self, values, put);
  };
  return {
    setValue: write('any', (value: unknown) => each(filled(data, value), enterValue)),
    setValues: write('any[][]', (values: unknown[][]) => each(values, enterValue)),
    clearDataValidations: write('', () =>
      everyCell(data, self, (row, column) => {
        delete sheet.peek(row, column)?.validation;
      }),
    ),
    setDataValidation: write('SpreadsheetApp.DataValidation|null', (rule: DataValidation | null) =>
      everyCell(data, self, (row, column) => {
        if (rule) sheet.cell(row, column).validation = validations.get(rule);
        else delete sheet.peek(row, column)?.validation;
      }),
    ),
    clearContent: write('', () => later(data, self, () => sheet.clearContent(rect))),
    setNote: write('string|null', (note: string | null) => each(filled(data, note), enterNote)),
    setNotes: write('any[][]', (notes: (string | null)[][]) => each(notes, enterNote)),
    setRichTextValue: write('SpreadsheetApp.RichTextValue', (value: RichText) =>
      each(filled(data, value), enterRichText),
    ),
    setRichTextValues: write('SpreadsheetApp.RichTextValue[][]', (values: RichText[][]) =>
      each(values, enterRichText),
    ),
  };
}

/** The members that write how cells look. */
export function rangeLooks(data: RangeData, self: () => Range): Modelled<Range> {
  const style = (name: keyof Style) => (value: unknown) =>
    everyCell(data, self, (row, column) => {
      const { style: held } = data.sheet.cell(row, column);
      if (value === null) delete held[name];
      else held[name] = String(value);
    });
  const formats = (values: string[][]) => {
    for (const format of values.flat()) checkFormat(format);
    return buffered(data, self, values, enterFormat);
  };
  return {
    setNumberFormat: write('string', (format: string) => {
      checkFormat(format);
      return everyCell(data, self, (row, column) => enterFormat(data, row, column, format));
    }),
    setNumberFormats: write('string[][]', formats),
    setFontWeight: write('string|null', style('fontWeight')),
    setFontColor: write('string|null', style('fontColor')),
    setFontStyle: write('string|null', style('fontStyle')),
    setBackground: write('string|null', style('background')),
    setVerticalAlignment: write('string|null', style('verticalAlignment')),
    setWrap: write('boolean', (wrap: boolean) => style('wrapStrategy')(wrap ? 'WRAP' : 'OVERFLOW')),
    setWrapStrategy: write('enum', style('wrapStrategy')),
  };
}

type Put = (data: RangeData, row: number, column: number, value: unknown) => void;

const enterValue: Put = ({ run, sheet }, row, column, value) => {
  const { timeZone } = run.state.spreadsheet;
  const format = sheet.peek(row, column)?.format ?? '';
  sheet.enter(row, column, entryOf(value, format, sheet.world.rules, timeZone));
};

/** A call that one cell refuses writes none of its cells. */
function checkRules({ run, sheet, rect }: RangeData, values: readonly (readonly unknown[])[]): void {
  values.forEach((line, r) => {
    line.forEach((value, c) => {
      const cell = sheet.peek(rect.row + r, rect.column + c);
      if (!cell?.validation?.rejects) return;
      const entry = entryOf(value, cell.format, sheet.world.rules, run.state.spreadsheet.timeZone);
      sheet.checkRule(rect.row + r, rect.column + c, entry);
    });
  });
}

const enterNote: Put = ({ sheet }, row, column, note) => {
  sheet.cell(row, column).note = note === null ? '' : String(note);
};

const enterFormat: Put = ({ sheet }, row, column, format) => {
  const name = String(format);
  sheet.cell(row, column).format = name === 'General' || name === '0.###############' ? '' : name;
};

/** Rich text is never parsed: it is text whatever it looks like. */
const enterRichText: Put = ({ sheet }, row, column, value) => {
  const { text, links } = richTexts.get(Object(value));
  sheet.enter(row, column, text === '' ? { kind: 'blank' } : { kind: 'value', value: text });
  sheet.cell(row, column).links = links;
};

const filled = <T>({ rect }: RangeData, value: T): T[][] =>
  Array.from({ length: rect.rows }, () => new Array<T>(rect.columns).fill(value));

/** Checks the shape at once, as Google does, and keeps a copy: the script may go on changing its array. */
function buffered(
  data: RangeData,
  self: () => Range,
  values: readonly (readonly unknown[])[],
  put: Put,
): Range {
  checkShape(data, values);
  const copy = values.map((line) => [...line]);
  return later(data, self, () => {
    if (put === enterValue) checkRules(data, copy);
    copy.forEach((line, r) => {
      line.forEach((value, c) => {
        put(data, data.rect.row + r, data.rect.column + c, value);
      });
    });
  });
}

function everyCell(data: RangeData, self: () => Range, act: (row: number, column: number) => void): Range {
  const { rect } = data;
  return later(data, self, () => {
    for (let row = rect.row; row <= lastRowOf(rect); row++)
      for (let column = rect.column; column <= lastColumnOf(rect); column++) act(row, column);
  });
}

function later(data: RangeData, self: () => Range, act: () => void): Range {
  const { run, sheet, rect } = data;
  const apply = () => {
    checkSheetExists(data);
    sheet.checkInside(rect);
    sheet.assertEditable(run.user, rect);
    act();
  };
  run.buffer.add({ cells: rect.rows * rect.columns, apply });
  return self();
}

function checkShape({ rect }: RangeData, values: readonly (readonly unknown[])[]): void {
  if (values.length !== rect.rows) throw mismatch('rows', values.length, rect.rows);
  const odd = values.find((line) => line.length !== rect.columns);
  if (odd) throw mismatch('columns', odd.length, rect.columns);
}

function mismatch(what: string, given: number, wanted: number): ServiceError {
  return new ServiceError(
    `The number of ${what} in the data does not match the number of ${what} in the range. ` +
      `The data has ${given} but the range has ${wanted}.`,
  );
}
