/** What `--fill` asks of a table of one's own: its columns that are blank in most rows, as the sidebar would offer them. */
import type { Field } from '../../../src/enrichment/definition';
import { asField, type EmptyColumn, mostlyBlank } from '../../../src/enrichment/empty-columns';
import { askedColumn, fieldsFilling, fillQuestion } from '../../../src/enrichment/fill-question';
import { isSameName } from '../../../src/enrichment/names';
import { columnsNamed, parseTemplate, spoken } from '../../../src/enrichment/template';
import { BadInput, oneLine } from '../common/bad-input';

/** The question, the fields that fill the columns, and how many rows have a blank in one of these. */
export interface Filling {
  readonly template: string;
  readonly fields: readonly Field[];
  readonly rows: number;
}

/** Works it out; `ask` is the person's own question. Throws BadInput where there is nothing to fill, or nothing to ask by. */
export function fillingOf(table: readonly (readonly string[])[], ask: string | undefined): Filling {
  const [headings = [], ...rows] = table;
  const waiting = emptyIn(headings, rows);
  const empty = waiting.filter((column) => ask === undefined || !isAsked(column, ask));
  if (empty.length === 0)
    throw new BadInput(
      '--fill: no column with a name in row 1 is blank in most rows, and free of the question',
    );
  const asked = askedColumn(headings, waiting);
  if (ask === undefined && asked === undefined)
    throw new BadInput(
      '--fill: there is no filled column with a name of its own to ask by; say --ask "… {{Column}} …"',
    );
  const blank = rows.filter((row) => isRow(row) && empty.some(({ at }) => row[at - 1]?.trim() === ''));
  return {
    template: ask ?? fillQuestion(asked ?? '', empty),
    fields: fieldsFilling(empty, []),
    rows: blank.length,
  };
}

/** A CSV file says nothing of formats: a kind comes from what a column is called. */
function emptyIn(headings: readonly string[], rows: readonly (readonly string[])[]): EmptyColumn[] {
  const filled = rows.filter(isRow);
  const columns = headings.map((heading, i) => ({
    heading,
    at: i + 1,
    texts: filled.map((row) => row[i] ?? ''),
  }));
  return mostlyBlank(columns).map((column) => asField(column, { format: '' }));
}

function isRow(row: readonly string[]): boolean {
  return row.some((text) => text.trim() !== '');
}

function isAsked({ heading }: EmptyColumn, ask: string): boolean {
  try {
    return columnsNamed(parseTemplate(ask)).some((name) => isSameName(spoken(name, heading), heading));
  } catch (thrown) {
    throw new BadInput(`--ask: ${oneLine(thrown)}`);
  }
}
