/** The last run of each enrichment, kept when it has ended: so that its receipt can still be shown, and the run undone. */
import { maybe, number, type Parser, parseJson, record } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Store } from '../../platform/properties';
import type { Receipt } from '../../sheet/receipts';
import { type Run, run, storable } from './run';

/** A run that has ended, and what it came to. Money in USD. */
export interface LastRun {
  readonly run: Run;
  /** In ms since 1970. */
  readonly endedAt: number;
  /** Rows that were answered. */
  readonly answered: number;
  /** By Linkup's price list. */
  readonly cost: number;
  /** Missing where Linkup did not tell. */
  readonly balanceAfter?: number;
}

const lastRun: Parser<LastRun> = record<LastRun>({
  run,
  endedAt: number,
  answered: number,
  cost: number,
  balanceAfter: maybe(number),
});

const PREFIX = 'linkup.last.';

/** Keeps a run that has ended in place of the one before. A full store is no reason not to end: the receipt is on its sheet too. */
export function keepLast(documents: Store, ended: Run, receipt: Receipt): void {
  const last = {
    run: { ...storable({ ...ended, sent: [] }), paused: undefined },
    endedAt: Date.parse(receipt.endedAt),
    answered: receipt.done,
    cost: receipt.estimate,
    balanceAfter: receipt.balanceAfter,
  };
  try {
    documents.set(PREFIX + ended.enrichment, JSON.stringify(last));
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
}

/** The last run of an enrichment that has ended, among the document's properties. */
export function lastIn(
  properties: Readonly<Record<string, string>>,
  enrichment: string,
): LastRun | undefined {
  const json = properties[PREFIX + enrichment];
  try {
    return json === undefined ? undefined : lastRun(parseJson(json), '');
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

/** Forgets it, with its enrichment. */
export function forgetLast(documents: Store, enrichment: string): void {
  documents.remove(PREFIX + enrichment);
}
