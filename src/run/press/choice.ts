/** A person's choice of rows: what it would do and cost, and the start of its run at no more than the price they saw. */
import { usd } from '../../enrichment/amounts';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd, type Money } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import type { Mode } from '../../enrichment/selection';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Caller } from '../cycle/advance';
import { enrichmentMeant, revisionOf } from '../record/enrichments';
import { keyOf } from '../record/key';
import { runsIn } from '../record/run';
import { liveRun } from '../report/report';
import type { Services } from '../services';
import { balanceOr } from './balance';
import type { Choice } from './choice-types';
import { type Offer, offerFor } from './offer';
import { startRun } from './start';

/** What a person agreed to. */
export interface Price {
  /** What the offer said. */
  readonly total: Money;
  /** Never to be spent beyond. */
  readonly cap: Money;
}

/** One cycle sends the first questions; the page then asks how they stand. */
const START: Caller = { by: 'sidebar', budget: 0 };

/** The offer for a choice, and the balance that it meets. Throws whatever stands in the way. */
export function offerOn(services: Services, choice: Choice): { offer: Offer; balance: Money } {
  const key = keyOf(services.user);
  const { offer } = offering(services, choice);
  return { offer, balance: balanceOf(services, key) };
}

/** Starts a run on a fresh offer. Throws `offer-changed` when that costs more than the person saw, and asks nothing then. */
export function enrichChoice(services: Services, choice: Choice, { total, cap }: Price): Enrichment {
  const key = keyOf(services.user);
  const { e, offer } = offering(services, choice);
  if (liveRun(services.documents.all(), e.id)) throw new Problem('already-running', e.name);
  const { questions, copies } = offer.selection;
  if (questions.length + copies.length === 0) throw new Problem('nothing-to-ask');
  if (offer.total > total) throw new Problem('offer-changed', usd(inUsd(offer.total)));
  if (questions.length > 0 && cap < offer.price) throw new Problem('cap-too-small', usd(inUsd(offer.price)));
  const balance = balanceOf(services, key);
  if (questions.length > 0 && balance < offer.price) throw new Problem('no-credits');
  startRun(services, e.id, { offer, cap: Math.min(cap, offer.total), balance }, START);
  return e;
}

function balanceOf({ linkup }: Services, key: string): Money {
  return balanceOr(
    'not-started',
    linkup(key, () => {}),
  );
}

function offering(services: Services, choice: Choice): { e: Enrichment; offer: Offer } {
  const { documents, workbook } = services;
  const e = enrichmentMeant(documents, choice.id);
  if (choice.revision !== revisionOf(e)) throw new Problem('offer-outdated', e.name);
  const sheet = workbook.sheetById(e.sheetId);
  if (!sheet) throw new Problem('sheet-gone', e.name);
  const live = new Set(runsIn(documents.all()).map(({ id }) => id));
  const only = choice.scope === 'selected' ? selectedOn(services, sheet) : undefined;
  return { e, offer: offerFor(e, sheet, modeOf(choice), (run) => live.has(run), only) };
}

/** The selection is that of the sheet on view, which need not be the enrichment's. */
function selectedOn({ workbook }: Services, sheet: Sheet): ReadonlySet<number> {
  if (workbook.activeSheet().getSheetId() !== sheet.getSheetId())
    throw new Problem('wrong-sheet', sheet.getName());
  return workbook.selectedRows();
}

/** What failed or is outdated holds nothing that would have to be overwritten unasked. */
function modeOf({ scope, overwrite }: Choice): Mode {
  if (scope === 'failed') return 'retry';
  if (scope === 'outdated') return 'outdated';
  if (overwrite) return 'overwrite';
  return scope === 'all' ? 'unanswered' : 'fill';
}
