/** Makes a failing scenario smaller as long as it still breaks one of the same promises. */
import { enrichmentOf, type Kind } from './enrichments';
import { type Builds, playOn, type Report } from './play';
import type { LinkupPlan, Scenario, SheetPlan } from './scenario';
import { SMALL_JOB } from './small-job';

/** Plays at most so many smaller scenarios. */
const MOST_PLAYS = 200;

/** The smallest failing scenario that was found, with its report. */
export function shrink(builds: Builds, report: Report): Report {
  const broken = new Set(report.violations.map(({ promise }) => promise));
  let best = report;
  let plays = 0;
  for (let smaller = true; smaller && plays < MOST_PLAYS; ) {
    smaller = false;
    for (const candidate of candidates(best.scenario)) {
      plays += 1;
      const played = playOn(builds, candidate);
      if (!played.violations.some(({ promise }) => broken.has(promise))) continue;
      best = played;
      smaller = true;
      break;
    }
  }
  return best;
}

/** Scenarios with one thing less, the most promising first. */
function* candidates(scenario: Scenario): Generator<Scenario> {
  const { happenings, sheets, linkup } = scenario;
  for (const i of happenings.keys()) yield { ...scenario, happenings: happenings.toSpliced(i, 1) };
  if (sheets.length > 1) for (const i of sheets.keys()) yield { ...scenario, sheets: sheets.toSpliced(i, 1) };
  if (scenario.ownLimit !== undefined) yield withoutLimit(scenario);
  for (const plain of PLAIN) if (!holds(scenario, plain)) yield { ...scenario, ...plain };
  for (const knob of knobsOf(linkup)) yield { ...scenario, linkup: without(linkup, knob) };
  for (const [i, sheet] of sheets.entries())
    for (const smaller of smallerSheets(sheet)) yield { ...scenario, sheets: sheets.with(i, smaller) };
}

function withoutLimit({ ownLimit: _, ...scenario }: Scenario): Scenario {
  return scenario;
}

const PLAIN: readonly Partial<Scenario>[] = [
  { skewMs: 0 },
  { halfCap: false },
  { ownKey: true },
  { twoOrganizations: false },
  { stopsIt: false },
  { google: SMALL_JOB.google },
];

function holds(scenario: Scenario, plain: Partial<Scenario>): boolean {
  return Object.entries(plain).every(
    ([name, value]) => JSON.stringify(Reflect.get(scenario, name)) === JSON.stringify(value),
  );
}

function knobsOf(plan: LinkupPlan): (keyof LinkupPlan)[] {
  const optional: readonly (keyof LinkupPlan)[] = [
    'responseOrder',
    'completionOrder',
    'atomicity',
    'shortage',
    'echo',
    'echoSubject',
    'echoSchema',
    'echoMaxResults',
    'echoToDate',
    'echoResearchMode',
    'creditCheck',
    'listLagMs',
    'failureRate',
    'stuckEvery',
    'retentionMs',
    'maxQueryLength',
    'neighbours',
    'balance',
  ];
  return optional.filter((knob) => knob in plan);
}

function without(plan: LinkupPlan, knob: keyof LinkupPlan): LinkupPlan {
  const { queueLimit } = plan;
  return { ...Object.fromEntries(Object.entries(plan).filter(([name]) => name !== knob)), queueLimit };
}

/** One enrichment less, as long as what the others use is still made. */
function fewerKinds(kinds: readonly Kind[]): (readonly Kind[])[] {
  const fewer = kinds.length > 1 ? kinds.map((_, i) => kinds.toSpliced(i, 1)) : [];
  return fewer.filter(isWhole);
}

function isWhole(kinds: readonly Kind[]): boolean {
  const all = kinds.map((kind) => enrichmentOf(kind, 0));
  const made = all.flatMap(({ outputs }) => outputs.map(({ heading }) => heading));
  return all.every(({ uses }) => uses === undefined || made.includes(uses));
}

function* smallerSheets(sheet: SheetPlan): Generator<SheetPlan> {
  const { rows, enrichments, onlyIf, fieldSources, steps } = sheet;
  for (const fewer of fewerKinds(enrichments)) yield { ...sheet, enrichments: fewer };
  if (onlyIf) yield { rows, enrichments, ...(fieldSources && { fieldSources }), ...(steps && { steps }) };
  if (fieldSources) yield { rows, enrichments, ...(onlyIf && { onlyIf }), ...(steps && { steps }) };
  if (rows.length > 2) yield { ...sheet, rows: rows.slice(0, Math.ceil(rows.length / 2)) };
  for (const i of rows.keys()) if (rows.length > 1) yield { ...sheet, rows: rows.toSpliced(i, 1) };
}
