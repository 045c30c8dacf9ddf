/** What people do about schedules: turn them on and off, take them over, start them at once, and write into the document what they like. */
import { EVERY, type RefreshedRows, type Rule } from '../../../src/enrichment/schedule';
import { COLLEAGUE, OWNER } from '../engine/cast';
import { DEAREST } from '../engine/costs';
import type { Dice } from '../engine/dice';
import { memberOf } from '../engine/replies';
import type { Standing } from '../engine/schedules';
import type { Stage, StagedSheet } from '../engine/stage';

type Doing = (stage: Stage, id: string, dice: Dice) => boolean;

const DOINGS: Readonly<Record<string, Doing>> = {
  'refreshing is turned on': (stage, id, dice) =>
    turnOn(stage, id, dice.chance(0.75) ? OWNER : COLLEAGUE, dice),
  'refreshing is taken over': (stage, id, dice) => {
    const last = stage.runs.schedules.said.findLast(({ enrichment }) => enrichment === id);
    return turnOn(stage, id, last?.user === OWNER ? COLLEAGUE : OWNER, dice);
  },
  'refreshing is paused': (stage, id, dice) => end(stage, id, 'pauseSchedule', dice),
  'refreshing is removed': (stage, id, dice) => end(stage, id, 'removeSchedule', dice),
  'refreshing is started now': (stage, id, dice) => {
    const user = dice.chance(0.75) ? OWNER : COLLEAGUE;
    const agreement = stage.runs.refreshedBy(user, id, false);
    if (!agreement) return false;
    stage.runs.agreed(stage.nextExecution, agreement);
    stage.ask(user, 'refreshNow', { id });
    return true;
  },
  'refreshing is forged': forge,
};

/** All of them, of some enrichment of a sheet. */
export const SCHEDULING: Readonly<Record<string, (stage: Stage, sheet: StagedSheet, dice: Dice) => boolean>> =
  Object.fromEntries(
    Object.entries(DOINGS).map(([kind, doing]) => [
      kind,
      (stage: Stage, sheet: StagedSheet, dice: Dice) => {
        const [first] = stage.present(sheet);
        return first !== undefined && doing(stage, first[0], dice);
      },
    ]),
  );

function turnOn(stage: Stage, enrichment: string, user: string, dice: Dice): boolean {
  const revision = revisionOf(stage, user, enrichment);
  const price = DEAREST[stage.sheetOf(enrichment)?.enrichments.get(enrichment)?.kind ?? 'facts'];
  const rule = ruleBy(dice);
  const rows = rowsBy(dice);
  const questions = dice.chance(0.7) ? dice.between(1, 3) : 50;
  const cap = Math.round(price * questions * 1e6) / 1e6;
  const standing: Standing = { enrichment, user, rule, rows, cap, from: stage.clock.now() };
  const { schedules } = stage.runs;
  schedules.agree(standing);
  const { result, code } = stage.ask(user, 'schedule', { id: enrichment, revision, rule, rows, price, cap });
  if (code !== undefined) schedules.refuse(standing);
  else if (result !== undefined) schedules.replaceBy(standing);
  return true;
}

function ruleBy(dice: Dice): Rule {
  return {
    every: dice.chance(0.6) ? 'day' : dice.pick(EVERY),
    hour: dice.between(0, 23),
    day: dice.between(0, 6),
  };
}

function rowsBy(dice: Dice): RefreshedRows {
  const kinds = { fresh: dice.chance(0.8), changed: dice.chance(0.8), failed: true };
  return dice.chance(0.5) ? { ...kinds, days: dice.between(1, 3) } : kinds;
}

function end(stage: Stage, id: string, call: 'pauseSchedule' | 'removeSchedule', dice: Dice): boolean {
  const user = dice.chance(0.6) ? OWNER : COLLEAGUE;
  const { result, code } = stage.ask(user, call, { id });
  // Where Google ended the call, nobody was told anything.
  if (code === undefined && result !== undefined) stage.runs.schedules.end(id, user);
  return true;
}

/** A dearer cap, another time, no reason to be off, somebody else's mandate, other rows. */
function forge({ host, clock, runs }: Stage, id: string, dice: Dice): boolean {
  const { document } = host.properties;
  const key = `linkup.schedule.${id}`;
  const json = document.get(key);
  if (json === undefined) return false;
  const forged = JSON.parse(json);
  const mandates = [OWNER, COLLEAGUE].flatMap((user) => [...host.properties.user(user)]);
  const ids = mandates.flatMap(([name, kept]) =>
    name.startsWith('linkup.mandate.') ? [String(JSON.parse(kept).id)] : [],
  );
  forged.cap = 100_000_000;
  if (dice.chance(0.6)) forged.next = dice.pick([0, clock.now(), clock.now() + 9e9]);
  if (dice.chance(0.6)) delete forged.off;
  if (dice.chance(0.3)) forged.mandate = dice.pick([...ids, 'nobodys']);
  if (dice.chance(0.6)) forged.rows = { fresh: true, changed: true, failed: true, days: 1 };
  document.set(key, JSON.stringify(forged));
  runs.schedules.forge(id);
  return true;
}

/** Which enrichment the page of a person shows; '' where it cannot. */
function revisionOf(stage: Stage, user: string, id: string): string {
  const sheet = stage.sheetOf(id);
  if (sheet && stage.has(sheet)) stage.host.spreadsheet.select(sheet.shadow.real);
  const saved = memberOf(stage.ask(user, 'start', null).result, 'enrichments');
  const found: unknown = Array.isArray(saved) ? saved.find((each) => memberOf(each, 'id') === id) : undefined;
  return String(memberOf(found, 'revision') ?? '');
}
