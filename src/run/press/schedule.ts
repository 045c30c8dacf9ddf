/** Schedules in a person's hands: turned on, paused, taken over, removed. */
import { usd } from '../../enrichment/amounts';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd, type Money } from '../../enrichment/money';
import { Problem, type ProblemCode } from '../../enrichment/problem';
import { type RefreshedRows, type Rule, rowsInWords } from '../../enrichment/schedule';
import { mostOf, priceOf } from '../../linkup/prices';
import { sheetOf } from '../../sheet/spreadsheet';
import { enrichmentMeant, revisionOf } from '../record/enrichments';
import { accountOf, keyHint, keyOf } from '../record/key';
import { checkLayout, claimLayout, isNewer } from '../record/layout';
import { type Mandate, mandateFor, mandatesIn, removeMandate, saveMandate } from '../record/mandates';
import { removeSchedule, type Schedule, saveSchedule, scheduleOf } from '../record/schedules';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { asPaused, nextOf } from './refresh';

/** What a person says yes to. */
export interface Wish {
  /** The enrichment, and the one that is on view (`revisionOf`). */
  readonly id: string;
  readonly revision: string;
  readonly rule: Rule;
  readonly rows: RefreshedRows;
  /** Of one question, as they saw it. */
  readonly price: Money;
  /** Of one start, at most. */
  readonly cap: Money;
}

/** From so long after its time on, in ms, a schedule is anybody's to take over: whoever set it is gone, or their trigger. */
const GIVEN_UP = 24 * 3_600_000;

/**
 * From now on, or again, an enrichment is refreshed by itself with this person's key. Throws what keeps it from that, `already-scheduled`
 * where another person's schedule is at it; `too-many-triggers` and the like where nothing could start it. Then nothing is changed.
 */
export function turnOn(services: Services, wish: Wish): void {
  inTurn(services, () => {
    const { documents, user, workbook, clock, triggers } = services;
    const { id, rule, rows, price, cap } = wish;
    const e = enrichmentMeant(documents, id);
    const properties = documents.all();
    checkLayout(documents, e, properties);
    if (revisionOf(e) !== wish.revision) throw new Problem('offer-outdated', e.name);
    if (rowsInWords(rows) === '') throw new Problem('nothing-refreshed');
    sheetOf(workbook, e);
    const now = priceOf(e);
    if (now > price) throw new Problem('offer-changed', usd(inUsd(now)));
    const most = mostOf(e);
    if (cap < most) throw new Problem('cap-too-small', usd(inUsd(most)));
    const account = accountOf(keyOf(user));
    const own = mandateFor(user.all(), workbook.id(), id);
    checkFree(scheduleOf(properties, id), own, clock.now());
    claimLayout(documents, properties);
    // A schedule without a trigger would wait for ever: so the trigger comes first, and one without a schedule removes itself.
    if (!triggers.armed()) triggers.arm('seldom');
    const next = nextOf(services, { rule });
    const about = { enrichment: id, rule, rows, cap, next };
    const mandate = { ...about, id: services.newId(), document: workbook.id(), account };
    saveMandate(user, { ...mandate, revision: wish.revision, price: most, agreedAt: clock.now() });
    const by = services.currentUser();
    saveSchedule(documents, { ...about, mandate: mandate.id, by, key: keyHint(user) ?? '' });
  });
}

/** Throws `already-scheduled` where another person's schedule is at it. */
function checkFree(shown: Schedule | undefined, own: Mandate | undefined, now: number): void {
  if (!shown || shown.off || shown.mandate === own?.id || isGivenUp(shown, now)) return;
  throw new Problem('already-scheduled', shown.by);
}

/** Whether a schedule has missed its time by so much that nobody seems to be there for it. */
export function isGivenUp({ next, off }: Schedule, now: number): boolean {
  return off === undefined && now > next + GIVEN_UP;
}

/** Anybody who may edit the document may keep a schedule from starting; what is under way goes on. */
export function pauseSchedule(services: Services, id: string): void {
  inTurn(services, () => {
    const { documents, user, workbook, currentUser } = services;
    const shown = scheduleOf(documents.all(), id);
    const own = mandateFor(user.all(), workbook.id(), id);
    if (shown && !shown.off)
      saveSchedule(documents, { ...shown, off: { code: 'schedule-paused', subject: currentUser() } });
    if (own) saveMandate(user, asPaused(own));
  });
}

/** Forgets a schedule, whosever it is: nothing is started by it any more. */
export function removeScheduleOf(services: Services, id: string): void {
  inTurn(services, () => forgetSchedule(services, id));
}

/** The same for whoever holds the document already. */
export function forgetSchedule({ documents, user, workbook }: Services, enrichment: string): void {
  if (scheduleOf(documents.all(), enrichment)) removeSchedule(documents, enrichment);
  const document = workbook.id();
  if (mandateFor(user.all(), document, enrichment)) removeMandate(user, { document, enrichment });
}

/** Whoever saves what they themselves have agreed to refresh, at no higher price, goes on agreeing. `before` is the revision that was saved over. */
export function agreeOn({ user, workbook }: Services, e: Enrichment, before: string): void {
  const own = mandateFor(user.all(), workbook.id(), e.id);
  if (own?.revision !== before || mostOf(e) > own.price) return;
  saveMandate(user, { ...own, revision: revisionOf(e) });
}

/** The person's key is gone, and with it whatever starts by itself in this document. */
export function stopOwn({ user, documents, workbook }: Services, code: ProblemCode): void {
  const properties = documents.all();
  for (const own of mandatesIn(user.all(), workbook.id())) {
    const shown = scheduleOf(properties, own.enrichment);
    if (shown?.mandate === own.id && !shown.off && !isNewer(properties))
      saveSchedule(documents, { ...shown, off: { code, subject: '' } });
    saveMandate(user, asPaused(own));
  }
}
