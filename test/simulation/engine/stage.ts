/** Everything a scenario is played on: the built add-on, both doubles, two people, and what the oracles look at. */
import { VirtualClock } from '../../doubles/clock';
import { ExecutionKilled, GoogleHost, ScriptError, ServiceError } from '../../doubles/google';
import { HostState } from '../../doubles/google/state';
import { LinkupDouble } from '../../doubles/linkup';
import { labelOf } from '../../world/says';
import { ACME, BALANCE, BETA, COLLEAGUE, KEYS, OWNER, PEOPLE } from './cast';
import { count, emptyTally } from './counts';
import { Dice } from './dice';
import { asPlanned, type Enrichment, enrichmentOf } from './enrichments';
import { knobsOf } from './linkup-knobs';
import { type Answered, answerIn, idIn, priceIn } from './replies';
import { Runs } from './runs';
import type { Scenario, SheetPlan } from './scenario';
import { type Script, Shadow } from './shadow';
import { layDown, ownerAmong } from './tables';
import { forgetful, newsAt, web } from './web';
import { putSomewhere } from './where';
import { Wire } from './wire';

/** What was built: file names to contents. */
export type Files = Readonly<Record<string, string>>;

/** What is installed at first, and what is pushed later. */
export interface Editions {
  readonly files: Files;
  readonly update?: Files;
}

/** A sheet with its shadow and its enrichments by the ids that the add-on gave them. */
export interface StagedSheet {
  readonly shadow: Shadow;
  readonly enrichments: ReadonlyMap<string, Enrichment>;
}

type Dialogs = GoogleHost['ui']['show'];

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
  /** Tasks that somebody else made with one of the keys. */
  readonly foreign = new Set<string>();
  /** When somebody stopped what goes on for an enrichment, and was told that it will be so. */
  readonly stops: { readonly at: number; readonly enrichment: string }[] = [];
  /** Enrichments that somebody had removed, and what was to become of their columns. */
  readonly removing = new Map<string, 'keep' | 'delete'>();
  /** Definitions that somebody swapped, as they were, by their keys. */
  readonly swapped = new Map<string, string>();
  /** All keys that a person ever connected. */
  readonly keys: ReadonlyMap<string, Set<string>>;
  /** The executions in which somebody tries a row. */
  readonly trying = new Set<number>();
  /** Enrichments that somebody saved again, and how to do so once more. */
  readonly saving = new Map<string, () => void>();
  /** What people let a month cost, in US dollars, where they could say so. */
  readonly limits = new Map<string, number>();
  /** Who has opened the document; a colleague comes when there is something to do. */
  readonly here = new Set<string>();
  /** The run that a person is having undone: what is emptied of it is not to be filled again. */
  undoing: string | undefined;
  /** Runs that were undone, and when. */
  readonly undone = new Map<string, number>();

  /** The share of all questions to which the web has no answer any more. */
  forgotten = 0;

  private readonly ownLimit: number | undefined;
  /** How far Linkup's clock is ahead of Google's, in ms. */
  readonly skewMs: number;
  /** Triggers fire up to so many milliseconds late. */
  jitterMs: number;
  private newer: Files | undefined;
  private writesUntilFailure = Number.POSITIVE_INFINITY;

  constructor(scenario: Scenario, { files, update }: Editions) {
    const { clock } = this;
    this.jitterMs = scenario.google.jitterMs;
    this.skewMs = scenario.skewMs;
    this.ownLimit = scenario.ownLimit;
    this.keys = new Map(
      PEOPLE.map((user) => [user, new Set([KEYS[scenario.ownKey ? user : OWNER]])] as const),
    );
    this.linkup = new LinkupDouble({
      clock: { now: () => clock.now() + scenario.skewMs, sleep: (ms) => clock.sleep(ms) },
      keys: {
        [KEYS[OWNER]]: { organization: ACME },
        [KEYS[COLLEAGUE]]: { organization: scenario.twoOrganizations ? BETA : ACME },
      },
      balances: { [ACME]: scenario.linkup.balance ?? BALANCE, [BETA]: BALANCE },
      knobs: knobsOf(scenario.linkup, scenario.seed),
      knowledge: forgetful(scenario.news ? newsAt(() => clock.now()) : web, () => this.forgotten),
    });
    this.wire = new Wire(
      this.linkup,
      clock,
      (kind) => count(this.tally.faults, kind),
      scenario.linkup.listTakesMs ?? 0,
      () => this.trying.has(this.host.executions.findLast(({ outcome }) => outcome === 'running')?.id ?? 0),
    );
    this.host = this.hostFor(scenario);
    this.state = stateOf(this.host);
    this.runs = new Runs(this.host, clock);
    this.install(files);
    this.newer = update;
    for (const [i, plan] of scenario.sheets.entries())
      layDown(this.host.spreadsheet, plan, i, scenario.imported);
    this.arrive(OWNER);
    this.sheets.push(...scenario.sheets.map((plan, i) => this.enrich(plan, i)));
  }

  /** The shadowed sheet that an enrichment is on. */
  sheetOf(enrichmentId: string): StagedSheet | undefined {
    return this.sheets.find(({ enrichments }) => enrichments.has(enrichmentId));
  }

  /** The key that a person has at hand: the one they began with. */
  keyOf(user: string): string {
    return [...(this.keys.get(user) ?? [])][0] ?? '';
  }

  /** Whether a sheet is still in the document. */
  has({ shadow }: StagedSheet): boolean {
    return this.host.spreadsheet.sheets.includes(shadow.real);
  }

  /** The enrichments of a sheet that nobody has removed. */
  present({ enrichments }: StagedSheet): (readonly [id: string, enrichment: Enrichment])[] {
    const { document } = this.host.properties;
    return [...enrichments].filter(([id]) => document.has(`linkup.enrichment.${id}`));
  }

  /** Chooses a menu item while a sheet (and an enrichment on it) is in view. */
  press(item: string, user: string = OWNER, sheet?: StagedSheet, choice = 1): void {
    const { ui, spreadsheet } = this.host;
    this.arrive(user);
    if (this.host.menus.length === 0) return; // Only being opened: there is nothing to press yet.
    if (sheet && this.has(sheet)) spreadsheet.select(sheet.shadow.real);
    const before = ui.show;
    ui.show = this.answers(user, choice);
    this.survive(() => this.host.clickMenu(labelOf(item, this.host.menus), user));
    ui.show = before;
  }

  /** A call of the sidebar, whatever becomes of it. */
  ask(user: string, name: string, argument: unknown): Answered {
    let answered: Answered = {};
    this.arrive(user);
    if (name === 'tryOne') this.trying.add(this.nextExecution);
    this.survive(() => {
      const reply = this.host.callFromSidebarAs(user, 'sidebarCall', name, argument);
      this.replies.push(JSON.stringify(reply));
      answered = answerIn(reply);
    });
    if (answered.code) count(this.tally.refusals, answered.code);
    if (name === 'stop' && 'result' in answered)
      this.stops.push({ at: this.clock.now(), enrichment: idIn(argument) });
    return answered;
  }

  /** A call of the sidebar that must be obeyed. */
  sidebar(user: string, name: string, argument: unknown): unknown {
    const { result, code } = this.ask(user, name, argument);
    if (code !== undefined || result === undefined) throw new Error(`the sidebar's ${name} failed: ${code}`);
    return result;
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

  /** Pushes the newer code, where there is any. */
  update(): boolean {
    if (!this.newer) return false;
    this.install(this.newer);
    this.newer = undefined;
    return true;
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

  private hostFor({ seed, google, firstEdition }: Scenario): GoogleHost {
    const dice = new Dice(seed + 1);
    const { profile, jitterMs: _, ...knobs } = google;
    const host = new GoogleHost({
      clock: this.clock,
      transport: this.wire.transport,
      profile,
      knobs: { ...knobs, owner: OWNER, triggerJitterMs: () => dice.between(0, this.jitterMs) },
    });
    if (!firstEdition) putSomewhere(host, seed);
    return host;
  }

  /** The id of the execution that the next press starts. */
  get nextExecution(): number {
    return this.host.executions.length + 1;
  }

  /** The person says yes, and remembers to what. */
  private answers(user: string, choice: number): Dialogs {
    const { ui } = this.host;
    const execution = this.nextExecution;
    return (dialog) => {
      ui.dialogs.push(dialog);
      if (dialog.buttons !== 'YES_NO') return { button: 'OK', text: String(choice) };
      this.runs.agreed(execution, { user, cap: priceIn(dialog.message), overwrite: false });
      return { button: 'YES' };
    };
  }

  private install(files: Files): void {
    this.host.install({
      code: files['Code.js'] ?? '',
      html: { Sidebar: files['Sidebar.html'] ?? '' },
      manifest: JSON.parse(files['appsscript.json'] ?? '{}'),
    });
  }

  /** Whoever has not come yet opens the document, connects, and may say what a month may cost. */
  private arrive(user: string): void {
    if (this.here.has(user)) return;
    this.here.add(user);
    const before = this.host.menus.slice();
    this.survive(() => this.host.open(user));
    // Where Google refuses the menu, people load the page again.
    if (this.host.menus.length === 0) this.host.menus.push(...before);
    this.ask(user, 'connect', { key: this.keyOf(user) });
    if (this.ownLimit === undefined) return;
    const { result } = this.ask(user, 'setOwnLimit', { limit: this.ownLimit });
    // Who has begun something in the very moment in which they set it is not held to it.
    const hasBegun = this.runs.seen.some(({ agreement }) => agreement.user === user);
    if (result !== undefined && !hasBegun) this.limits.set(user, this.ownLimit);
  }

  /** People do without a limit from now on. */
  liftLimits(): void {
    for (const user of this.limits.keys()) this.ask(user, 'setOwnLimit', { limit: 0 });
    this.limits.clear();
  }

  private enrich(plan: SheetPlan, index: number): StagedSheet {
    const real = this.host.spreadsheet.sheets[index] ?? this.host.spreadsheet.activeSheet;
    const inputs = real.lastColumn;
    const enrichments = new Map<string, Enrichment>();
    for (const kind of plan.enrichments) {
      this.host.spreadsheet.select(real);
      const enrichment = asPlanned(enrichmentOf(kind, index), plan);
      const argument = { sheetId: real.id, draft: enrichment.draft, revision: '', force: true };
      enrichments.set(idIn(this.sidebar(OWNER, 'save', argument)), enrichment);
    }
    const owners = ownerAmong([...enrichments.values()], inputs);
    const script: Script = {
      beforeWrite: this.onScriptWrite,
      mayReplace: (heading) =>
        [...enrichments].some(
          ([id, { outputs }]) =>
            outputs.some((output) => output.heading === heading) && this.runs.overwrites(id),
        ),
      undone: () => this.undoing,
    };
    return { shadow: new Shadow(real, owners, script), enrichments };
  }
}

/** The host keeps its state to itself; locks and triggers can only go wrong in there. */
function stateOf(host: GoogleHost): HostState {
  const state: unknown = Reflect.get(host, 'state');
  if (!(state instanceof HostState)) throw new Error('the host keeps its state elsewhere now');
  return state;
}
