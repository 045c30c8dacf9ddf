import { describe, expect, it } from 'vitest';
import { bareHost } from './bare-host';
import { Fitter } from './fitting';

const LONG = 'Swiss Confederation, Federal Department';

/** An empty sheet, and its columns’ widths after a look at it. */
function play() {
  const { spreadsheet } = bareHost();
  const [sheet, fitter] = [spreadsheet.activeSheet, new Fitter()];
  const widths = (): number[] => {
    fitter.fit(spreadsheet);
    return sheet.columns.slice(0, 2).map(({ width }) => width);
  };
  return { sheet, widths };
}

describe('a column', () => {
  it('grows to its heading, and to its texts when it is first filled', () => {
    const { sheet, widths } = play();
    sheet.type(1, 1, 'Official name');
    expect(widths()).toEqual([107, 100]);
    for (let row = 2; row < 9; row++) sheet.type(row, 1, LONG);
    expect(widths()).toEqual([240, 100]);
  });

  it('stays as wide as it is once it was filled, and never gets narrower', () => {
    const { sheet, widths } = play();
    sheet.fromRows([['x'], ['1']]);
    expect(widths()).toEqual([100, 100]);
    for (let row = 2; row < 9; row++) sheet.type(row, 1, LONG);
    expect(widths()).toEqual([100, 100]);
  });

  it('stays as a person or a script made it', () => {
    const { sheet, widths } = play();
    sheet.type(1, 1, 'Name');
    expect(widths()).toEqual([100, 100]);
    sheet.column(1).width = 60;
    sheet.type(2, 1, LONG);
    expect(widths()).toEqual([60, 100]);
  });
});
