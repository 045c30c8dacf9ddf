/** What came of a demonstration: rows, receipt, figures. */

import { type WrongAnswer, wrongRows } from '../../world/facts-oracle';
import { type Standing, standingOf } from './endings';
import type { EnrichedTable } from './enriched-table';
import type { Demonstration } from './run';

/** A row and how it ended. */
export interface RowEnd {
  readonly row: number;
  readonly label: string;
  readonly standing: Standing;
  readonly status: string;
}

/** The numbers of `--json`. Money in USD, time on the demonstration's clock. */
export interface Figures {
  readonly rows: number;
  readonly done: number;
  readonly failed: number;
  readonly notFound: number;
  readonly wrong: number;
  readonly billedUsd: number;
  readonly posts: number;
  readonly lists: number;
  readonly sheetCalls: number;
  readonly virtualSeconds: number;
}

/** Everything there is to show. */
export interface Outcome {
  readonly ends: readonly RowEnd[];
  readonly wrong: readonly WrongAnswer[];
  /** Headings and contents of the run's receipt; none while the run is paused. */
  readonly receipt: readonly (readonly [heading: string, content: string])[];
  readonly figures: Figures;
}

/** Reads the outcome off the sheet, the host and Linkup. */
export function outcomeOf({ enriched, requests, startedAt }: Demonstration, live: boolean): Outcome {
  const { world, plan } = enriched;
  const ends = enriched.rows.map((row) => endOf(enriched, row));
  const wrong = plan.comparable ? wrongOn(enriched, ends) : [];
  const receipt = receiptOn(enriched);
  const ended = (standing: Standing): number => ends.filter((end) => end.standing === standing).length;
  const sent = (method: string): number =>
    requests().filter((request) => request.method === method && request.path === '/v1/tasks').length;
  const figures = {
    rows: ends.length,
    done: ended('done'),
    failed: ended('failed'),
    notFound: ended('not found'),
    wrong: wrong.length,
    billedUsd: live ? spentBy(receipt) : world.linkup.bill.total(),
    posts: sent('POST'),
    lists: sent('GET'),
    sheetCalls: world.host.calls.sheet,
    virtualSeconds: Math.round((world.clock.now() - startedAt) / 100) / 10,
  };
  return { ends, wrong, receipt, figures };
}

function endOf(enriched: EnrichedTable, row: number): RowEnd {
  const status = enriched.status(row);
  return { row, label: enriched.label(row), standing: standingOf(status), status };
}

function wrongOn(enriched: EnrichedTable, ends: readonly RowEnd[]): WrongAnswer[] {
  const answersIn = (row: number) =>
    Object.fromEntries(enriched.outputs.map(({ at, heading }) => [heading, enriched.value(row, at)]));
  return wrongRows(
    ends.map(({ row, label, standing }) => ({
      row,
      country: label,
      done: standing === 'done',
      answers: answersIn(row),
    })),
  );
}

function receiptOn({ world }: EnrichedTable): Outcome['receipt'] {
  const sheet = world.host.spreadsheet.sheets.find(({ name }) => name === 'Linkup runs');
  const [headings = [], ...receipts] = sheet?.displayRows() ?? [];
  const last = receipts.at(-1) ?? [];
  return last.map((content, i) => [headings[i] ?? '', content]);
}

/** The real Linkup shows no bill, but a balance before and after. */
function spentBy(receipt: Outcome['receipt']): number {
  const [before, after] = ['Balance before (USD)', 'Balance after (USD)'].map((wanted) =>
    Number(receipt.find(([heading]) => heading === wanted)?.[1] || Number.NaN),
  );
  const spent = Math.round(((before ?? 0) - (after ?? 0)) * 1e6) / 1e6;
  return Number.isNaN(spent) ? 0 : spent;
}
