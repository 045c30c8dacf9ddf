/** A person's choice of rows: what it would do and cost, and the start of its run at no more than the price they saw. */
import { usd } from '../../enrichment/amounts';
import type { Enrichment } from '../../enrichment/definition';
import { FIRST_ROWS } from '../../enrichment/first-rows';
import { inUsd, type Money } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { isNothing, type Mode } from '../../enrichment/selection';
import { readOnce } from '../../platform/properties';
import type { Selected } from '../../sheet/selected';
import { type Sheet, sheetOf } from '../../sheet/spreadsheet';
import { ONE_CYCLE } from '../cycle/advance';
import { enrichmentMeant, revisionOf } from '../record/enrichments';
import { keyOf } from '../record/key';
import { checkLayout } from '../record/layout';
import { type Month, MonthCount } from '../record/month';
import { isLiveAmong, liveRun, runsIn } from '../record/run';
import type { Services } from '../services';
import { balanceOr } from './balance';
import type { Choice } from './choice-types';
import { type Offer, offerFor, offerIn } from './offer';
import { startRun } from './start';
import type { Wanted } from './which-rows';

/** What a person agreed to. */
export interface Price {
  /** What the offer said. */
  readonly total: Money;
  /** Never to be spent beyond. */
  readonly cap: Money;
}

/** The offer for a choice, the balance that it meets, and the person's own limit. Throws whatever stands in the way. */
export function offerOn(services: Services, choice: Choice): { offer: Offer; balance: Money; month: Month } {
  const user = readOnce(services.user);
  const key = keyOf(user);
  const { e, sheet, wanted } = meant(services, choice);
  const offer = offerFor(e, sheet, wanted);
  const month = new MonthCount({ ...services, user }).stands();
  return { offer, balance: balanceOf(services, key), month };
}

/** Starts a run on a fresh offer. Throws `offer-changed` when that costs more than the person saw, and asks nothing then. */
export function enrichChoice(services: Services, choice: Choice, price: Price): Enrichment {
  const key = keyOf(services.user);
  const { e, sheet: before, wanted } = meant(services, choice);
  if (liveRun(services.documents.all(), e.id)) throw new Problem('already-running', e.name);
  // What was selected are these rows, and not whichever stand in their places when the document can be had.
  const selected = wanted.only && offerFor(e, before, wanted);
  const balance = balanceOf(services, key);
  startRun(services, e.id, ONE_CYCLE, {
    agree: (now, sheet, whole) => {
      const offer = selected ?? offerIn(now, sheet, whole, wanted);
      checkAgreed(offer, price, balance);
      return { offer, cap: Math.min(price.cap, offer.total), balance };
    },
  });
  return e;
}

/** Throws where the person would not get what they agreed to. */
export function checkAgreed(
  { selection, total: now, price }: Offer,
  { total, cap }: Price,
  balance: Money,
): void {
  const { questions } = selection;
  if (isNothing(selection)) throw new Problem('nothing-to-ask');
  if (now > total) throw new Problem('offer-changed', usd(inUsd(now)));
  const most = questions.length > 0 ? now / questions.length : 0;
  if (cap < most) throw new Problem('cap-too-small', usd(inUsd(most)));
  if (questions.length > 0 && balance < price) throw new Problem('no-credits');
}

function balanceOf({ linkup }: Services, key: string): Money {
  return balanceOr('not-started', linkup(key));
}

/** What a choice is about. */
interface Meant {
  readonly e: Enrichment;
  readonly sheet: Sheet;
  readonly wanted: Wanted;
}

function meant(services: Services, choice: Choice): Meant {
  const { documents, workbook } = services;
  const e = enrichmentMeant(documents, choice.id);
  if (choice.revision !== revisionOf(e)) throw new Problem('offer-outdated', e.name);
  const sheet = sheetOf(workbook, e);
  const properties = documents.all();
  checkLayout(documents, e, properties);
  const isLive = isLiveAmong(runsIn(properties));
  const only = choice.scope === 'selected' ? selectedOn(services, sheet) : undefined;
  const first = choice.scope === 'first' ? (choice.first ?? FIRST_ROWS) : undefined;
  const narrower = { only, first, visible: choice.scope === 'visible' };
  return { e, sheet, wanted: { mode: modeOf(choice), isLive, ...narrower } };
}

/** The selection is that of the sheet on view, which need not be the enrichment's. */
function selectedOn({ workbook }: Services, sheet: Sheet): Selected {
  if (workbook.activeSheet().getSheetId() !== sheet.getSheetId())
    throw new Problem('wrong-sheet', sheet.getName());
  return workbook.selectedRows();
}

/** What a choice means for a table. What failed or is outdated holds nothing that would have to be overwritten unasked. */
export function modeOf({ scope, overwrite }: Pick<Choice, 'scope' | 'overwrite'>): Mode {
  if (scope === 'failed') return 'retry';
  if (scope === 'outdated') return 'outdated';
  if (scope === 'deeper') return 'deeper';
  if (overwrite) return 'overwrite';
  return scope === 'all' ? 'unanswered' : 'fill';
}
