/** Refreshing: what a schedule starts when it is due, and what its person starts at once in its stead. Both ask the very same rows. */
import type { Enrichment } from '../../enrichment/definition';
import { asProblem, orLog, Problem, type ProblemCode } from '../../enrichment/problem';
import { daysAgo, nextStart } from '../../enrichment/schedule';
import { isNothing } from '../../enrichment/selection';
import { type WallClock, wallClock } from '../../enrichment/wall-clock';
import { stoppedSentence } from '../../enrichment/words';
import { mostOf } from '../../linkup/prices';
import { type Properties, readOnce } from '../../platform/properties';
import type { Sheet } from '../../sheet/spreadsheet';
import { advance, advanceAlone, type Caller, ONE_CYCLE, type Progress } from '../cycle/advance';
import { faultOf, logBug } from '../cycle/faults';
import { enrichmentMeant, revisionOf } from '../record/enrichments';
import { accountIn, keyOf } from '../record/key';
import { isNewer } from '../record/layout';
import {
  asKept,
  hasMandates,
  type Mandate,
  mandateFor,
  mandatesIn,
  removeMandate,
  saveMandate,
} from '../record/mandates';
import { isConsumer, Meter } from '../record/meter';
import { isLiveAmong, runsIn } from '../record/run';
import { isStartedBy, type Schedule, saveSchedule, scheduleOf } from '../record/schedules';
import type { Job } from '../rows/job';
import type { Whole } from '../rows/read-whole';
import type { Services } from '../services';
import { ifNobodyIsAtIt, inTurn, type Turn } from '../turn';
import { balanceOr } from './balance';
import { collectLists } from './list';
import { noteStopped } from './note-stopped';
import { offerIn } from './offer';
import { type Agreed, reserveRun } from './start';

/** What a tick of the trigger does: lists are collected, schedules that are due start, and runs move forward. */
export function tick(services: Services, caller: Caller): Progress {
  const own = services.user.all();
  collectLists(services, own);
  return startDue(services, caller, own) ?? advance(services, caller, accountIn(own));
}

/** Undefined where none is due, or Google's day leaves the trigger no time for more than what is under way. */
function startDue(services: Services, caller: Caller, properties: Properties): Progress | undefined {
  const { user, workbook, clock, currentUser } = services;
  if (!hasMandates(properties)) return undefined;
  const began = clock.now();
  const dueIn = (held: Properties): Mandate[] =>
    mandatesIn(held, workbook.id()).filter(({ next }) => (next ?? began + 1) <= began);
  if (dueIn(properties).length === 0) return undefined;
  if (new Meter(user, began, () => isConsumer(currentUser())).allowance() !== 'full') return undefined;
  const account = accountIn(properties);
  return ifNobodyIsAtIt(services, account, (turn) => {
    // Before its turn came, its person may have agreed to something else, or another tick have started it.
    const due = isNewer(turn.found) ? [] : dueIn(user.all());
    const jobs = due.flatMap((mandate) => startOne(services, turn, mandate));
    return advanceAlone(services, { ...caller, began }, turn, jobs);
  });
}

/** What goes wrong with one keeps no other from starting. */
function startOne(services: Services, turn: Turn, mandate: Mandate): Job[] {
  const { documents, clock } = services;
  const shown = scheduleOf(documents.all(), mandate.enrichment);
  if (!isStartedBy(shown, mandate)) {
    withdraw(services, mandate, shown);
    return [];
  }
  const next = nextOf(services, mandate);
  try {
    // However this execution ends, nothing is started a second time: the next start is on record with the agreement.
    const along = asKept({ ...mandate, next });
    const job = reserveRun(services, turn, mandate.enrichment, { agree: agreeTo(services, mandate), along });
    tell(services, { ...shown, next, last: { at: clock.now(), asked: job.run.questions } });
    return [job];
  } catch (thrown) {
    logBug(thrown);
    hindered(services, mandate, { ...shown, next }, asProblem(thrown));
    return [];
  }
}

/** Somebody has paused it or taken it over, or it is gone: nothing is started by it any more. */
function withdraw({ user }: Services, mandate: Mandate, shown: Schedule | undefined): void {
  if (shown?.mandate !== mandate.id) removeMandate(user, mandate);
  else saveMandate(user, asPaused(mandate));
}

/** A mandate that starts nothing. */
export function asPaused({ next, ...mandate }: Mandate): Mandate {
  return mandate;
}

/** When a mandate is due after now, by the clock of the spreadsheet. */
export function nextOf(services: Services, { rule }: Pick<Mandate, 'rule'>): number {
  return nextStart(rule, services.clock.now(), wallOf(services));
}

/** The clock of the spreadsheet. */
function wallOf({ workbook }: Services): WallClock {
  return wallClock(workbook.timeZone());
}

/** What is agreed to once more with every start: the same definition, the same price, at most the cap. Throws what keeps it from that. */
function agreeTo(services: Services, mandate: Mandate) {
  return (e: Enrichment, sheet: Sheet, whole: Whole): Agreed => {
    const { documents, clock, linkup } = services;
    const user = readOnce(services.user);
    const key = keyOf(user);
    if (accountIn(user.all()) !== mandate.account) throw new Problem('key-changed', e.name);
    if (revisionOf(e) !== mandate.revision) throw new Problem('schedule-void', e.name);
    const { rows } = mandate;
    const offer = offerIn(e, sheet, whole, {
      mode: 'refresh',
      isLive: isLiveAmong(runsIn(documents.all())),
      refreshed: rows,
      ...(rows.days !== undefined && { oldBefore: daysAgo(rows.days, clock.now(), wallOf(services)) }),
    });
    if (isNothing(offer.selection)) throw new Problem('nothing-to-ask');
    if (mostOf(e) > mandate.price) throw new Problem('schedule-void', e.name);
    const balance = balanceOr('not-started', linkup(key));
    if (offer.selection.questions.length > 0 && balance < offer.price) throw new Problem('no-credits');
    return { offer, cap: Math.min(mandate.cap, offer.total), balance };
  };
}

/** Nothing to be asked this time, which is no trouble. */
const QUIET: readonly ProblemCode[] = ['nothing-to-ask', 'empty-table'];

/** What keeps it from asking now, and need not keep it from asking tomorrow. */
const THIS_TIME: readonly ProblemCode[] = ['own-limit'];

/** What is over by itself: it stays due. */
const IN_THE_WAY: readonly ProblemCode[] = ['already-running', 'busy', 'not-started', 'offer-outdated'];

/** A schedule that was due has started nothing. */
function hindered(services: Services, mandate: Mandate, shown: Schedule, problem: Problem): void {
  const { user, clock } = services;
  const { code, subject } = problem;
  const fault = faultOf(problem);
  if (IN_THE_WAY.includes(code) || fault === 'passing' || fault === 'bug') return;
  const last = { at: clock.now(), asked: 0 };
  if (QUIET.includes(code)) goOn(services, mandate, { ...shown, last });
  else if (THIS_TIME.includes(code))
    goOn(services, mandate, { ...shown, last: { ...last, hindered: { code, subject } } });
  else {
    // Said first: who dies in between has said so, and the next tick takes the mandate back.
    tell(services, { ...shown, off: { code, subject } });
    saveMandate(user, asPaused(mandate));
    noteStopped(services, mandate.enrichment, shown, stoppedSentence(problem));
  }
}

function goOn(services: Services, mandate: Mandate, shown: Schedule): void {
  saveMandate(services.user, { ...mandate, next: shown.next });
  tell(services, shown);
}

/** What everybody sees is no reason to fail: what counts is with the person. */
function tell({ documents }: Services, shown: Schedule): void {
  orLog(() => saveSchedule(documents, shown));
}

/** Starts at once what the schedule would start, at no more than was agreed for it. Throws what keeps it from that, and `not-scheduled` where it is not this person's. */
export function refreshNow(services: Services, id: string): Enrichment {
  const { user, documents, workbook } = services;
  const e = enrichmentMeant(documents, id);
  inTurn(services, (turn) => {
    const mandate = mandateFor(user.all(), workbook.id(), id);
    const shown = scheduleOf(documents.all(), id);
    if (!mandate || shown?.mandate !== mandate.id) throw new Problem('not-scheduled', e.name);
    const job = reserveRun(services, turn, id, { agree: agreeTo(services, mandate) });
    tell(services, { ...shown, last: { at: services.clock.now(), asked: job.run.questions } });
    advanceAlone(services, ONE_CYCLE, turn, [job]);
  });
  return e;
}
