/** The sidebar's calls as its page makes them: typed, one person or another, and followed until a run has ended. */
import type { Calls, Choice, Draft, Progress } from '../../src/sidebar/protocol';
import { VirtualClock } from '../doubles/clock';
import { countryTable } from './countries';
import { DRAFT } from './drafts';
import { replyTo } from './reading';
import { World, type WorldOptions } from './world';

/** Somebody else who may edit the document. */
export const BOB = 'bob@example.com';

/** The result of a call; throws the sentence that the person would read. */
export function ask<Name extends keyof Calls>(
  world: World,
  name: Name,
  argument: Calls[Name]['argument'],
  user?: string,
): Calls[Name]['result'] {
  const reply = replyTo(world, name, argument, user);
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.sentence}`);
  return reply.result as Calls[Name]['result'];
}

/** The code with which a call is refused; '' where it is not. */
export function codeOf<Name extends keyof Calls>(
  world: World,
  name: Name,
  argument: Calls[Name]['argument'],
  user?: string,
): string {
  const reply = replyTo(world, name, argument, user);
  return reply.ok ? '' : reply.code;
}

/** Saves a new enrichment on the active sheet; its id. */
export function saved(world: World, changes: Partial<Draft> = {}): string {
  const draft = { ...DRAFT, ...changes };
  return ask(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: false }).id;
}

/** Some countries and one enrichment about them. */
export async function withFacts(
  rows: number | readonly (readonly string[])[],
  options: WorldOptions = {},
  changes: Partial<Draft> = {},
): Promise<{ world: World; id: string }> {
  const world = await World.open(typeof rows === 'number' ? countryTable(rows) : rows, options);
  return { world, id: saved(world, changes) };
}

/** The revision of an enrichment that a page would have if it read the sheet now; '' for one that is not there. */
export function revisionOf(world: World, id: string, user?: string): string {
  return ask(world, 'start', null, user).enrichments.find((each) => each.id === id)?.revision ?? '';
}

/** The choice that the page begins with: whatever has no answer yet. */
export function toFill(world: World, id: string, changes: Partial<Choice> = {}, user?: string): Choice {
  return { id, revision: revisionOf(world, id, user), scope: 'fill', overwrite: false, ...changes };
}

/** Enriches what has no answer yet, at the price of the offer. */
export function enrich(
  world: World,
  id: string,
  changes: Partial<Calls['enrich']['argument']> = {},
  user?: string,
): Progress {
  const choice = { ...toFill(world, id, {}, user), ...changes };
  const { total } = ask(world, 'offer', choice, user);
  return ask(world, 'enrich', { ...choice, total, cap: total, ...changes }, user);
}

/** Enriches with all that is saved on the sheet whatever has no answer yet, and closes the sidebar at once: the trigger does the rest. */
export function begin(world: World, user?: string): void {
  for (const { id } of ask(world, 'start', null, user).enrichments) enrich(world, id, {}, user);
}

/** How often the page of the sidebar asks how things stand, in ms: as `pauseBefore` of the page has it. */
const LOOK_MS = 2_000;

/** One call of the page that works, and what it asks meanwhile; the trigger fires when it is due. In the first edition only looks work. */
export function work(world: World, look: () => void): void {
  const { host, clock } = world;
  const [before, worker] = [host.onServiceCall, host.executions.length + 1];
  let lookedAt = clock.now();
  host.onServiceCall = (call) => {
    before?.(call);
    if (call.method !== 'sleep' || call.execution !== worker || clock.now() - lookedAt < LOOK_MS) return;
    lookedAt = clock.now();
    host.runClock(lookedAt);
    if (clock instanceof VirtualClock) clock.beside(look);
    else look();
  };
  try {
    const code = codeOf(world, 'work', null);
    if (code !== '' && code !== 'outdated-page') throw new Error(code);
  } finally {
    host.onServiceCall = before;
  }
}

/** Works on runs and asks how one of them stands, as the page does, until it has ended; every report in turn. */
export function follow(world: World, id: string, polls = 100): Progress[] {
  const reports: Progress[] = [];
  const look = (): void => {
    const report = ask(world, 'progress', { id });
    if (!report) throw new Error('there is no run to follow');
    reports.push(report);
  };
  while (reports.length < polls && reports[reports.length - 1]?.state !== 'ended') {
    work(world, look);
    look();
    world.clock.sleep(LOOK_MS);
  }
  return reports;
}
