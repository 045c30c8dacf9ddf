/** Plays a case from the press to the end, as its driver would, and reads the meter. */
import { dearer } from '../../doubles/google/costs';
import { MENU } from '../../world/says';
import { ask, saved, toFill, work } from '../../world/sidebar';
import { World } from '../../world/world';
import type { Case } from './cases';
import { Meter, type Reading } from './meter';
import { draftOf, linkupFor, questionsOf, tableOf, web, wrongCells } from './table';

/** What became of a case. */
export interface Played {
  readonly reading: Reading;
  /** Why its figures mean nothing: a wrong cell, another bill than one for each question, no end. '' if they do. */
  readonly invalid: string;
}

const HOUR = 3_600_000;

/** Longer than any case takes; one that is not done by then has no figures. */
const LONGEST_MS = 60 * HOUR;

/** How soon the page of the sidebar works on, in ms: as `pauseAfterWork` of the page has it. */
const SIDEBAR_MS = 2_000;

/** Dear enough for a hundred thousand questions of research. */
const BALANCE = 1e7;

/** Plays it, with every service of Google `costs` times as slow as measured. */
export async function play(job: Case, costs: number): Promise<Played> {
  const world = await opened(job, costs);
  const { meter, id } = start(world, job);
  const ended = (): boolean => world.host.triggers.length === 0;
  if (job.driver === 'sidebar') follow(world, id, ended);
  else world.host.runClock({ until: ended, limitMs: LONGEST_MS });
  const reading = meter.read();
  world.host.onServiceCall = undefined;
  return { reading, invalid: ended() ? faultIn(world, job) : 'no end' };
}

function opened(job: Case, costs: number): Promise<World> {
  return World.open(tableOf(job), {
    google: { costs: dearer(costs) },
    linkup: linkupFor(job),
    knowledge: web,
    balance: BALANCE,
  });
}

/** Saves the enrichment and says yes to its price; the meter runs from the yes. */
function start(world: World, job: Case): { readonly meter: Meter; readonly id: string } {
  const id = saved(world, draftOf(job));
  if (job.table === 'spread') spread(world);
  const outputs = world.sheet.displayRows()[0]?.indexOf('Color') ?? -1;
  if (job.driver !== 'menu') return { meter: enrich(world, id, outputs + 1), id };
  let meter: Meter | undefined;
  world.host.ui.show = (dialog) => {
    if (dialog.buttons === 'YES_NO') meter = new Meter(world, outputs + 1);
    return { button: dialog.buttons === 'YES_NO' ? 'YES' : 'OK', text: '' };
  };
  world.host.clickMenu(MENU.all);
  if (!meter) throw new Error('the menu made no offer');
  return { meter, id };
}

function enrich(world: World, id: string, firstOutput: number): Meter {
  const choice = toFill(world, id);
  const { total } = ask(world, 'offer', choice);
  const meter = new Meter(world, firstOutput);
  ask(world, 'enrich', { ...choice, total, cap: total });
  return meter;
}

/** The page works and asks how it stands, again and again; the trigger fires when it is due. */
function follow(world: World, id: string, ended: () => boolean): void {
  const { host, clock } = world;
  const until = clock.now() + LONGEST_MS;
  const look = (): void => void ask(world, 'progress', { id });
  while (!ended() && clock.now() < until) {
    work(world, look);
    host.runClock(clock.now() + SIDEBAR_MS);
  }
  look();
}

/** Two columns of the person's own come to stand between the outputs. */
function spread(world: World): void {
  for (const heading of ['Shape', 'Weight']) {
    const at = world.sheet.displayRows()[0]?.indexOf(heading) ?? -1;
    world.sheet.insertColumns(at + 1, 1);
  }
}

function faultIn(world: World, job: Case): string {
  const wrong = wrongCells(world);
  if (wrong > 0) return `${wrong} wrong cells`;
  const { entries } = world.linkup.bill;
  const questions = questionsOf(job);
  return entries.length === questions ? '' : `${entries.length} bills for ${questions} questions`;
}
