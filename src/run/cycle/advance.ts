/** advance: the one re-entrant step that moves runs forward. Menu, sidebar and trigger all call it. */
import { Problem } from '../../enrichment/problem';
import { pausedSentence, sentenceFor } from '../../enrichment/words';
import type { Properties, Store } from '../../platform/properties';
import type { Often } from '../../platform/triggers';
import { type Agreements, ownAgreements } from '../record/agreement';
import { adoptFirstEdition } from '../record/first-edition';
import { keyIn, ownAccount } from '../record/key';
import { claimLayout, isNewer } from '../record/layout';
import { postsOfRuns } from '../record/left-posts';
import { marksIn, renewOldMark } from '../record/marks';
import { isConsumer, Meter } from '../record/meter';
import { goesOn, shallGoOn } from '../record/requests';
import { giveUpRooms } from '../record/reserve';
import { forgetUnreadable, isLiveAmong, type Run, runsIn, saveRun } from '../record/run';
import { forgetOldLooks } from '../record/so-far';
import type { Job } from '../rows/job';
import type { Services } from '../services';
import { ifFree, ifNobodyIsAtIt, type Turn } from '../turn';
import { close } from './close-execution';
import { lookAhead } from './collect';
import { cycle } from './cycle';
import { rests } from './earlier';
import { Execution, type Found } from './execution';
import { leaveToOthers } from './in-other-hands';
import { areSlow, isEarly, isLeft, isWaiting, nextPause, paceFor } from './next-look';
import { open } from './open-execution';
import { waitingForPerson } from './pausing';
import { standDown } from './stand-down';

/** Who calls, and how long they can stay. */
export interface Caller {
  readonly by: 'menu' | 'sidebar' | 'clock';
  /** Milliseconds from the beginning of the execution after which no new cycle starts. At least one is always done. */
  readonly budget: number;
  /** When the execution began, by Google's clock in ms; now if nothing is said. A person may have read a price for minutes since. */
  readonly began?: number;
  /** How often the trigger fires that calls. */
  readonly often?: Often;
  /** Leave at once where an execution of the same account is between two cycles: it does what there is to do. */
  readonly leaves?: boolean;
  /** Take up runs again that paused for a reason a person may have mended. */
  readonly resume?: boolean;
}

/** A press in the sidebar: one cycle sends the first questions, or lets go of what waits; the page then asks how they stand. */
export const ONE_CYCLE: Caller = { by: 'sidebar', budget: 0 };

/** How things stand after an advance. */
export interface Progress {
  readonly state: 'busy' | 'idle' | 'working' | 'paused';
  /** A sentence for the person, where there is something to say. */
  readonly message: string;
}

/** Google kills an execution after 6 minutes (quotas page, November 2026); no cycle starts in the last two of them. */
export const LONGEST_STAY = 4 * 60_000;

/** No request begins later than this in an execution, in ms: one may take a minute and more, and what it brought is written then. */
const LAST_REQUEST = 4 * 60_000;

/** Longest wait inside an execution that could be left to the next one instead, in ms: the trigger's time is short, a page's is not. */
const LONGEST_WAIT = { clock: 20_000, menu: 20_000, sidebar: 30_000 };

/** Moves all runs of the person at work forward until nothing is left, the budget is used, or only waiting would remain. `account` is theirs. */
export function advance(services: Services, caller: Caller, account = ownAccount(services.user)): Progress {
  // A trigger that outlived its key would look in vain every minute.
  if (caller.by === 'clock' && account === '') standDown(services);
  const work = (turn: Turn): Progress => advanceAlone(services, caller, turn);
  const leaves = caller.leaves ?? caller.by === 'clock';
  return (leaves ? ifNobodyIsAtIt(services, account, work) : ifFree(services, work)) ?? BUSY;
}

/** Somebody else is at it. */
const BUSY: Progress = { state: 'busy', message: '' };

/** The same, for a caller who holds the document lock already, and may have read some of the sheets just now. */
export function advanceAlone(
  services: Services,
  caller: Caller,
  turn: Turn,
  known: readonly Job[] = [],
): Progress {
  const { documents, user } = services;
  if (isNewer(turn.found)) return untouched(services, caller);
  const properties = claimed(services, turn);
  if (!turn.isMine(properties)) return leftToOthers(services, []);
  const agreements = ownAgreements(services);
  const found = readable(documents, properties);
  if (agreements.account === '') pauseKeyless(services, found.filter(agreements.isMine));
  const key = keyIn(agreements.known);
  const live = adoptFirstEdition(services, agreements, found, caller.resume === true);
  agreements.keepOnly(live);
  const runs = live.filter(agreements.isMine);
  if (runs.length === 0) return idle(services, agreements);
  const resumed = runs.filter((run) => caller.resume || shallGoOn(user, run));
  // Whoever takes their runs up again pays with the key they have now.
  for (const run of resumed) agreements.handOver(run);
  claimLayout(documents, properties);
  const onRecord = foundOnRecord(services, live === found ? properties : documents.all(), live);
  const isWanted = (run: Run): boolean => resumed.includes(run);
  return metered(services, caller, agreements.known, runs, isWanted, (meter, startedAt) => {
    const client = services.linkup(key, () => meter.countFetch());
    const began = caller.began ?? startedAt;
    const [late, unseen] = [began + LAST_REQUEST, caller.by === 'clock'];
    const execution = new Execution(services, agreements, client, onRecord, turn, late, unseen);
    const until = began + (unseen && meter.allowance() === 'glance' ? 0 : caller.budget);
    try {
      open(execution, runs, { isLive: onRecord.isLive, resumes: isWanted, known });
      for (const run of resumed) goesOn(user, run.id);
      cycles(services, execution, caller, until, turn, areKnown(runs, known) ? properties : undefined);
    } finally {
      close(execution);
    }
    return outcome(services, caller, runs, execution);
  });
}

/** The runs on record; what cannot be read of them is forgotten. */
function readable(documents: Store, properties: Properties): Run[] {
  const found = runsIn(properties);
  forgetUnreadable(documents, properties, found);
  return found;
}

/** Whether all of them were read just now: then nothing has passed since. */
function areKnown(runs: readonly Run[], known: readonly Job[]): boolean {
  return runs.every(({ id }) => known.some(({ run }) => run.id === id));
}

function leftToOthers(services: Services, runs: readonly Run[]): Progress {
  leaveToOthers(services, runs);
  return { state: 'working', message: '' };
}

/** The document's properties, read once the turn is claimed where there are runs to move forward. */
function claimed({ documents }: Services, turn: Turn): Properties {
  if (!turn.isTaken && runsIn(turn.found).length === 0) return turn.found;
  turn.take();
  return documents.all();
}

/** What executions that died left behind, and what runs have outstanding. */
function foundOnRecord({ documents, clock }: Services, properties: Properties, live: readonly Run[]): Found {
  const marks = marksIn(renewOldMark(documents, properties, live));
  const posts = postsOfRuns(documents, properties, live, clock.now());
  const isLive = isLiveAmong(live);
  giveUpRooms(documents, properties, isLive);
  forgetOldLooks(documents, properties, isLive);
  return { marks, posts, isLive };
}

/** The key went while a run was being started, and nobody told the run: it waits for a key, and says so. */
function pauseKeyless({ documents }: Services, runs: readonly Run[]): void {
  for (const run of runs) if (!run.paused) saveRun(documents, waitingForPerson(run, new Problem('no-key')));
}

/** Does work on runs and meters it. Where Google's day leaves the trigger no time, or it is too early for one, nothing is done. */
function metered(
  services: Services,
  { by, began }: Caller,
  known: Properties,
  runs: readonly Run[],
  isWanted: (run: Run) => boolean,
  work: (meter: Meter, startedAt: number) => Progress,
): Progress {
  const { clock, user, currentUser } = services;
  const byClock = by === 'clock';
  // Of a person who has read a price meanwhile nothing is to be counted.
  const startedAt = byClock ? (began ?? clock.now()) : clock.now();
  const meter = new Meter(user, startedAt, () => isConsumer(currentUser()), known);
  if (byClock && meter.allowance() === 'none')
    return { state: 'paused', message: sentenceFor('trigger-time') };
  try {
    if (byClock && !runs.some(isWanted) && isEarly(runs, startedAt)) {
      // Left behind by an execution that died or was overtaken: all of them wait for a person.
      if (runs.every((run) => isLeft(run) && run.next === undefined)) standDown(services);
      return { state: 'working', message: '' };
    }
    return work(meter, startedAt);
  } finally {
    meter.save(clock.now(), byClock);
  }
}

/** A document of a later version is that version's to go on with. */
function untouched({ triggers }: Services, { by }: Caller): Progress {
  if (by === 'clock') triggers.disarm();
  return { state: 'paused', message: sentenceFor('newer-version') };
}

function cycles(
  { clock, documents }: Services,
  execution: Execution,
  caller: Caller,
  deadline: number,
  turn: Turn,
  known: Properties | undefined,
): void {
  let properties: Properties | undefined = known ?? documents.all();
  if (!execution.isOurs(properties)) return;
  for (;;) {
    const startedAt = clock.now();
    const glance = caller.by === 'clock' && isWaiting(execution);
    const more = cycle(execution, glance || startedAt >= deadline, properties);
    if (!more || (glance && !isWorthStaying(execution)) || execution.jobs.length === 0) return;
    const pause = nextPause(execution);
    const took = clock.now() - startedAt;
    if (pause > LONGEST_WAIT[caller.by] || clock.now() + pause + took >= deadline) return;
    // Until the contrary is known: should it not be told what is in the document now, nothing more is written.
    execution.isOutOfDate = true;
    properties = turn.rest(pause, execution.agreements.account, () => lookAhead(execution));
    if (properties === undefined) return;
    execution.isOutOfDate = false;
  }
}

/** Something came at last, and more may follow at once. */
function isWorthStaying(execution: Execution): boolean {
  return execution.progress && !areSlow(execution);
}

/** Nothing to do for this person. */
function idle(services: Services, own: Agreements): Progress {
  standDown(services, own);
  return { state: 'idle', message: '' };
}

/** Keeps the trigger as long and as often as it can be of use, and says how things stand. */
function outcome(services: Services, caller: Caller, before: readonly Run[], execution: Execution): Progress {
  if (execution.isOutOfDate) return leftToOthers(services, before);
  const ids = new Set(before.map(({ id }) => id));
  const left = runsIn(services.documents.all()).filter(({ id }) => ids.has(id));
  keepTrigger(
    services,
    caller,
    execution.agreements,
    left.filter((run) => !rests(execution, run) || shallGoOn(services.user, run)),
  );
  const paused = left.find((run) => run.paused)?.paused;
  if (paused) return { state: 'paused', message: pausedSentence(paused) };
  return { state: left.length > 0 ? 'working' : 'idle', message: '' };
}

function keepTrigger(services: Services, caller: Caller, own: Agreements, going: readonly Run[]): void {
  const { triggers, clock } = services;
  if (going.length === 0) standDown(services, own);
  else if (caller.by === 'clock') {
    const often = paceFor(going, clock.now());
    if (often !== (caller.often ?? 'often')) triggers.arm(often);
  }
}
