/** Functions that cells call: what they get, what they may do, and what the cell shows. */
import { describe, expect, it } from 'vitest';
import { argumentFrom } from './custom-functions';
import { hostWith } from './test-host';

const BOB = 'bob@example.com';

/** What a cell shows of a function with this body. */
function shown(body: string, args: readonly unknown[] = [], by = {}, knobs = {}) {
  const { host, clock } = hostWith(`function F(...args) { ${body} }`, { knobs });
  return { result: host.calculate('F', args, by), host, clock };
}

describe('a custom function', () => {
  it.each([
    'SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(1)',
    'SpreadsheetApp.getActiveSpreadsheet().toast("x")',
    'SpreadsheetApp.flush()',
    'SpreadsheetApp.getUi().alert("x")',
    'Session.getEffectiveUser().getEmail()',
    'ScriptApp.getProjectTriggers()',
    'HtmlService.createHtmlOutput("x")',
  ])('may not call %s', (call) => {
    expect(shown(`return ${call};`).result).toEqual({ error: expect.stringMatching(/permission|context/) });
  });

  it('may read the sheet, wait, hold the lock and use properties, which are the owner’s whoever recalculates', () => {
    const body = `
      LockService.getDocumentLock().tryLock(1);
      Utilities.sleep(5);
      PropertiesService.getDocumentProperties().setProperty('a', '1');
      return SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue() + PropertiesService.getUserProperties().getProperty('k');`;
    const { host } = hostWith(`function F() { ${body} }`);
    host.properties.user('owner@example.com').set('k', 'mine');
    expect(host.calculate('F', [], { user: BOB })).toEqual({ shows: 'mine' });
    expect(host.properties.document.get('a')).toBe('1');
  });

  it('writes the owner’s properties only for the owner, unless a knob says otherwise, and a viewer writes nothing', () => {
    const write = "PropertiesService.getUserProperties().setProperty('k', 'v'); return 1;";
    expect(shown(write).result).toEqual({ shows: 1 });
    expect(shown(write, [], { user: BOB }).result).toHaveProperty('error');
    expect(shown(write, [], { user: BOB }, { formulaWritesOwners: true }).result).toEqual({ shows: 1 });
    const ofDocument = "PropertiesService.getDocumentProperties().setProperty('k', 'v');";
    expect(shown(ofDocument, [], { user: BOB, isViewer: true }).result).toHaveProperty('error');
  });

  it('is ended after 30 seconds', () => {
    const { result, host } = shown('Utilities.sleep(31000); return 1;');
    expect(result).toEqual({ error: 'Exceeded maximum execution time' });
    expect(host.executions.at(-1)).toMatchObject({ by: 'formula', outcome: 'timed out' });
  });

  it('gets the value of one cell, rows of values of a block, blanks as texts and errors by their names', () => {
    const { host } = hostWith('function F() {}');
    const { spreadsheet } = host;
    spreadsheet.activeSheet.fromRows([['a', '']]);
    Object.assign(spreadsheet.activeSheet.cell(2, 1), { value: 1 });
    Object.assign(spreadsheet.activeSheet.cell(2, 2), { formula: '=NA()', value: '#N/A' });
    expect(argumentFrom(spreadsheet, 'A1')).toBe('a');
    expect(argumentFrom(spreadsheet, 'B1')).toBe('');
    expect(argumentFrom(spreadsheet, 'A1:B2')).toEqual([
      ['a', ''],
      [1, '#N/A'],
    ]);
  });

  it('shows what it returns, or the message of what it throws; no cell shows an object', () => {
    expect(shown('return [["x", 1], [true, null]];').result).toEqual({
      shows: [
        ['x', 1],
        [true, null],
      ],
    });
    expect(shown('throw new Error("No.");').result).toEqual({ error: 'No.' });
    expect(() => shown('return { a: 1 };')).toThrow('what no cell can show');
    expect(shown('return "x".repeat(50001);').result).toHaveProperty('error');
  });
});
