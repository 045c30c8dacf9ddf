/** The local Google with people in it: scripts run for minutes and wait for dialogs, and the pages are heard all the same. */
import { ExecutionKilled, FREE_COSTS, GoogleHost, type ServiceCall } from '../../../doubles/google';
import { LIMITS } from '../../../doubles/google/limits';
import { type Deed, KEYS, type News, OWNER } from '../wire';
import { carryOut, connect, type Scene } from './deeds';
import { Dialogs } from './dialogs';
import { Fitter } from './fitting';
import { Formulas } from './formulas';
import { layOut } from './hands';
import { LinkupSide } from './linkup-side';
import { PlayClock } from './play-clock';
import { Selections } from './selections';
import type { Settings, TestAction } from './settings';
import { SheetTeller } from './sheet-news';
import { Turns } from './turns';
import { Undoing } from './undo';
import { vitalsOf } from './vitals';

/** How the local Google is connected to the rest. */
export interface Outside {
  /** Tells the pages something. */
  tell(news: News): void;
  /** Takes what has come in; may start scripts. */
  take(): void;
  /** The same, and blocks for at most so many real milliseconds when there is nothing. */
  wait(ms: number): void;
}

/** Longest real time without looking at the clock and telling the pages how things stand. */
const BEAT_MS = 100;

/** The document, the add-on in it, and everybody who has it open. */
export class LocalGoogle {
  private readonly scene: Scene;
  private readonly clock: PlayClock;
  private readonly teller = new SheetTeller();
  /** Who started the script behind each toast, by the toast's place. */
  private readonly toastsOf = new Map<number, string>();
  private readonly turns = new Turns(
    () => this.scene.host,
    () => this.clock.now(),
  );
  private readonly doomed = new Set<number>();
  private firing = false;
  private resting = false;
  private nextTelling = 0;
  /** How many calls there had been to the document when its columns were last fitted. */
  private fittedAt = 0;

  constructor(
    settings: Settings,
    private readonly outside: Outside,
  ) {
    this.clock = new PlayClock(settings.speed, this.idle);
    const linkup = new LinkupSide(settings, this.clock);
    const host = hostFor(settings, this.clock, linkup);
    const dialogs = new Dialogs();
    layOut(host.spreadsheet, settings.sheets);
    host.onServiceCall = this.onServiceCall;
    host.ui.show = (dialog) => {
      this.turns.ask(dialog);
      return dialogs.ask(dialog, this.current?.user ?? OWNER, () => {
        this.hurryOn();
        this.idle(BEAT_MS);
      });
    };
    const tell = (news: News): void => {
      // Whoever hears that a script has ended has seen what it did.
      if (news.kind === 'reply') this.tell();
      outside.tell(news);
    };
    const selections = new Selections(host.spreadsheet, (user, selection) =>
      tell({ kind: 'selected', user, ...selection }),
    );
    const kill = (): void => this.doom();
    const forward = (ms: number): void => this.clock.hurry(ms);
    const { welcome } = settings;
    const [undoing, fitter] = [new Undoing(), new Fitter()];
    const formulas = new Formulas(host, () => this.tell());
    const hands = { kill, forward, tell, welcome, undoing, fitter, formulas };
    this.scene = { host, linkup, dialogs, selections, turns: this.turns, ...hands };
  }

  /** Does what somebody did in a page; never throws. */
  do(deed: Deed): void {
    carryOut(this.scene, deed);
  }

  /** Connects the owner's key for the real Linkup, if there is one, or for the local one, where somebody is welcomed. Throws what Linkup says against it. */
  connect({ liveKey, welcome }: Settings): void {
    const key = liveKey === '' && welcome ? KEYS[OWNER] : liveKey;
    if (key) connect(this.scene, key);
  }

  /** Does what only tests do. */
  rig(action: TestAction): void {
    const { local } = this.scene.linkup;
    if (action.kind === 'fault') local.failNext(action.fault);
    else if (action.kind === 'pass') this.clock.skip(action.ms);
    else if (action.kind === 'balance') this.scene.linkup.setBalance(action.usd);
    else Object.assign(local.knobs, action.knobs);
  }

  /** The same while no script runs: whatever hurried time there is passes too. */
  rest(): void {
    this.hurryOn();
    this.beat();
  }

  /** Fires what is due, and tells the pages how things stand. To be called every now and then. */
  beat(): void {
    this.fireDueTriggers();
    this.turns.takeUp((deed) => carryOut(this.scene, deed));
    if (Date.now() < this.nextTelling) return;
    const began = Date.now();
    this.tell();
    // A large table takes long to look through: never more than a tenth of the time.
    this.nextTelling = Date.now() + Math.max(BEAT_MS, 10 * (Date.now() - began));
  }

  /** Tells the pages at once how things stand. */
  tell(): void {
    const { host, linkup, dialogs, fitter } = this.scene;
    // Whatever scripts have written since.
    if (host.calls.sheet !== this.fittedAt) fitter.fit(host.spreadsheet);
    this.fittedAt = host.calls.sheet;
    const vitals = {
      now: this.clock.now(),
      speed: this.clock.speed,
      ahead: this.clock.ahead,
      hurried: this.clock.isHurried,
      ...vitalsOf(host, this.toastsOf),
      dialogs: dialogs.open,
      waiting: this.turns.items,
      linkup: linkup.news(),
      networkDown: linkup.networkDown,
      creditsGone: linkup.creditsGone,
    };
    this.outside.tell({ kind: 'state', vitals, sheets: this.teller.news(host.spreadsheet) });
  }

  /** The innermost execution: others wait below it. */
  private get current() {
    return this.scene.host.executions.findLast(({ outcome }) => outcome === 'running');
  }

  private doom(): void {
    for (const { id, outcome } of this.scene.host.executions) if (outcome === 'running') this.doomed.add(id);
  }

  /** Before every service call the pages are heard: this is where people get in between. */
  private readonly onServiceCall = ({ execution, method, args }: ServiceCall): void => {
    this.outside.take();
    this.beat();
    this.turns.note(execution, method, args);
    if (this.doomed.has(execution)) throw new ExecutionKilled();
    const { executions, toasts } = this.scene.host;
    const starter = executions[execution - 1];
    // A trigger's toast is shown to nobody.
    if (method === 'toast' && starter && starter.by !== 'clock')
      this.toastsOf.set(toasts.length, starter.user);
  };

  /** Passes the time while a script sleeps or waits for a dialog. */
  private readonly idle = (ms: number): boolean => {
    const sleeper = this.current;
    if (sleeper && this.turns.isInVain(sleeper.id)) return true;
    this.beat();
    this.outside.wait(Math.min(ms, BEAT_MS));
    if (sleeper && this.doomed.has(sleeper.id)) throw new ExecutionKilled();
    return false;
  };

  /** Lets hurried time pass from one trigger to the next, as nobody sleeps who would do it. */
  private hurryOn(): void {
    while (this.clock.isHurried) {
      this.clock.hurryTo(this.nextFiring);
      this.outside.take();
      this.beat();
    }
  }

  private get nextFiring(): number {
    if (this.resting) return Number.POSITIVE_INFINITY;
    return Math.min(...this.scene.host.triggers.map(({ dueAt }) => dueAt ?? Number.POSITIVE_INFINITY));
  }

  /** A firing inside a firing would be the same trigger again, which Google does not do either. */
  private fireDueTriggers(): void {
    const { host } = this.scene;
    if (this.firing || this.nextFiring > this.clock.now()) return;
    this.firing = true;
    try {
      host.runClock(this.clock.now());
    } catch (thrown) {
      // The local Google does not know something that the script used: its triggers rest from here on.
      this.resting = true;
      this.outside.tell({ kind: 'fault', page: '', message: `The triggers rest: ${String(thrown)}` });
    } finally {
      this.firing = false;
    }
  }
}

function hostFor({ files, speed }: Settings, clock: PlayClock, linkup: LinkupSide): GoogleHost {
  // On a fast clock people need as much real time as ever to answer a dialog, and so does this machine to compute.
  const times = Math.max(1, speed);
  const { executionMs, simpleTriggerMs } = LIMITS.consumer;
  const host = new GoogleHost({
    clock,
    transport: linkup.transport,
    knobs: {
      owner: OWNER,
      costs: FREE_COSTS,
      random: Math.random,
      limits: { executionMs: executionMs * times, simpleTriggerMs: simpleTriggerMs * times },
      // Whoever plays reads what formulas show.
      language: 'en',
    },
  });
  host.install({
    code: files['Code.js'] ?? '',
    html: { Sidebar: files['Sidebar.html'] ?? '' },
    manifest: JSON.parse(files['appsscript.json'] ?? '{}'),
  });
  return host;
}
