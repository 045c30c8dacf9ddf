/** Carrying on: somebody takes a colleague's run over. What is not asked yet is asked with their own key, at a price they agree to. */
import { usd } from '../../enrichment/amounts';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd, type Money } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import type { Linkup } from '../../linkup/client';
import { mostOf, priceOf } from '../../linkup/prices';
import type { Properties } from '../../platform/properties';
import { type Sheet, sheetOf } from '../../sheet/spreadsheet';
import { advanceAlone, ONE_CYCLE } from '../cycle/advance';
import { letGoOfSent } from '../cycle/end-now';
import { waitingRows } from '../cycle/waiting-rows';
import { type Agreement, ownAgreements } from '../record/agreement';
import { enrichmentMeant, revisionOf } from '../record/enrichments';
import { accountOf, keyOf } from '../record/key';
import { checkLayout } from '../record/layout';
import { forgetParts } from '../record/left-posts';
import { isMarked, markOf, underMark } from '../record/marks';
import { MonthCount } from '../record/month';
import { postsIn } from '../record/posts';
import { goesOn, obeyed, requested, type Want } from '../record/requests';
import { keepRoom } from '../record/reserve';
import { liveRun, type Run, saveRun } from '../record/run';
import { reportOn } from '../report/report';
import type { Report } from '../report/report-types';
import { Job } from '../rows/job';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { arm } from './arm';
import { balanceOr } from './balance';

/** What carrying on would mean. */
export interface Rest {
  /** Whose run it is: the agreement that it draws on. */
  readonly agreement: string;
  /** Not asked yet: these are billed to whoever carries on. */
  readonly questions: number;
  /** Asked with the colleague's key, and without an answer so far. */
  readonly underWay: number;
  /** The names of the enrichments whose answers it waits for: of rows that wait for these nothing is taken over. '' for none. */
  readonly waitsFor: string;
  /** Of one question. */
  readonly price: Money;
  readonly total: Money;
  readonly balance: Money;
}

/** What is left of the run of an enrichment. Throws `no-key`, and `nothing-to-carry-on` where no colleague has one under way. */
export function restOf(services: Services, id: string): Rest {
  const client = clientOf(services);
  const { e, sheet, run } = meant(services, id);
  const job = new Job(run, e, sheet);
  return { ...leftOf(job), balance: balanceOr('not-started', client) };
}

/** What a person agreed to. */
export interface Terms {
  /** The enrichment. */
  readonly id: string;
  /** The one that was on view (`revisionOf`). */
  readonly revision: string;
  /** Whose run was on view. */
  readonly agreement: string;
  /** What the rest came to. */
  readonly total: Money;
}

/** Goes on with it. Throws `offer-changed` where it would cost more by now, `offer-outdated` where it would ask something else, `own-limit`: with nothing changed. */
export function carryOn(services: Services, terms: Terms): Report | null {
  const client = clientOf(services);
  inTurn(services, (turn) => {
    turn.take();
    const job = jobAgreed(services, terms);
    const isSeen = seesTasksOf(job, client);
    if (!turn.isMine()) throw new Problem('busy');
    takeUp(services, job);
    if (!isSeen) letGo(services, job);
    return advanceAlone(services, ONE_CYCLE, turn);
  });
  return reportOn(services, enrichmentMeant(services.documents, terms.id));
}

function jobAgreed(services: Services, { id, revision, agreement, total }: Terms): Job {
  const { e, sheet, run } = meant(services, id);
  if (revisionOf(e) !== revision || run.agreement !== agreement) throw new Problem('offer-outdated', e.name);
  const job = new Job(run, e, sheet);
  const now = leftOf(job).total;
  if (now > total) throw new Problem('offer-changed', usd(inUsd(now)));
  return job;
}

function clientOf({ user, linkup }: Services): Linkup {
  return linkup(keyOf(user));
}

interface Meant {
  readonly e: Enrichment;
  readonly sheet: Sheet;
  readonly run: Run;
}

function meant(services: Services, id: string): Meant {
  const { documents, workbook } = services;
  const e = enrichmentMeant(documents, id);
  const properties = documents.all();
  checkLayout(documents, e, properties);
  const run = liveRun(properties, e.id);
  if (!run || isToEnd(run, properties) || ownAgreements(services).isMine(run))
    throw new Problem('nothing-to-carry-on', e.name);
  const sheet = sheetOf(workbook, e);
  return { e, sheet, run };
}

/** Somebody does not want the rest asked, or its start was cut short: then its rows are let go. */
function isToEnd({ id, stopping, reserving }: Run, properties: Properties): boolean {
  const isWanted = (want: Want): boolean => requested(properties, id, want) !== undefined;
  return stopping || reserving || isWanted('stop') || isWanted('end');
}

function leftOf(job: Job): Omit<Rest, 'balance'> {
  const questions = questionsLeft(job);
  const price = priceOf(job.asked);
  return {
    agreement: job.run.agreement,
    questions,
    underWay: job.awaited.size + job.inDoubt().length,
    waitsFor: job.run.waitsFor ?? '',
    price,
    total: questions * mostOf(job.enrichment, job.step),
  };
}

/** Also of rows that cannot be read at the moment: they are asked when they can. */
function questionsLeft(job: Job): number {
  return new Set(waitingRows(job).map(({ ledger }) => ledger.state?.ordinal)).size;
}

/** Tasks that are asked for before they are taken for another organisation's: one may be forgotten, or pasted. */
const ASKED = 3;

/** Keys of one organisation see each other's tasks: then their answers come as if nothing had happened. */
function seesTasksOf({ awaited }: Job, client: Linkup): boolean {
  const newest = [...awaited].sort(([, a], [, b]) => b.about.at - a.about.at);
  const some = newest.slice(0, ASKED).map(([id]) => id);
  return some.length === 0 || some.some((id) => client.get(id) !== undefined);
}

/**
 * From now on the run draws on an agreement of this person. Its POSTs are forgotten first: what of them is not in this key's list
 * was asked with another one, and is never asked a second time.
 */
function takeUp(services: Services, job: Job): void {
  const { documents, user, newId } = services;
  const { run } = job;
  const agreement = newId();
  const agreements = ownAgreements(services);
  const counted = new MonthCount(services).promise(agreement, leftOf(job).total, agreements.known);
  for (const post of postsIn(documents.all())) forgetParts(documents, post, (part) => part.run === run.id);
  agreements.save([agreementOn(services, job, agreement)], counted);
  arm(services);
  const { paused, trouble, limit, refusals, next, named, waitsFor, ...going } = run;
  const from = run.from ?? ((named && run.by) || 'somebody else');
  const by = { by: services.currentUser(), ...(agreements.isNamed && { named: true }) };
  job.run = { ...going, agreement, ...by, from };
  keepRoom(documents, run.id);
  saveRun(documents, job.run);
  // Of the other key. A Stop that came meanwhile is obeyed all the same.
  for (const want of ['disconnect', 'key'] as const) obeyed(documents, run.id, want);
  goesOn(user, run.id);
}

function agreementOn({ user, workbook, clock }: Services, job: Job, id: string): Agreement {
  const { enrichment: e } = job;
  const { price, total: cap } = leftOf(job);
  const about = { document: workbook.id(), account: accountOf(keyOf(user)), enrichment: e.id };
  return {
    id,
    ...about,
    revision: revisionOf(e),
    agreedAt: clock.now(),
    price,
    step: job.step,
    cap,
    asked: 0,
    open: [],
  };
}

/** Rows whose answers this key will never see say so. Where the sheet has to be put right first, they expire one by one instead. */
function letGo({ documents, workbook }: Services, job: Job): void {
  const mark = markOf(job.run);
  if (isMarked(documents.all(), mark)) return;
  underMark(documents, mark, () => letGoOfSent(job, () => workbook.flush()));
}
