/** How things are said in a report for support: shapes, counts and codes, and not one word that a person has written. */
import type { Enrichment } from '../../enrichment/definition';
import { stepsOf } from '../../enrichment/steps';
import type { Properties } from '../../platform/properties';
import type { LastRun } from '../record/last-run';
import { sizeOf } from '../record/ranges';
import type { Run } from '../record/run';
import type { Schedule } from '../record/schedules';
import { oursIn } from '../record/take-away';

/** A moment, by UTC. */
export function byUtc(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

/** An enrichment: its form, and how many of each kind of field. */
export function shapeOf(e: Enrichment, open: boolean): string {
  const kinds = [...new Set(e.fields.map(({ kind }) => kind))];
  const fields = kinds.map((kind) => `${kind} ${e.fields.filter((field) => field.kind === kind).length}`);
  return [
    `${e.type} ${e.shape} ${optionsOf(e)}`,
    `fields ${e.fields.length}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`,
    `steps ${stepsOf(e)}`,
    e.schema !== undefined && 'own schema',
    e.sources && 'sources',
    e.fieldSources && 'sources of fields',
    e.onlyIf && 'condition',
    [e, ...e.fields].some(({ fills }) => fills) && 'fills own columns',
    `layout ${e.layout ?? 1}`,
    open && 'on the open sheet',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The options whose values are words of ours; of the others only that they are set. */
function optionsOf({ options }: Enrichment): string {
  const said = Object.entries(options).map(([name, value]) =>
    ['depth', 'mode', 'reasoningDepth'].includes(name) || typeof value === 'boolean'
      ? `${name} ${value}`
      : name,
  );
  return said.join(' ');
}

/** A run that goes on. */
export function lineOfRun(run: Run, name: string, isMine: boolean): string {
  const { paused, trouble, tally, next, moved } = run;
  return [
    `${name}, ${isMine ? 'own' : 'of another'}, ${stateOf(run)}, ${run.mode}, step ${run.step ?? 1}`,
    `rows ${run.rows}, questions ${run.questions}, sent ${sizeOf(run.sent)}, copied ${run.copied}, skipped ${run.skipped}`,
    `since ${byUtc(run.startedAt)}`,
    moved !== undefined && `moved ${byUtc(moved)}`,
    next !== undefined && `next look ${byUtc(next)}`,
    paused && `paused for ${paused.code}`,
    trouble && `trouble ${trouble.code}, times ${trouble.times}, since ${byUtc(trouble.since)}`,
    run.refusals && `refused alike ${run.refusals.times}`,
    tally && countsIn(tally.counts),
  ]
    .filter(Boolean)
    .join('; ');
}

function stateOf({ paused, stopping, reserving, waitsFor }: Run): string {
  if (paused) return 'paused';
  if (stopping) return 'stopping';
  return reserving ? 'reserving' : waitsFor ? 'working in a chain' : 'working';
}

/** Counts by name, without zeros. */
function countsIn(counts: object): string {
  return Object.entries(counts)
    .filter(([, n]) => n !== 0)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
}

/** A run that has ended. */
export function lineOfLast({ run, endedAt, asked, answered }: LastRun, name: string): string {
  const { notAsked } = run;
  const left = notAsked ? `; not asked ${notAsked.rows}, ${notAsked.why}` : '';
  return `${name}, ${run.mode}, rows ${run.rows}, asked ${asked}, answered ${answered}; ended ${byUtc(endedAt)}${left}`;
}

/** A schedule. */
export function lineOfSchedule({ rule, next, last, off }: Schedule, name: string): string {
  return [
    `${name}, every ${rule.every}, next ${byUtc(next)}`,
    last && `last ${byUtc(last.at)}, asked ${last.asked}`,
    last?.hindered && `hindered by ${last.hindered.code}`,
    off && `off for ${off.code}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** What is kept is told by these names alone: others may be anybody's words. */
const KINDS =
  'agreement draft echo enrichment far filter formula formulas formulas-asked ids key last layout limit list mandate mark meter month named post reserve resting run saving schedule seen stop try turn want'.split(
    ' ',
  );

/** How much of what a store holds, and in how many characters. */
export function kindsIn(properties: Properties): string {
  const counts = new Map<string, number>();
  const ours = oursIn(properties);
  for (const [name] of ours) {
    const [, word = ''] = name.split('.');
    const kind = KINDS.includes(word) ? word : 'other';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const size = ours.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  return `kept ${ours.length}, characters ${size}: ${countsIn(Object.fromEntries(counts))}`;
}
