/** Everything a scenario is played on: the built add-on, both doubles, two people, and what the oracles look at. */
import type { Calls } from '../../../src/sidebar/protocol';
import { VirtualClock } from '../../doubles/clock';
import { ExecutionKilled, GoogleHost, ScriptError, ServiceError } from '../../doubles/google';
import type { Sheet } from '../../doubles/google/model/sheet';
import { HostState } from '../../doubles/google/state';
import { LinkupDouble, type LinkupKnobs } from '../../doubles/linkup';
import { count, emptyTally } from './counts';
import { Dice } from './dice';
import { type Enrichment, enrichmentOf, INPUTS } from './enrichments';
import { Runs } from './runs';
import type { LinkupPlan, Scenario, SheetPlan } from './scenario';
import { type Owner, Shadow } from './shadow';
import { web } from './web';
import { Wire } from './wire';

/** What was built: file names to contents. */
export type Files = Readonly<Record<string, string>>;

/** The two people with the document open. */
export const OWNER = 'owner@gmail.com';
export const COLLEAGUE = 'colleague@gmail.com';

/** Their keys; the colleague may also use the owner's. */
export const KEYS = { [OWNER]: 'lk-7f3a9c51-owner-secret', [COLLEAGUE]: 'lk-b20d64e8-colleague-secret' };

/** US dollars on the account unless the scenario says otherwise. */
const BALANCE = 100;

/** A sheet with its shadow and its enrichments by the ids that the add-on gave them. */
export interface StagedSheet {
  readonly shadow: Shadow;
  readonly enrichments: ReadonlyMap<string, Enrichment>;
}

/** The stage. Building it opens the document, connects both keys and saves the enrichments. */
export class Stage {
  readonly clock = new VirtualClock();
  readonly linkup: LinkupDouble;
  readonly wire: Wire;
  readonly host: GoogleHost;
  readonly state: HostState;
  readonly runs: Runs;
  readonly sheets: StagedSheet[] = [];
  readonly tally = emptyTally();
  /** Everything the sidebar ever received. */
  readonly replies: string[] = [];
  /** Faults of executions that reached the outside: what the person or the log would see. */
  readonly faults: string[] = [];

  /** How far Linkup's clock is ahead of Google's, in ms. */
  readonly skewMs: number;
  /** Triggers fire up to so many milliseconds late. */
  jitterMs: number;
  private writesUntilFailure = Number.POSITIVE_INFINITY;

  constructor(scenario: Scenario, files: Files) {
    const { clock } = this;
    this.jitterMs = scenario.jitterMs;
    this.skewMs = scenario.skewMs;
    this.linkup = new LinkupDouble({
      clock: { now: () => clock.now() + scenario.skewMs, sleep: (ms) => clock.sleep(ms) },
      keys: { [KEYS[OWNER]]: { organization: 'acme' }, [KEYS[COLLEAGUE]]: { organization: 'acme' } },
      balances: { acme: scenario.linkup.balance ?? BALANCE },
      knobs: knobsOf(scenario.linkup, scenario.seed),
      knowledge: web,
    });
    this.wire = new Wire(
      this.linkup,
      () => clock.now(),
      (kind) => count(this.tally.faults, kind),
    );
    this.host = this.hostFor(scenario);
    this.state = stateOf(this.host);
    this.runs = new Runs(this.host.properties.document, clock, scenario.halfCap ? 0.5 : 1);
    this.install(files);
    for (const [i, plan] of scenario.sheets.entries()) this.layDown(plan, i);
    this.open(scenario);
    this.sheets.push(...scenario.sheets.map((plan, i) => this.enrich(plan, i)));
  }

  /** The shadowed sheet that an enrichment is on. */
  sheetOf(enrichmentId: string): StagedSheet | undefined {
    return this.sheets.find(({ enrichments }) => enrichments.has(enrichmentId));
  }

  /** Whether a sheet is still in the document. */
  has({ shadow }: StagedSheet): boolean {
    return this.host.spreadsheet.sheets.includes(shadow.real);
  }

  /** Chooses a menu item while a sheet (and an enrichment on it) is in view. */
  press(item: string, user = OWNER, sheet?: StagedSheet, choice = 1): void {
    if (sheet && this.has(sheet)) this.host.spreadsheet.select(sheet.shadow.real);
    this.answerWith(choice);
    this.survive(() => this.host.clickMenu(item, user));
  }

  /** A call of the sidebar; its result, of which the type says what the add-on promises. Throws what it refuses. */
  sidebar<Name extends keyof Calls>(user: string, name: Name, argument: Calls[Name]['argument']): unknown {
    const reply = this.host.callFromSidebarAs(user, 'sidebarCall', name, argument);
    this.replies.push(JSON.stringify(reply));
    if (typeof reply === 'object' && reply !== null && 'result' in reply) return reply.result;
    throw new Error(`the sidebar's ${name} was refused: ${JSON.stringify(reply)}`);
  }

  /** Does something that starts an execution, whatever becomes of it. */
  survive(start: () => unknown): void {
    try {
      start();
    } catch (thrown) {
      if (!(thrown instanceof ScriptError || thrown instanceof ExecutionKilled)) throw thrown;
      this.faults.push(thrown.message);
    }
  }

  /** Lets the script write so many more cells; the next one fails, and what was to be written with it is lost. */
  failWriteAfter(cells: number): void {
    this.writesUntilFailure = cells;
  }

  private readonly onScriptWrite = (): void => {
    this.writesUntilFailure -= 1;
    if (this.writesUntilFailure >= 0) return;
    this.writesUntilFailure = Number.POSITIVE_INFINITY;
    count(this.tally.faults, 'flush fails');
    throw new ServiceError('Service Spreadsheets failed while accessing document.');
  };

  private hostFor({ seed, onKill }: Scenario): GoogleHost {
    const dice = new Dice(seed + 1);
    return new GoogleHost({
      clock: this.clock,
      transport: this.wire.transport,
      knobs: { owner: OWNER, onKill, triggerJitterMs: () => dice.between(0, this.jitterMs) },
    });
  }

  private answerWith(choice: number): void {
    this.host.ui.show = (dialog) => {
      this.host.ui.dialogs.push(dialog);
      if (dialog.buttons === 'YES_NO') {
        this.runs.agreedTo(dialog.message);
        return { button: 'YES' };
      }
      return { button: 'OK', text: String(choice) };
    };
  }

  private install(files: Files): void {
    this.host.install({
      code: files['Code.js'] ?? '',
      html: { Sidebar: files['Sidebar.html'] ?? '' },
      manifest: JSON.parse(files['appsscript.json'] ?? '{}'),
    });
  }

  private layDown({ rows }: SheetPlan, index: number): void {
    const { spreadsheet } = this.host;
    const sheet = index === 0 ? spreadsheet.activeSheet : spreadsheet.addSheet(`Table ${index + 1}`);
    const notes = rows.map((row, i) => [...row, `note ${index}.${i}`]);
    sheet.fromRows([[...INPUTS], ...notes]);
    for (let row = 4; row <= rows.length + 1; row += 5) computeNote(sheet, row);
  }

  private open({ ownKey }: Scenario): void {
    for (const user of [COLLEAGUE, OWNER] as const) {
      this.host.open(user);
      this.sidebar(user, 'connect', { key: KEYS[ownKey ? user : OWNER] });
    }
  }

  private enrich({ enrichments: kinds }: SheetPlan, index: number): StagedSheet {
    const real = this.host.spreadsheet.sheets[index] ?? this.host.spreadsheet.activeSheet;
    const inputs = real.lastColumn;
    const enrichments = new Map<string, Enrichment>();
    for (const kind of kinds) {
      this.host.spreadsheet.select(real);
      const enrichment = enrichmentOf(kind, index);
      const argument = { sheetId: real.id, draft: enrichment.draft, revision: '', force: true };
      enrichments.set(idIn(this.sidebar(OWNER, 'save', argument)), enrichment);
    }
    const owners = ownerAmong([...enrichments.values()], inputs);
    return { shadow: new Shadow(real, owners, this.onScriptWrite), enrichments };
  }
}

/** Every fifth note is a formula, which a careless write would replace by its value. */
function computeNote(sheet: Sheet, row: number): void {
  sheet.type(row, INPUTS.length, '=ROW()');
  sheet.setComputed(row, INPUTS.length, row);
}

/** The host keeps its state to itself; locks and triggers can only go wrong in there. */
function stateOf(host: GoogleHost): HostState {
  const state: unknown = Reflect.get(host, 'state');
  if (!(state instanceof HostState)) throw new Error('the host keeps its state elsewhere now');
  return state;
}

function knobsOf(plan: LinkupPlan, seed: number): Partial<LinkupKnobs> {
  const { stuckEvery, balance: _, failureRate, ...knobs } = plan;
  return {
    ...knobs,
    seed,
    ...(failureRate === undefined ? {} : { failureRate, failureCodes: ['INTERNAL_SERVER_ERROR'] }),
    ...(stuckEvery === undefined ? {} : { stuck: (_work, ordinal) => ordinal % stuckEvery === 1 }),
  };
}

/** Columns are told apart by the headings they were created with, before anybody renames them. */
function ownerAmong(enrichments: readonly Enrichment[], inputs: number): (heading: string) => Owner {
  const outputs = new Set(enrichments.flatMap((each) => each.outputs.map(({ heading }) => heading)));
  const own = new Set<string>(INPUTS);
  if (inputs !== own.size) throw new Error(`the table has ${inputs} columns of its own`);
  return (name) => {
    if (own.has(name)) return { of: 'person', name };
    if (outputs.has(name)) return { of: 'output', name };
    return { of: name.endsWith(' status') ? 'status' : 'ledger', name };
  };
}

function idIn(result: unknown): string {
  if (typeof result === 'object' && result !== null && 'id' in result) return String(result.id);
  throw new Error('saving an enrichment gave no id');
}
