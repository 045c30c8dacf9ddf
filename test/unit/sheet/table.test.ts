/** The view of a table: each row's question, ledger and outputs, read where the columns are now. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Picture } from '../../../src/sheet/cells';
import { parseState, stateText, witnessOf } from '../../../src/sheet/ledger';
import { TableView } from '../../../src/sheet/table';
import { NOTHING_UNKNOWN } from '../../../src/sheet/unknown';
import { problemOf } from '../../world/definitions';
import {
  FACTS,
  HEADINGS,
  PLACES,
  printOf,
  readingOf,
  rowOf,
  rowsOf,
  stateOf,
} from '../../world/table-sample';

describe('a view', () => {
  it('needs its question’s columns in row 1', () => {
    const renamed = HEADINGS.map((heading) => (heading === 'Country' ? 'Land' : heading));
    expect(problemOf(() => new TableView(FACTS, renamed, PLACES)).code).toBe('unknown-column');
  });

  it('asks with the person’s column even where its own answers go to one of the same name', () => {
    const e = { ...FACTS, fields: [{ name: 'Country', kind: 'text' } as const] };
    const places = new Map([...PLACES, ['e1/field:country', 2]]);
    const headings = HEADINGS.map((heading) => (heading === 'capital' ? 'Country' : heading));
    const [row] = new TableView(e, headings, places).rows(
      readingOf([['Chad', 'Mali']], { headings, places }),
    );
    expect(row?.question).toMatchObject({ text: 'What is the capital of Chad?' });
  });

  it('asks with the answers of another enrichment, and finds none of its own', () => {
    const about = (template: string, id: string) => ({ ...FACTS, id, template });
    const twice = new Map(
      [...PLACES].flatMap(([part, at]) => [
        [part, at],
        [part.replace('e1', 'e2'), at + 5],
      ]),
    );
    const headings = [...HEADINGS, 'area', 's', 's', 't', 'q'];
    const reading = readingOf([['', '', '', '', '', '', '7']], { headings, places: twice });
    const [row] = new TableView(about('{{area}}', 'e1'), headings, twice).rows(reading);
    expect(row?.question).toMatchObject({ text: '7' });
    expect(problemOf(() => new TableView(about('{{area}}', 'e2'), headings, twice)).code).toBe(
      'unknown-column',
    );
  });

  it('needs its ledger', () => {
    expect(problemOf(() => new TableView(FACTS, HEADINGS, new Map())).code).toBe('columns-missing');
  });

  it('numbers rows from where the reading began', () => {
    expect(rowsOf({}, {}, {}).map(({ at }) => at)).toEqual([2, 3, 4]);
  });

  it('whose heading says nothing at present cannot tell what its rows ask, and says so of each', () => {
    const headings = HEADINGS.map((heading) => (heading === 'Country' ? '#REF!' : heading));
    const view = new TableView(FACTS, headings, PLACES, NOTHING_UNKNOWN, 'error');
    expect(view.rows(readingOf([['Chad']], { headings }))[0]?.question).toEqual({
      blocker: 'error',
      column: 'Country',
    });
  });
});

describe('a row', () => {
  it('asks about what it displays now', () => {
    expect(rowOf({ country: 'Chad' }).question).toEqual({
      text: 'What is the capital of Chad?',
      fingerprint: printOf('Chad'),
    });
    expect(rowOf({}).question).toEqual({ blocker: 'blank', column: 'Country' });
  });

  it('carries its ledger', () => {
    const state = stateOf('Chad', { state: 'submitted' });
    expect(rowOf({ state, taskId: 't1', question: 'f' }).ledger).toEqual({
      state,
      unreadable: false,
      taskId: 't1',
      question: 'f',
    });
    expect(rowOf({}).ledger).toEqual({ state: undefined, unreadable: false, taskId: '', question: '' });
  });

  it('has the witness of what its outputs read', () => {
    expect(rowOf({ capital: "N'Djamena" }).old().witness).toBe(witnessOf(["N'Djamena"]));
    expect(rowOf({ capital: true }).outputs).toEqual(['TRUE']);
    expect(rowOf({}).old().witness).toBe('');
  });

  it('does not change its witness with its other cells', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (country, taskId) => {
        expect(rowOf({ country, taskId, capital: 'Bern' }).old().witness).toBe(witnessOf(['Bern']));
      }),
    );
  });

  it('is the same wherever its columns were moved', () => {
    const headings = [...HEADINGS].reverse();
    const places = new Map([...PLACES].map(([part, at]) => [part, 7 - at]));
    const state = stateText(stateOf('Chad'));
    const display = ['q', 't', state, 'Done', 'Bern', 'Chad'];
    const reading = readingOf([display], { headings, places, firstRow: 5 });
    const [row] = new TableView(FACTS, headings, places).rows(reading);
    expect(row).toMatchObject({
      at: 5,
      question: { fingerprint: printOf('Chad') },
      ledger: { state: parseState(state), taskId: 't', question: 'q' },
      outputs: ['Bern'],
    });
  });

  it('reads a number as it is, not as it is rounded for display', () => {
    const [values, display] = [
      ['Chad', 1.25, '', '', '', ''],
      ['Chad', '1', '', '', '', ''],
    ];
    const reading = readingOf([values], { display: [display] });
    expect(new TableView(FACTS, HEADINGS, PLACES).rows(reading)[0]?.outputs).toEqual(['1.25']);
  });

  it('asks with a text that a format hides, and as it is displayed otherwise', () => {
    const asked = (value: string, display: string) => {
      const [row] = new TableView(FACTS, HEADINGS, PLACES).rows(
        readingOf([[value]], { display: [[display]] }),
      );
      return row?.question;
    };
    expect(asked('Chad', '')).toMatchObject({ text: 'What is the capital of Chad?' });
    expect(asked('Chad', ' Chad ')).toMatchObject({ text: 'What is the capital of Chad?' });
    expect(asked('Acme', 'Acme Inc.')).toMatchObject({ text: 'What is the capital of Acme Inc.?' });
  });

  it('asks nothing of a picture, and holds something that was typed where one stands among its answers', () => {
    const [row] = new TableView(FACTS, HEADINGS, PLACES).rows(
      readingOf([[new Picture({}), new Picture({})]], { display: [['', '']] }),
    );
    expect(row?.question).toEqual({ blocker: 'picture', column: 'Country' });
    expect(row?.outputs).toEqual(['\uFFFC']);
  });

  it('has the ledger that its cells hold, however they are formatted', () => {
    const state = stateText(stateOf('Chad'));
    const values = ['Chad', 'Bern', 'Done', state, 't', 'q'];
    const [row] = new TableView(FACTS, HEADINGS, PLACES).rows(
      readingOf([values], { display: [values.map((text) => ` ${text} `)] }),
    );
    expect(row?.ledger).toMatchObject({ state: { state: 'done' }, taskId: 't', question: 'q' });
  });

  it('that cannot be read is presumed to ask what its ledger names', () => {
    const unknowns = (_: number, column: number) => (column === 0 ? ('loading' as const) : undefined);
    const [row] = new TableView(FACTS, HEADINGS, PLACES).rows(
      readingOf([['Loading...', '', '', '', 't', 'q']], { unknowns }),
    );
    expect(row).toMatchObject({ question: { blocker: 'loading' }, presumed: 'q' });
  });

  it('that is narrower than the table has blank cells', () => {
    const reading = readingOf([['Chad']]);
    const [row] = new TableView(FACTS, HEADINGS, PLACES).rows(reading);
    expect(row).toMatchObject({
      outputs: [''],
      cells: new Map([['a', '']]),
      ledger: { state: undefined, taskId: '' },
    });
  });
});
