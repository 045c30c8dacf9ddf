/** What outlives an execution: the document, the stores, the locks, the triggers, the screen. */
import type { Clock } from '../clock';
import type { Transport } from '../http';
import { CallCounters, Quotas, type ServiceCall } from './counters';
import { type Knobs, withDefaults } from './knobs';
import type { Limits } from './limits';
import { LockTable } from './locks';
import { Spreadsheet } from './model/spreadsheet';
import { type HostOptions, limitsOf, type Profile } from './options';
import { Screen } from './screen';
import { CacheStores, PropertyStores } from './stores';
import { TriggerTable } from './triggers';

/** The part of appsscript.json that the host reads. */
export interface Manifest {
  readonly timeZone?: string | undefined;
  readonly oauthScopes?: readonly string[] | undefined;
  readonly urlFetchWhitelist?: readonly string[] | undefined;
}

/** The project as it was pushed. */
export interface Project {
  readonly manifest: Manifest;
  readonly html: Readonly<Record<string, string>>;
}

/** One line of the execution log. */
export interface LogLine {
  readonly execution: number;
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'Logger';
  readonly text: string;
}

/** Everything that executions share. */
export class HostState {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly profile: Profile;
  readonly knobs: Knobs;
  readonly limits: Limits;
  readonly spreadsheet: Spreadsheet;
  readonly calls = new CallCounters();
  readonly quota: Quotas;
  readonly properties: PropertyStores;
  readonly caches: CacheStores;
  readonly locks = new LockTable();
  readonly triggers: TriggerTable;
  readonly screen = new Screen();
  readonly logs: LogLine[] = [];
  /** Scopes that a person has not granted, by person: full names. */
  readonly withheld = new Map<string, Set<string>>();
  project: Project = { manifest: {}, html: {} };
  onServiceCall: ((call: ServiceCall) => void) | undefined;
  /** Calls over the host's life; unlike the counters it is never reset. */
  nextCall = 0;

  constructor(options: HostOptions) {
    this.clock = options.clock;
    this.transport = options.transport;
    this.profile = options.profile ?? 'bound';
    this.knobs = withDefaults(options.knobs);
    this.limits = limitsOf(options.account ?? 'consumer', this.knobs);
    const now = () => this.clock.now();
    this.quota = new Quotas(now, this.limits);
    this.properties = new PropertyStores(this.limits);
    this.caches = new CacheStores(now, this.limits);
    this.triggers = new TriggerTable(this.profile, this.limits, now, this.knobs.triggerJitterMs);
    this.spreadsheet = documentFor(this.knobs, this.limits, now);
  }
}

function documentFor(knobs: Knobs, limits: Limits, now: () => number): Spreadsheet {
  return new Spreadsheet({
    owner: knobs.owner,
    rules: {
      plainTextKeepsEquals: knobs.plainTextKeepsEquals,
      plainTextDropsApostrophe: knobs.plainTextDropsApostrophe,
      plainTextKeepsNumbers: knobs.plainTextKeepsNumbers,
      year: () => new Date(now()).getUTCFullYear(),
    },
    maxCellChars: limits.cellChars,
    maxCells: limits.workbookCells,
    insertedColumnsInherit: knobs.insertedColumnsInherit,
    language: knobs.language,
    duplicateCopiesMetadata: knobs.duplicateCopiesMetadata,
    fileCopyKeepsMetadata: knobs.fileCopyKeepsMetadata,
  });
}
