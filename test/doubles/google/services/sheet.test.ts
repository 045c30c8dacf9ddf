/** SpreadsheetApp as a script sees it. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../model/geometry';
import { hostWith, runIn } from '../test-host';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSheet();';

describe('Sheet.getRange', () => {
  it.each([
    ['0, 1', 'The starting row of the range is too small.'],
    ['1, 0', 'The starting column of the range is too small.'],
    ['1, 1, 0', 'The number of rows in the range must be at least 1.'],
    ['1, 1, 1, 0', 'The number of columns in the range must be at least 1.'],
    ['1001, 1', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['1, 27', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ["'Nope'", 'Range not found'],
    ['1.5, 1', "(number,number) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
    ["'A', 1", "(String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
    ['null', "(null) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
  ])('of (%s) throws %s', (args, text) => {
    const { host } = hostWith('');
    expect(() => runIn(host, `${SHEET} sheet.getRange(${args});`)).toThrow(text);
  });

  it('keeps its coordinates when columns are inserted', () => {
    const { host } = hostWith('');
    const body = `${SHEET} const r = sheet.getRange(2, 3); sheet.insertColumnAfter(1); return r.getA1Notation();`;
    expect(runIn(host, body)).toBe('C2');
  });
});

describe('Range.setValues', () => {
  it.each([
    [
      '[[1]]',
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      '[[1, 2], [3]]',
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    ],
    [
      '[[1], 2]',
      "The parameters (number[][]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
  ])('of %s throws Google’s text', (values, text) => {
    const { host } = hostWith('');
    expect(() => runIn(host, `${SHEET} sheet.getRange(1, 1, 2, 1).setValues(${values});`)).toThrow(text);
  });

  it('parses texts as if typed, and clears with null and undefined', () => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.fromRows([['', '', '', '', 'old', 'old']]);
    const body = `${SHEET}
      const range = sheet.getRange(1, 1, 1, 6);
      range.setValues([["'=1", '007', '=A1', true, null, undefined]]);
      return [range.getValues()[0], range.getFormulas()[0], range.getDisplayValues()[0]];`;
    expect(runIn(host, body)).toEqual([
      ['=1', 7, '#NAME?', true, '', ''],
      ['', '', '=A1', '', '', ''],
      ['=1', '7', '#NAME?', 'TRUE', '', ''],
    ]);
  });

  it('takes a copy: what the script changes later is not written', () => {
    const { host } = hostWith('');
    runIn(host, `${SHEET} const v = [['a']]; sheet.getRange(1, 1).setValues(v); v[0][0] = 'b';`);
    expect(host.spreadsheet.activeSheet.display(1, 1)).toBe('a');
  });

  it('refuses an object as a value, by name', () => {
    const { host } = hostWith('');
    expect(() => runIn(host, `${SHEET} sheet.getRange(1, 1).setValue({ a: 1 });`)).toThrow(
      'not modelled: writing',
    );
  });

  it('respects a plain text format that was set in the same breath', () => {
    const { host } = hostWith('');
    runIn(host, `${SHEET} sheet.getRange(1, 1).setNumberFormat('@').setValue('007');`);
    expect(host.spreadsheet.activeSheet.peek(1, 1)?.value).toBe('007');
  });

  it('keeps dates at the wall-clock time of the spreadsheet’s zone', () => {
    const { host } = hostWith('');
    host.spreadsheet.timeZone = 'Europe/Paris';
    const body = `${SHEET} const r = sheet.getRange(1, 1);
      r.setValue(new Date(Date.UTC(2026, 6, 15, 10)));
      return [r.getDisplayValue(), r.getValue().toISOString()];`;
    expect(runIn(host, body)).toEqual(['7/15/2026 12:00:00', '2026-07-15T10:00:00.000Z']);
  });

  it('into a protected range throws for others at the flush, not for the owner', () => {
    const { host } = hostWith(
      `function go() { ${SHEET} sheet.getRange(2, 2).setValue('x'); SpreadsheetApp.flush(); }`,
    );
    host.spreadsheet.activeSheet.protect(rectOf(2, 2, 2, 2), { editors: [] });
    expect(() => host.execute('go', [], { user: 'bob@example.com' })).toThrow('protected cell or object');
    host.execute('go');
    expect(host.spreadsheet.activeSheet.display(2, 2)).toBe('x');
  });

  it('fails when the person deleted the rows or the sheet meanwhile', () => {
    for (const meddle of ['rows', 'sheet']) {
      const { host } = hostWith('');
      const second = host.spreadsheet.addSheet('Second');
      host.spreadsheet.select(second);
      host.onServiceCall = ({ method }) => {
        if (method !== 'flush') return;
        if (meddle === 'rows') second.deleteRows(500, 501);
        else host.spreadsheet.deleteSheet(second);
      };
      const body = `${SHEET} sheet.getRange(1000, 1).setValue('x'); SpreadsheetApp.flush();`;
      expect(() => runIn(host, body)).toThrow(/outside the dimensions|not found/);
    }
  });
});

describe('rich text', () => {
  it('is never parsed and keeps its links', () => {
    const { host } = hostWith('');
    const body = `${SHEET}
      const text = SpreadsheetApp.newRichTextValue().setText('=see here').setLinkUrl(5, 9, 'https://x.test/').build();
      const range = sheet.getRange(1, 1);
      range.setRichTextValues([[text]]);
      return [range.getValue(), range.getFormula(), range.getRichTextValue().getRuns().map((r) => [r.getText(), r.getLinkUrl()])];`;
    expect(runIn(host, body)).toEqual([
      '=see here',
      '',
      [
        ['=see ', null],
        ['here', 'https://x.test/'],
      ],
    ]);
  });
});

describe('column metadata', () => {
  const ADD = `${SHEET} sheet.getRange('C:C').addDeveloperMetadata('k', 'v', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);`;
  const FIND = `sheet.createDeveloperMetadataFinder().withKey('k')
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN).find()`;

  it('follows its column', () => {
    const { host } = hostWith('');
    const body = `${ADD} sheet.insertColumnsAfter(1, 2); const [m] = ${FIND};
      return [m.getKey(), m.getValue(), String(m.getVisibility()), m.getLocation().getColumn().getA1Notation()];`;
    expect(runIn(host, body)).toEqual(['k', 'v', 'PROJECT', 'E:E']);
  });

  it('says where it was when it was found, not where it went', () => {
    const { host } = hostWith('');
    const body = `${ADD} const [m] = ${FIND}; sheet.insertColumnAfter(1); return m.getLocation().getColumn().getColumn();`;
    expect(runIn(host, body)).toBe(3);
  });

  it('can be changed and removed, once', () => {
    const { host } = hostWith('');
    const body = `${ADD} const [m] = ${FIND}; m.setValue('w'); const w = ${FIND}[0].getValue(); m.remove();
      let text; try { m.remove(); } catch (e) { text = e.message; }
      return [w, ${FIND}.length, text.startsWith('No developer metadata with id')];`;
    expect(runIn(host, body)).toEqual(['w', 0, true]);
  });

  it('is only found by a range that holds the whole column, or touches it when asked to', () => {
    const { host } = hostWith('');
    const body = `${ADD} const find = (a1, touch) => {
        const finder = sheet.getRange(a1).createDeveloperMetadataFinder();
        return (touch ? finder.onIntersectingLocations() : finder).find().length;
      };
      return [find('B:D'), find('A1:Z9'), find('A1:Z9', true), find('A:B', true)];`;
    expect(runIn(host, body)).toEqual([1, 0, 1, 0]);
  });

  it('may not be put on a bounded range, except by knob', () => {
    const body = `${SHEET} sheet.getRange(1, 3, sheet.getMaxRows(), 1).addDeveloperMetadata('k'); return ${FIND}.length;`;
    expect(() => runIn(hostWith('').host, body)).toThrow('arbitrary ranges is not currently supported');
    expect(runIn(hostWith('', { knobs: { metadataOnBoundedColumns: true } }).host, body)).toBe(1);
  });
});

describe('conditional formats', () => {
  it('are kept as rules over ranges', () => {
    const { host } = hostWith('');
    runIn(
      host,
      `${SHEET} const rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('done')
        .setBackground('#fff').setRanges([sheet.getRange('B2:B9')]).build();
      sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule]);`,
    );
    expect(host.spreadsheet.activeSheet.conditionalRules).toEqual([
      {
        condition: { type: 'TEXT_EQ', values: ['done'] },
        background: '#fff',
        fontColor: null,
        bold: null,
        ranges: [rectOf(2, 2, 9, 2)],
      },
    ]);
  });
});
