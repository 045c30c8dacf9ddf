/** Starting a run: what was agreed is written down and reserved in the sheet, before the first question goes out. */
import type { Enrichment } from '../../enrichment/definition';
import type { Money } from '../../enrichment/money';
import { asProblem, Problem, withCause } from '../../enrichment/problem';
import type { Selection } from '../../enrichment/selection';
import { type Properties, readOnce } from '../../platform/properties';
import { carryDefinition } from '../../sheet/carrying';
import { colourNewRows } from '../../sheet/colours';
import { type Sheet, sheetOf } from '../../sheet/spreadsheet';
import type { Row } from '../../sheet/table';
import { advanceAlone, type Caller, type Progress } from '../cycle/advance';
import { faultOf } from '../cycle/faults';
import { type Agreement, type Agreements, ownAgreements } from '../record/agreement';
import { enrichmentMeant, revisionOf } from '../record/enrichments';
import { adoptFirstEdition } from '../record/first-edition';
import { checkLayout, claimLayout } from '../record/layout';
import { postsLeftTo } from '../record/left-posts';
import { clearMark, isMarked, leaveMark, type Mark, markOf } from '../record/marks';
import { MonthCount } from '../record/month';
import type { Pool } from '../record/pool';
import { savePosts } from '../record/posts';
import { roomFor } from '../record/reserve';
import { isLiveAmong, type Run, removeRun, runsIn, saveRun } from '../record/run';
import { tallied } from '../report/tally';
import { Answers } from '../rows/answers';
import { deeperAmong } from '../rows/got-nothing';
import { Job } from '../rows/job';
import { unmetIn } from '../rows/only-if';
import { readWhole, type Whole } from '../rows/read-whole';
import { realign } from '../rows/realign';
import { waitAgainForLostAnswers } from '../rows/wait-again';
import type { Services } from '../services';
import { inTurn, type Turn } from '../turn';
import { arm } from './arm';
import { asOffered } from './as-offered';
import { giveUp } from './give-up';
import { takeOver } from './look-first';
import { markRows } from './mark-rows';
import { markSkipped } from './mark-skipped';
import { identityOf, type Offer, rowsWithContent, selectRows } from './offer';

/** What the person said yes to. */
export interface Agreed {
  readonly offer: Offer;
  /** Never spent beyond. */
  readonly cap: Money;
  readonly balance: Money;
}

/** How things stand after a start, and with which run. */
export interface Started extends Progress {
  readonly run: string;
}

/** What a start asks and tells the person's side. */
export interface Starting {
  /** What the person agrees to, now that the table was read which is to be asked. Throws where they would not: then nothing was changed. */
  readonly agree: (e: Enrichment, sheet: Sheet, whole: Whole) => Agreed;
  /** The rows are reserved: whatever becomes of this execution, they will be asked; `unarmed` is why not by a trigger, if so. */
  readonly reserved?: (unarmed: Problem | undefined) => void;
  /** What of the person's is kept in the same go as the agreement. */
  readonly along?: Readonly<Record<string, string>>;
  /** Where it is one of several that are agreed to in one go. */
  readonly chained?: Chained;
}

/** A run that was agreed to with others. Its agreement has its id. */
export interface Chained {
  readonly run: string;
  readonly pool: Pool;
  /** The names of those whose answers it waits for; '' for none. */
  readonly waitsFor: string;
  /** How many rows wait for them. */
  readonly later: number;
}

/** Reserves the rows and goes on as long as the caller stays. Throws `busy`, `already-running`, `offer-outdated` or `own-limit`, with nothing changed. */
export function startRun(
  services: Services,
  enrichment: string,
  caller: Caller,
  starting: Starting,
): Started {
  return inTurn(services, (turn) => {
    const job = reserveRun(services, turn, enrichment, starting);
    return { ...advanceAlone(services, caller, turn, [job]), run: job.run.id };
  });
}

/** The same for whoever holds the document already, and goes on later. */
export function reserveRun(services: Services, turn: Turn, enrichment: string, starting: Starting): Job {
  turn.take();
  const { job, unarmed } = reserve(services, turn, agreedOn(services, enrichment, starting));
  starting.reserved?.(unarmed);
  return job;
}

/** The sheet, once it is sure that this edition may write in it. */
function sheetToAsk({ documents, workbook }: Services, e: Enrichment, properties: Properties): Sheet {
  checkLayout(documents, e, properties);
  claimLayout(documents, properties);
  return sheetOf(workbook, e);
}

/** What a run begins with. */
interface Beginning {
  readonly e: Enrichment;
  readonly sheet: Sheet;
  readonly whole: Whole;
  readonly agreed: Agreed;
  readonly starting: Starting;
  readonly agreements: Agreements;
  /** The runs that go on besides. */
  readonly live: readonly Run[];
  /** The document's, as they stood before the run was thought of. */
  readonly properties: Properties;
}

/** The definition is read again once nobody else can save: another one than was priced is asked by nobody. */
function agreedOn(services: Services, enrichment: string, starting: Starting): Beginning {
  const known = readOnce(services.documents);
  const e = enrichmentMeant(known, enrichment);
  const properties = known.all();
  const sheet = sheetToAsk(services, e, properties);
  const onRecord = runsIn(properties);
  const agreements = ownAgreements(services);
  // The key may have been removed while the person read the price: nobody would ever go on with the run.
  if (agreements.account === '') throw new Problem('no-key');
  const live = adoptFirstEdition(services, agreements, onRecord, false);
  if (live.some((run) => run.enrichment === e.id)) throw new Problem('already-running', e.name);
  const whole = readWhole(e, sheet);
  const agreed = starting.agree(e, sheet, whole);
  if (revisionOf(e) !== agreed.offer.revision) throw new Problem('offer-outdated', e.name);
  const found = live === onRecord ? properties : services.documents.all();
  return { e, sheet, whole, agreed, starting, agreements, live, properties: found };
}

/** A job whose rows are reserved, and why there is no trigger for it, if there is none. */
interface Reserved {
  readonly job: Job;
  readonly unarmed: Problem | undefined;
}

function reserve(services: Services, turn: Turn, beginning: Beginning): Reserved {
  const { e, sheet, whole, agreed, starting, agreements, live, properties } = beginning;
  const { documents, workbook } = services;
  const flush = (): void => workbook.flush();
  const run = newRun(services, e, agreed, agreements.isNamed, starting.chained);
  const counted = promised(services, run, agreed, agreements, starting.chained);
  const mark = markOf(run);
  const isCutShort = isMarked(properties, mark);
  leaveMark(documents, mark);
  const job = new Job(run, e, sheet, whole);
  realign(job, flush);
  const offer = asOffered(agreed.offer, whole.rows, job.rows);
  // What a run that has ended, or a press, left half-written was answered and billed: its rows wait for it, and are not chosen.
  const again = isCutShort ? waitAgainForLostAnswers(job, flush) : 0;
  const chosen = chosenRows(job, offer, isLiveAmong(live));
  const counts = countsOf(chosen);
  job.run = { ...run, ...counts, copied: counts.copied + again };
  // A trigger without a run removes itself; a run without a trigger would wait for ever. So the trigger comes first, and the
  // run is on record before its rows are reserved: whatever a crash leaves behind is then found, and asked or let go.
  // What it may cost is on record before both, with the person alone.
  const left = postsLeftTo(properties, e.id, run.startedAt);
  const { sent, posts, open } = takeOver(job, chosen.questions, left, run.startedAt, services.newId);
  job.run = { ...job.run, sent };
  const kept = { ...agreementOn(services, agreements.account, run, agreed, starting.chained), open };
  agreements.save([kept], { ...counted, ...starting.along });
  const unarmed = arm(services);
  savePosts(documents, posts, [{ ...job.run, reserving: true }], roomFor(run.id));
  if (!turn.isMine()) withdraw(services, run, agreements, mark);
  const write = (): void => markRows(job, flush, offer, chosen, services.clock.now());
  orGiveUp(services, job, mark, write);
  job.run = tallied(job);
  saveRun(documents, job.run);
  if (markSkipped(job, flush, offer)) clearMark(documents, mark);
  colourNewRows(sheet, job.view, job.rows[job.rows.length - 1]?.at ?? 0);
  // Every Save of this edition has written it.
  if (e.layout === undefined) carryDefinition(sheet, e, job.view.placed);
  return { job, unarmed };
}

/** The cap of several runs is promised once, with the first. */
function promised(services: Services, run: Run, { cap }: Agreed, { known }: Agreements, chained?: Chained) {
  if (chained && chained.pool.id !== run.agreement) return {};
  return new MonthCount(services).promise(run.agreement, cap, known);
}

/** By a lock that was lost another start may have reserved the same rows. Whoever comes only now finds this run on record. */
function withdraw({ documents }: Services, run: Run, agreements: Agreements, mark: Mark): never {
  removeRun(documents, run.id);
  agreements.forget(run.agreement);
  clearMark(documents, mark);
  throw new Problem('busy');
}

function orGiveUp(services: Services, job: Job, mark: Mark, write: () => void): void {
  try {
    write();
  } catch (thrown) {
    giveUp(services, job, mark);
    throw isOurs(thrown) ? thrown : withCause('not-reserved', String(asProblem(thrown)));
  }
}

/** Whether a fault says more about the table than that Google would not write. */
function isOurs(thrown: unknown): boolean {
  return thrown instanceof Problem && faultOf(thrown) !== 'passing';
}

function agreementOn(
  { workbook }: Services,
  account: string,
  run: Run,
  { offer, cap }: Agreed,
  chained?: Chained,
): Agreement {
  const { agreement, enrichment, startedAt } = run;
  const { revision, price, step } = offer;
  const about = { document: workbook.id(), account, enrichment, revision };
  const pool = chained && { pool: chained.pool };
  return { id: agreement, ...about, agreedAt: startedAt, price, step, cap, asked: 0, open: [], ...pool };
}

function newRun(
  services: Services,
  e: Enrichment,
  { offer, balance }: Agreed,
  named: boolean,
  chained: Chained | undefined,
): Run {
  const id = chained?.run ?? services.newId();
  return {
    id,
    agreement: id,
    enrichment: e.id,
    name: e.name,
    sheetId: e.sheetId,
    by: services.currentUser(),
    ...(named && { named }),
    startedAt: services.clock.now(),
    read: services.clock.now(),
    mode: offer.mode,
    ...(chained?.waitsFor && { waitsFor: chained.waitsFor }),
    ...(chained?.later && { later: chained.later }),
    ...(offer.step > 1 && { step: offer.step, begun: offer.step }),
    rows: 0,
    questions: 0,
    copied: 0,
    ...leftOut(offer),
    balanceBefore: balance,
    sent: [],
  };
}

/** The rows that are left out, and those of them that the enrichment is not for. */
function leftOut({ selection: { skipped } }: Offer): Pick<Run, 'skipped' | 'unmet'> {
  const sum = (some: typeof skipped): number => some.reduce((all, { rows }) => all + rows, 0);
  const unmet = sum(skipped.filter(({ reason }) => reason === 'unmet'));
  return { skipped: sum(skipped), ...(unmet > 0 && { unmet }) };
}

/** The table may have changed while the person read the offer: only rows that were in it, as they were, are chosen. */
function chosenRows(job: Job, offer: Offer, isLive: (run: string) => boolean): Selection {
  const filled = rowsWithContent(job.view, job.rows);
  const isChosen = (row: Row): boolean => offer.rows.has(identityOf(row));
  const unmet = unmetIn(job.view, filled, job.sheet, offer.mode);
  const deeper = deeperAmong(job.view, filled);
  const { oldBefore, mode, step } = offer;
  // Since the price was told, others may be the rows that have got the least far.
  const rows = mode === 'deeper' && deeper.step !== step ? new Set<number>() : deeper.rows;
  const circumstances = { unmet, oldBefore, deeper: rows };
  return selectRows(filled, Answers.among(filled), mode, isLive, isChosen, circumstances);
}

function countsOf(chosen: Selection): Pick<Run, 'rows' | 'questions' | 'copied'> {
  const { rows, questions, copies, along, copiedAlong } = chosen;
  return {
    rows: rows + along.length,
    questions: questions.length,
    copied: copies.length + copiedAlong.length,
  };
}
