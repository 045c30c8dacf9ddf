/** How a host is set up: profile, account, and a knob for everything that Google leaves undocumented. */
import type { Clock } from '../clock';
import type { Transport } from '../http';
import { type Costs, MEASURED_COSTS } from './costs';
import type { OnKill } from './errors';
import { LIMITS, type Limits } from './limits';

/** `bound`: the script belongs to the sheet. `addon`: published, so triggers fire hourly at best and menus start in AuthMode NONE. */
export type Profile = 'bound' | 'addon';

/** Behaviour that the references call unknown, undocumented or a bug; see the README for each default's reason. */
export interface Knobs {
  /** The account that owns the document; it may edit whatever is protected. */
  readonly owner: string;
  readonly onKill: OnKill;
  /** Added to each due time of a clock trigger, in milliseconds. */
  readonly triggerJitterMs: () => number;
  /** Is the document the active one, with its stores and lock, in a clock trigger of the add-on profile? */
  readonly addOnClockHasDocument: boolean;
  /** Does `=…` stay text when written into a cell formatted `@`? */
  readonly plainTextKeepsEquals: boolean;
  /** Is the leading apostrophe dropped in a cell formatted `@` too? */
  readonly plainTextDropsApostrophe: boolean;
  /** May metadata be put on a bounded range that happens to span all rows, not only on `D:D`? */
  readonly metadataOnBoundedColumns: boolean;
  /** Does a duplicated sheet carry copies of the column metadata? */
  readonly duplicateCopiesMetadata: boolean;
  /** Do inserted columns take over the formats of the column before them? */
  readonly insertedColumnsInherit: boolean;
  /** HtmlService removes `//…` and `/*…*\/` inside template literals (an open bug). */
  readonly stripsTemplateComments: boolean;
  /** Numbers in [0, 1) for `Math.random` and `Utilities.getUuid`. */
  readonly random: () => number;
  readonly costs: Costs;
  readonly limits: Partial<Limits>;
}

/** What `new GoogleHost` takes. */
export interface HostOptions {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly profile?: Profile;
  readonly account?: 'consumer' | 'workspace';
  readonly knobs?: Partial<Knobs>;
}

/** A small seeded generator (mulberry32), so that every run is the same run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The knobs with the most likely default for each one not given. */
export function withDefaults(knobs: Partial<Knobs> = {}): Knobs {
  return {
    owner: 'owner@example.com',
    onKill: 'lost',
    triggerJitterMs: () => 0,
    addOnClockHasDocument: true,
    plainTextKeepsEquals: true,
    plainTextDropsApostrophe: true,
    metadataOnBoundedColumns: false,
    duplicateCopiesMetadata: true,
    insertedColumnsInherit: true,
    stripsTemplateComments: true,
    random: seededRandom(1),
    costs: MEASURED_COSTS,
    limits: {},
    ...knobs,
  };
}

/** The account's limits with the knobs' exceptions. */
export function limitsOf(account: 'consumer' | 'workspace', knobs: Knobs): Limits {
  return { ...LIMITS[account], ...knobs.limits };
}
