/** What a seed decides, as plain data: it can be printed, shrunk and played again. */
import type { Knobs, Profile } from '../../doubles/google';
import type { OnKill } from '../../doubles/google/errors';
import type { Language } from '../../doubles/google/model/language';
import type { LinkupKnobs } from '../../doubles/linkup';
import type { Kind, Manner } from './enrichments';

/**
 * When something happens: before a call counted from the first press of Enrich, or at the n-th moment of a name; where it says
 * `after`, both are counted from when that kind of thing happened last.
 */
export type Moment = ({ readonly call: number } | { readonly before: string; readonly nth: number }) & {
  readonly after?: string;
};

/** Something that happens; `salt` decides its details when the time has come. */
export interface Happening {
  readonly kind: string;
  readonly when: Moment;
  readonly salt: number;
}

/** One sheet: the Thing and Year of each row, and the enrichments on it. */
export interface SheetPlan extends Manner {
  readonly rows: readonly (readonly [thing: string, year: string])[];
  readonly enrichments: readonly Kind[];
}

/** How Linkup behaves; what is not said is as in the double. */
export interface LinkupPlan {
  readonly queueLimit: number;
  readonly responseOrder?: 'input' | 'shuffled';
  readonly completionOrder?: 'independent' | 'submission' | 'reverse';
  readonly atomicity?: 'all' | 'each' | 'drop';
  readonly shortage?: 'reject' | 'partial';
  readonly echo?: LinkupKnobs['echo'];
  readonly echoSubject?: LinkupKnobs['echoSubject'];
  readonly echoSchema?: LinkupKnobs['echoSchema'];
  readonly echoMaxResults?: number;
  readonly echoToDate?: LinkupKnobs['echoToDate'];
  readonly echoResearchMode?: LinkupKnobs['echoResearchMode'];
  readonly creditCheck?: 'submit' | 'completion';
  readonly dateHeader?: boolean;
  readonly listLagMs?: number;
  /** How long Linkup takes to answer with a page of the list. */
  readonly listTakesMs?: number;
  /** Share of tasks that fail. */
  readonly failureRate?: number;
  /** Whether some things are found by deep searches alone. */
  readonly isShy?: boolean;
  /** Every so many-th task never ends. */
  readonly stuckEvery?: number;
  readonly retentionMs?: number;
  /** Questions longer than this are invalid. */
  readonly maxQueryLength?: number;
  readonly neighbours?: {
    readonly slots: number;
    readonly everyMs: number | null;
    readonly perListRead: number;
  };
  /** US dollars. */
  readonly balance?: number;
}

/** How Google behaves. */
export interface GooglePlan {
  readonly profile: Profile;
  /** Of exceptions, and of what formulas show. */
  readonly language: Language;
  readonly validationThrows: Knobs['validationThrows'];
  /** What becomes of buffered writes when Google kills a script, where the kill does not say. */
  readonly onKill: OnKill;
  /** Triggers fire up to so many milliseconds late. */
  readonly jitterMs: number;
}

/** What goes on after all else: an enrichment is refreshed by itself. */
export interface Nights {
  readonly hours: number;
  /** Share of the tasks that fail then. */
  readonly failureRate: number;
  /** Share of the questions that the web has no answer to then. */
  readonly forgets: number;
  /** Counted from the first evening on. */
  readonly happenings: readonly Happening[];
}

/** A whole simulation. */
export interface Scenario {
  readonly seed: number;
  /** The situation that it was made for, by its name; missing where everything is random. */
  readonly theme?: string;
  readonly sheets: readonly SheetPlan[];
  readonly linkup: LinkupPlan;
  readonly google: GooglePlan;
  /** How far Linkup's clock is ahead of Google's, in ms. */
  readonly skewMs: number;
  /** Whether people agree to half of what a run can cost. */
  readonly halfCap: boolean;
  /** Whether the colleague has a key of their own, or the owner's. */
  readonly ownKey: boolean;
  /** Whether a key of the colleague's own is of another organisation. */
  readonly twoOrganizations: boolean;
  /** What each person lets a month cost, in US dollars; missing where nobody sets a limit. */
  readonly ownLimit?: number;
  readonly happenings: readonly Happening[];
  /** The first column comes from another file, by one formula. */
  readonly imported: boolean;
  /** Whether the web tells another thing every second: an answer gives away when it was asked for. */
  readonly news?: boolean;
  /** The run is begun by the first edition of the add-on. */
  readonly firstEdition: boolean;
  /** Whether a person stops everything soon after the start, and it must be gone within two looks. */
  readonly stopsIt: boolean;
  /** Its enrichments use each other’s answers: whether people begin with all of them at one price. Missing where they do not. */
  readonly chain?: 'in one go' | 'one by one';
  /** Whether people press Enrich once more after the end: it must cost nothing that was paid for. */
  readonly again: boolean;
  /** Nights that go by then; missing for none. */
  readonly nights?: Nights;
}
