/** What a person chooses, and what a press that starts no run came to: plain data, the same for the page and the engine. */
import type { Source } from '../../linkup/sources';

/**
 * Which rows. fill: never answered, outdated, failed, expired · first: the first few of these · selected: the same among the selected
 * rows · visible: among those that nothing hides · failed · outdated · all: also not found · deeper: what got nothing, at the
 * next step.
 */
export const SCOPES = [
  'fill',
  'first',
  'selected',
  'visible',
  'failed',
  'outdated',
  'all',
  'deeper',
] as const;

/** One of them. */
export type Scope = (typeof SCOPES)[number];

/** Choices whose rows are counted along in every offer. The others are told only where they were chosen. */
export type CountedScope = Exclude<Scope, 'first' | 'selected' | 'visible'>;

/** What a person chooses. */
export interface Choice {
  /** The enrichment. */
  readonly id: string;
  /** The one that is on view (`revisionOf`): nobody agrees to what they do not see. */
  readonly revision: string;
  readonly scope: Scope;
  /** How many rows at most, for `first`. */
  readonly first?: number;
  /** Ask rows too that are answered or typed by hand, and replace what they hold. */
  readonly overwrite: boolean;
}

/** One row, asked for a try: nothing of it is written. */
export interface Tried {
  /** From 1, at the moment of asking; 0 where no row asks this any more. */
  readonly row: number;
  readonly question: string;
  readonly values: readonly { readonly heading: string; readonly text: string }[];
  readonly sources: readonly Source[];
  readonly outcome: 'done' | 'not found' | 'failed' | 'pending';
  /** Why it failed, in a sentence; '' otherwise. */
  readonly reason: string;
  /** What a run would do with such a row beyond the first step, and for how much more, in a sentence; '' for nothing. */
  readonly deeper: string;
  /** How long it took so far. */
  readonly ms: number;
  /** Of this try, in USD; 0 for what is not billed. */
  readonly price: number;
  /** For a deep search and research: the id of the task to look after while the outcome is pending; '' otherwise. */
  readonly task: string;
  /** What it is kept under with its person, to be found again and written; '' where it is not kept. */
  readonly kept: string;
}

/** How work on runs ended: another execution is at it, none is left, some go on, or all of them wait. */
export type Worked = 'busy' | 'idle' | 'working' | 'paused';
