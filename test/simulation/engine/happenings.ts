/** Everything that can happen during a simulation, by name. */
import { ExecutionKilled, type ServiceCall } from '../../doubles/google';
import type { OnKill } from '../../doubles/google/errors';
import { CHAINING } from '../people/chains';
import { FORGERY } from '../people/forger';
import { IMPORTED, INPUT_CELLS } from '../people/inputs';
import { PRESSES } from '../people/menu';
import { SCHEDULING } from '../people/scheduler';
import { SIDEBAR } from '../people/sidebar';
import { askAlike, askOtherwise } from '../people/stranger';
import { COLUMNS, FILTERS, LEDGER, SHEETS } from '../people/structure';
import { CELLS, ROWS, SORTING } from '../people/table';
import { COLLEAGUE, OWNER } from './cast';
import { count } from './counts';
import type { Dice } from './dice';
import { AT_GOOGLE, AT_LINKUP, REFUSALS } from './faults';
import type { Stage, StagedSheet } from './stage';

/** Where and when something happens. */
export interface Scene {
  readonly stage: Stage;
  readonly call: ServiceCall;
  /** The sheet that a person looks at; undefined when all are deleted. */
  readonly sheet: StagedSheet | undefined;
  readonly dice: Dice;
}

/** Lets it happen; may throw into the script. True when it really did. */
type Happens = (scene: Scene) => boolean;

const TABLE_ACTIONS = {
  ...SORTING,
  ...ROWS,
  ...CELLS,
  ...COLUMNS,
  ...LEDGER,
  ...FILTERS,
  ...INPUT_CELLS,
  ...IMPORTED,
};

/** These happen only in scenarios that are made for them. */
export const ONLY_WHERE_MADE: readonly string[] = [
  'a copy of the document asks the same',
  ...Object.keys(IMPORTED),
  'pushes new code',
  'moves an output to the end',
  'forges a run of the first edition',
  'starts the last enrichment as well',
  ...Object.keys(SCHEDULING),
  ...Object.keys(CHAINING),
  'trigger late by days',
];

/** These say nothing in a job in which nothing else happens: something has to have gone before. Who carries on is met by its own theme. */
export const NOT_ALONE: readonly string[] = [
  ...ONLY_WHERE_MADE,
  'has loading inputs arrive',
  'undoes a run',
  'carries on with the run of the other one',
  'goes on with a copy of the sheet',
];

const KILLS: Readonly<Record<string, OnKill>> = {
  'killed, writes lost': 'lost',
  'killed, writes applied': 'applied',
  'killed, writes partly applied': 'partly',
};

const person: Readonly<Record<string, Happens>> = {
  ...mapped(TABLE_ACTIONS, (action) => ({ sheet, dice }) => {
    return sheet !== undefined && action(sheet.shadow, dice) !== false;
  }),
  ...mapped(SHEETS, (action) => ({ stage, sheet, dice }) => {
    return sheet !== undefined && action(stage.host.spreadsheet, sheet.shadow, dice) !== false;
  }),
  ...mapped(PRESSES, ([item, user]) => ({ stage, sheet, dice }) => {
    stage.press(item, user, sheet, dice.between(1, sheet?.enrichments.size ?? 1));
    return true;
  }),
  ...mapped(
    FORGERY,
    (forge) =>
      ({ stage, sheet, dice }) =>
        sheet !== undefined && forge(stage, sheet, dice),
  ),
  'pushes new code': ({ stage }) => stage.update(),
  ...mapped(
    SIDEBAR,
    (act) =>
      ({ stage, sheet, dice }) =>
        sheet !== undefined && act(stage, sheet, dice),
  ),
  ...mapped(
    { ...SCHEDULING, ...CHAINING },
    (act) =>
      ({ stage, sheet, dice }) =>
        sheet !== undefined && act(stage, sheet, dice),
  ),
  'colleague opens the sidebar': ({ stage }) => {
    stage.ask(COLLEAGUE, 'start', null);
    return true;
  },
  'somebody asks our questions otherwise': ({ stage, sheet, dice }) =>
    sheet !== undefined && askOtherwise(stage, sheet, dice),
  'a copy of the document asks the same': ({ stage, dice }) => askAlike(stage, dice),
};

const faults: Readonly<Record<string, Happens>> = {
  ...mapped(AT_LINKUP, (fault, kind) => ({ stage, dice }) => {
    stage.wire.failNext({ kind, ...fault(dice) });
    return false; // Counted when it strikes.
  }),
  ...mapped(REFUSALS, ({ text }, kind) => ({ stage }) => {
    count(stage.tally.faults, kind);
    throw new Error(text);
  }),
  ...mapped(AT_GOOGLE, (fault, kind) => ({ stage, call, dice }) => {
    return fault(stage, call, dice) && kind !== 'flush fails';
  }),
  'trigger doubled': ({ stage }) => {
    stage.survive(() => stage.host.execute('advanceByClock', [], { by: 'clock', user: OWNER }));
    return true;
  },
};

const kills: Readonly<Record<string, Happens>> = mapped(KILLS, (onKill) => ({ stage }) => {
  stage.tally.kills += 1;
  throw new ExecutionKilled('killed by the simulation', onKill);
});

/** Kinds by what they are counted as. */
export const KINDS = {
  person: Object.keys(person),
  /** What a person does to cells, rows, columns and sheets. */
  hand: Object.keys(person).filter((kind) => touchesTable(kind)),
  /** What a person has the add-on do. */
  press: Object.keys(person).filter((kind) => !touchesTable(kind)),
  fault: Object.keys(faults),
  kill: Object.keys(kills),
} as const;

const ALL = { ...person, ...faults, ...kills };

/** Lets something happen, and counts it. Throws what the script is to see. */
export function happen(kind: string, scene: Scene): void {
  const happens = ALL[kind];
  if (!happens) throw new Error(`nothing is called ${kind}`);
  const { tally } = scene.stage;
  if (kind in person) {
    if (happens(scene)) count(tally.userActions, kind);
  } else if (happens(scene)) count(tally.faults, kind);
}

/** Whether something ends or disturbs the very call that it happens before: it must come last. */
export function throwsIntoScript(kind: string): boolean {
  return kind in kills || kind in REFUSALS;
}

/** Whether it changes a table by hand. */
export function touchesTable(kind: string): boolean {
  return kind in TABLE_ACTIONS || kind in SHEETS;
}

function mapped<T>(
  record: Readonly<Record<string, T>>,
  make: (value: T, kind: string) => Happens,
): Record<string, Happens> {
  return Object.fromEntries(Object.entries(record).map(([kind, value]) => [kind, make(value, kind)]));
}
