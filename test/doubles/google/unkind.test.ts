/** What people do to spreadsheets, and how Google speaks of it: the least convenient answers that the documents allow. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costTable } from './costs';
import { NotModelledError } from './errors';
import { KNOBS, knobTable, withDefaults } from './knobs';
import { isTranslated, messageIn } from './messages';
import MESSAGES from './messages.json';
import { hostWith, runIn } from './test-host';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSheet(); const cell = sheet.getRange(2, 1);';
const BOTH = `${SHEET} return [String(cell.getValue()), cell.getDisplayValue()];`;

describe('a text', () => {
  it.each([
    ['_(@_)', ' n/a '],
    ['@" Inc."', 'n/a Inc.'],
    [';;;', ''],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', ' n/a '],
    ['@', 'n/a'],
    ['0.00', 'n/a'],
  ])('in a cell of format %s is displayed as %j', (format, shown) => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.fromRows([['A'], ['n/a']]);
    host.spreadsheet.activeSheet.cell(2, 1).format = format;
    expect(runIn(host, BOTH)).toEqual(['n/a', shown]);
  });
});

describe('a number', () => {
  it.each([
    [1234.5, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', ' $ 1,234.50 '],
    [-3, '#,##0;(#,##0)', '(3)'],
    [0, '0;-0;', ''],
    [7, ';;;', ''],
    [2.6, '0', '3'],
    [0.256, '0%', '26%'],
  ])('%d in a cell of format %s is displayed as %j', (value, format, shown) => {
    const { host } = hostWith('');
    Object.assign(host.spreadsheet.activeSheet.cell(2, 1), { value, format });
    expect(runIn(host, BOTH)).toEqual([String(value), shown]);
  });
});

describe('a picture in a cell', () => {
  it('is an object to a script, shows no text, and outlives what is written beside it', () => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.putPicture(2, 1);
    const body = `${SHEET} sheet.getRange(2, 2).setValue('x'); const image = cell.getValue();
      return [typeof image, String(image), image.valueType === SpreadsheetApp.ValueType.IMAGE, cell.getDisplayValue(), sheet.getLastRow()];`;
    expect(runIn(host, body)).toEqual(['object', 'CellImage', true, '', 2]);
    expect(host.spreadsheet.activeSheet.peek(2, 1)?.picture).toBeDefined();
  });

  it('can be put back as it was read, and is gone where a text is written over it', () => {
    const { host } = hostWith('');
    const { activeSheet } = host.spreadsheet;
    activeSheet.putPicture(2, 1);
    runIn(host, `${SHEET} sheet.getRange(3, 1).setValue(cell.getValue()); cell.setValue('x');`);
    expect([activeSheet.peek(3, 1)?.picture?.url, activeSheet.peek(2, 1)?.picture]).toEqual([
      'https://example.com/logo.png',
      undefined,
    ]);
  });
});

describe('an array formula', () => {
  it('has its state in its own cell, and blanks where its values were', () => {
    const { host } = hostWith('');
    const { activeSheet } = host.spreadsheet;
    activeSheet.spill(1, 1, '=IMPORTRANGE("x", "A1:B2")', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(activeSheet.displayRows()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    activeSheet.unsettle(1, 1, '#REF!');
    expect(activeSheet.displayRows()).toEqual([['#REF!']]);
    activeSheet.settle(1, 1);
    expect(activeSheet.display(2, 2)).toBe('d');
    expect(runIn(host, `${SHEET} return cell.getFormula();`)).toBe('');
  });
});

describe('a rule that rejects', () => {
  const refused = 'The data you entered in cell B3 violates the data validation rules set on this cell.';
  const write = "SpreadsheetApp.getActiveSheet().getRange(2, 2, 2, 1).setValues([[true], ['x']]);";

  it('throws at the flush, and nothing of the call is written', () => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.insertCheckboxes(3, 2, 3, 2);
    const body = `${write} try { SpreadsheetApp.flush(); return ''; } catch (e) { return e.message; }`;
    expect(runIn(host, body)).toBe(refused);
    expect(host.spreadsheet.activeSheet.display(2, 2)).toBe('');
  });

  it('may throw where it is written', () => {
    const { host } = hostWith('', { knobs: { validationThrows: 'write' } });
    host.spreadsheet.activeSheet.insertCheckboxes(3, 2, 3, 2);
    expect(runIn(host, `try { ${write} return ''; } catch (e) { return e.message; }`)).toBe(refused);
  });

  it('comes along into columns that are inserted beside it, and can be taken off', () => {
    const { host } = hostWith('');
    const { activeSheet } = host.spreadsheet;
    activeSheet.insertCheckboxes(2, 1, 3, 1);
    runIn(host, 'SpreadsheetApp.getActiveSheet().insertColumnsAfter(1, 1);');
    expect(() =>
      runIn(host, "SpreadsheetApp.getActiveSheet().getRange('B2').setValue('x'); SpreadsheetApp.flush();"),
    ).toThrow('cell B2 violates');
    runIn(
      host,
      "SpreadsheetApp.getActiveSheet().getRange('B2:B3').clearDataValidations().setValue('x'); SpreadsheetApp.flush();",
    );
    expect(activeSheet.display(2, 2)).toBe('x');
  });
});

describe('Google', () => {
  it.each([
    ['en', 'The coordinates of the range are outside', '#REF!', 'Loading...'],
    ['fr', 'Les coordonnées de la plage', '#REF!', 'Chargement...'],
    ['de', 'Die Koordinaten des Bereichs', '#BEZUG!', 'Wird geladen…'],
  ] as const)('speaks %s in exceptions and in cells', (language, text, ref, loading) => {
    const { host } = hostWith('', { knobs: { language } });
    const { activeSheet } = host.spreadsheet;
    activeSheet.type(2, 1, '=A1');
    activeSheet.setComputed(2, 1, '#REF!');
    expect(runIn(host, BOTH)).toEqual([ref, ref]);
    activeSheet.setComputed(2, 1, 'Loading...');
    expect(runIn(host, BOTH)).toEqual([loading, loading]);
    expect(() => runIn(host, `${SHEET} sheet.getRange(5000, 1);`)).toThrow(text);
  });

  it('says nothing in English to whoever speaks another language', () => {
    const texts = [
      'You do not have permission to call UrlFetchApp.fetch. Required permissions: x',
      'Your input contains more than the maximum of 50000 characters in a single cell.',
      'Service Spreadsheets timed out while accessing document with id 1x.',
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    ];
    expect(texts.filter((text) => !isTranslated(text))).toEqual([]);
    expect(messageIn('de', 'Sheet 7 not found')).toBe('Tabellenblatt 7 nicht gefunden');
    expect(messageIn('fr', 'what a test says itself')).toBe('what a test says itself');
  });

  it.each(MESSAGES)('names the same things in every language: $en', (texts) => {
    const named = Object.values(texts).map((text) => [...new Set(text.match(/\{\d\}/g))].sort());
    expect(named).toEqual([named[0], named[0], named[0]]);
  });
});

describe('a scope that the person has not granted', () => {
  it('is named by the call that needs it, and can be asked after', () => {
    const { host } = hostWith('');
    host.withhold('script.external_request');
    expect(() => runIn(host, "UrlFetchApp.fetch('https://example.com/');")).toThrow(
      'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    );
    const status =
      'return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus());';
    expect(runIn(host, status)).toBe('REQUIRED');
    const need =
      "ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/script.external_request']);";
    expect(() => runIn(host, need)).toThrow('Authorization is required');
    expect(host.consents).toEqual([['https://www.googleapis.com/auth/script.external_request']]);
    host.grant('script.external_request');
    expect(runIn(host, status)).toBe('NOT_REQUIRED');
    runIn(host, need);
  });
});

describe('what the host does not know', () => {
  it.each([
    'DriveApp.getRootFolder();',
    "Browser.msgBox('x');",
    'typeof Sheets;',
    'MailApp.getRemainingDailyQuota();',
    "console.time('x');",
    "SpreadsheetApp.getActiveSheet().getRange('R1C1');",
    "SpreadsheetApp.getActiveSheet().getRange('R[1]C[2]');",
    "SpreadsheetApp.getActiveSheet().getRange('Sheet1!A1');",
  ])('is said by name, past any catch: %s', (call) => {
    const { host } = hostWith('');
    expect(() => runIn(host, `try { ${call} } catch (e) {}`)).toThrow(NotModelledError);
  });

  it('leaves the column RC alone', () => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.insertColumns(27, 600);
    expect(runIn(host, "return SpreadsheetApp.getActiveSheet().getRange('RC1').getColumn();")).toBe(471);
  });
});

/** Tables are padded for whoever reads them as text. */
const squeezed = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');

describe('the knobs', () => {
  it('are each one entry, and the table of the README is made of them', () => {
    expect(KNOBS.map(({ name }) => name).sort()).toEqual(Object.keys(withDefaults()).sort());
    const readme = readFileSync('test/doubles/google/README.md', 'utf8');
    for (const table of [knobTable(), costTable()]) expect(squeezed(readme)).toContain(squeezed(table));
  });
});
