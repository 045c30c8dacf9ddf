/** Plays the person: opens the spreadsheet, saves the enrichment, presses the menu item, lets time pass. */
import { VirtualClock, WallClock } from '../../doubles/clock';
import { FREE_COSTS, SetupError } from '../../doubles/google';
import { World, type WorldOptions } from '../../world/world';
import { BadInput, oneLine, Stopped } from '../common/bad-input';
import { LiveTransport } from '../common/live-transport';
import { EnrichedTable } from './enriched-table';
import type { Options } from './options';
import type { Plan } from './plan';
import { Progress, type Snapshot } from './progress';

/** The add-on's menu item that starts a run. */
const START = 'Enrich…';

/** Longer than any run of 10,000 rows; an end for one that hangs. */
const LONGEST_MS = 48 * 3_600_000;

/** A demonstration under way. */
export interface Demonstration {
  readonly enriched: EnrichedTable;
  /** What has gone to Linkup. */
  readonly requests: () => readonly { readonly method: string; readonly path: string }[];
  /** When the document was opened, ms since 1970 on its clock. */
  readonly startedAt: number;
}

/** Opens the document, connects the key, saves the enrichment. Throws BadInput for what the add-on refuses to save. */
export async function prepare(plan: Plan, options: Options, key: string | undefined): Promise<Demonstration> {
  const live = key === undefined ? undefined : new LiveTransport();
  const settings = settingsOf(plan, options);
  const startedAt = settings.clock.now();
  const world = await open(plan, {
    ...settings,
    ...(live === undefined || key === undefined ? {} : { transport: live.send, key }),
  });
  const width = world.sheet.lastColumn;
  try {
    world.save(plan.draft);
  } catch (thrown) {
    throw new BadInput(oneLine(thrown));
  }
  const requests = () => live?.requests ?? world.linkup.requests;
  return { enriched: new EnrichedTable(world, plan, width), requests, startedAt };
}

function settingsOf({ atMost }: Plan, { realtime, live, fail }: Options) {
  const wall = realtime || live;
  return {
    clock: wall ? new WallClock() : new VirtualClock(),
    google: wall ? { costs: FREE_COSTS } : {},
    linkup: { failureRate: fail, directCallsTakeTime: !wall },
    balance: Math.max(100, 2 * atMost),
  } satisfies WorldOptions;
}

async function open(plan: Plan, settings: WorldOptions): Promise<World> {
  try {
    return await World.open(plan.table, settings);
  } catch (thrown) {
    throw new Stopped(oneLine(thrown));
  }
}

/** Presses the menu item and says yes, then lets the trigger finish what is left. Throws Stopped when the add-on declines. */
export function perform(
  { enriched }: Demonstration,
  started: () => void,
  tell: (snapshot: Snapshot) => void,
): void {
  const { world } = enriched;
  const progress = new Progress(enriched.rows.length, enriched.status, tell);
  let isTold = false;
  const tellStart = (): void => {
    if (!isTold) started();
    isTold = true;
  };
  world.host.onServiceCall = (call) => {
    // The press stays at work: what it says at once is shown at once.
    if (world.host.toasts.length > 0) tellStart();
    if (isTold) progress.onServiceCall(call);
  };
  press(world);
  tellStart();
  world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: LONGEST_MS });
  world.host.onServiceCall = undefined;
  progress.look();
}

/** Where the add-on has something else to say than to ask for consent, there is no such button as YES. */
function press(world: World): void {
  try {
    world.press(START, 'YES');
  } catch (thrown) {
    const said = thrown instanceof SetupError ? world.host.ui.dialogs.at(-1) : undefined;
    throw new Stopped(said ? oneLine(`${said.title}: ${said.message}`) : oneLine(thrown));
  }
}
