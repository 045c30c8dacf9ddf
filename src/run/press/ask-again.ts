/** Asking one row again, the one that a person has just read about, whatever it holds that was not typed: a run of one question. */
import type { Enrichment } from '../../enrichment/definition';
import type { Money } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { ONE_CYCLE } from '../cycle/advance';
import { enrichmentMeant, revisionOf } from '../record/enrichments';
import { keyOf } from '../record/key';
import { checkLayout } from '../record/layout';
import { isLiveAmong, liveRun, runsIn } from '../record/run';
import type { Whole } from '../rows/read-whole';
import type { Services } from '../services';
import { balanceOr } from './balance';
import { checkAgreed } from './choice';
import { type Offer, offerIn, reasonOf } from './offer';
import { startRun } from './start';

/** A row as it was told of, and what a yes to it may cost at most. */
export interface RowAgain {
  /** The enrichment. */
  readonly id: string;
  /** The one that is on view (`revisionOf`). */
  readonly revision: string;
  /** From 1. */
  readonly row: number;
  /** What it asked then: another row may stand in its place by now. */
  readonly question: string;
  /** When it came to stand as it did, in ms since 1970, 0 for never: a press that is repeated, for its reply got lost, must not pay again. */
  readonly since: number;
  readonly total: Money;
}

/** Starts the run. Throws `row-gone` where the row asks something else by now, and `row-not-asked` with why it cannot be asked. */
export function askAgain(services: Services, asked: RowAgain): Enrichment {
  const { id, row, total } = asked;
  const { documents, user, linkup } = services;
  const key = keyOf(user);
  const e = enrichmentMeant(documents, id);
  const properties = documents.all();
  checkLayout(documents, e, properties);
  if (liveRun(properties, id)) throw new Problem('already-running', e.name);
  const balance = balanceOr('not-started', linkup(key));
  startRun(services, id, ONE_CYCLE, {
    agree: (now, sheet, whole) => {
      if (revisionOf(now) !== asked.revision) throw new Problem('offer-outdated', now.name);
      checkAsks(whole, asked);
      const only = { rows: new Set([row]), judged: false, byHand: new Set<number>() };
      const offer = offerIn(now, sheet, whole, {
        mode: 'again',
        isLive: isLiveAmong(runsIn(properties)),
        only,
      });
      checkAskable(offer);
      checkAgreed(offer, { total, cap: total }, balance);
      return { offer, cap: offer.total, balance };
    },
  });
  return e;
}

function checkAsks({ rows }: Whole, asked: RowAgain): void {
  const row = rows.find((each) => each.at === asked.row);
  const asks = row && 'text' in row.question ? row.question.text : undefined;
  if (asks !== asked.question || (row?.ledger.state?.at ?? 0) !== asked.since) throw new Problem('row-gone');
}

function checkAskable({ selection: { questions, skipped } }: Offer): void {
  if (questions.length > 0) return;
  throw new Problem('row-not-asked', skipped.map(reasonOf).join(', '));
}
