/** A list: one question brings twenty rows, which become a sheet of their own. */
import countries from 'world-countries';
import { truth } from '../../../world/countries';
import { LIST_PRICE, listed, makeList } from '../../../world/lists';
import { RECEIPTS } from '../../../world/says';
import type { World } from '../../../world/world';
import { billedUsd } from './ledger';
import type { Opener, Part, Played } from './part';

const ROWS = 20;

/** The largest countries by the data set. */
const LARGEST = [...countries]
  .sort((one, other) => other.area - one.area)
  .slice(0, ROWS)
  .map(({ name }) => name.common);

/** Asked in the sidebar, which is looked at until the rows are there. */
export const LIST: Part = {
  name: 'List',
  play: async (open: Opener): Promise<Played> => {
    const world = await open([['Notes']]);
    const { kept } = makeList(world, {
      template: `The ${ROWS} largest countries of the world with capital and area in km²`,
    });
    listed(world, kept);
    const rows = rowsOf(world);
    return {
      rows: ROWS,
      done: rows.filter(([name]) => LARGEST.includes(String(name))).length,
      wrong: wrongIn(rows),
      billedUsd: billedUsd(world),
      costsUsd: LIST_PRICE,
      amiss: [],
      did: `One question about the largest countries became a sheet of ${rows.length} rows with ${rows[0]?.length ?? 0} typed columns.`,
    };
  },
};

/** What the cells of the new sheet hold, without the headings. */
function rowsOf({ host: { spreadsheet } }: World): unknown[][] {
  const [first] = spreadsheet.sheets;
  const made = spreadsheet.sheets.filter((sheet) => sheet !== first && sheet.name !== RECEIPTS);
  return made.flatMap((sheet) =>
    Array.from({ length: sheet.lastRow - 1 }, (_, r) =>
      Array.from({ length: sheet.lastColumn }, (__, c) => sheet.peek(r + 2, c + 1)?.value ?? ''),
    ),
  );
}

/** Countries that do not belong there or come twice, and facts that the data set has otherwise, in words. */
function wrongIn(rows: readonly (readonly unknown[])[]): string[] {
  const seen = new Set<unknown>();
  return rows.flatMap(([name, capital, area]) => {
    const isTwice = seen.has(name);
    seen.add(name);
    const known = truth(String(name));
    const belongs = LARGEST.includes(String(name)) && !isTwice;
    const isRight = capital === known.capital && area === Number(known.area);
    return belongs && isRight
      ? []
      : [`the row ${[name, capital, area].join(', ')} is not so, or not among them`];
  });
}
