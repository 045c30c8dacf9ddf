/** How a playground is set up; crosses to the thread as it is, so plain data only. */
import type { Fault, LinkupKnobs, Topic } from '../../../doubles/linkup';

/** What can differ at the local Linkup. Functions cannot cross to a thread. */
export type PlainKnobs = Partial<Omit<LinkupKnobs, 'stuck' | 'failWhen'>>;

/** A table to begin with: headings, then rows. */
export interface Sample {
  readonly name: string;
  readonly table: readonly (readonly string[])[];
  /** Headings of columns that stay narrow though their texts are long: answers beside them are then in view. */
  readonly narrow?: readonly string[];
}

/** What the thread is told when it starts. */
export interface Settings {
  /** The built add-on: file names to contents. */
  readonly files: Readonly<Record<string, string>>;
  /** The sheets of the document, the first one in view. */
  readonly sheets: readonly Sample[];
  /** Whoever opens the document finds the sidebar open, and its owner a key in it. */
  readonly welcome: boolean;
  /** So many of the playground's seconds pass in one real second; 1 is real time. */
  readonly speed: number;
  /** USD at the local Linkup. */
  readonly balance: number;
  readonly linkup: PlainKnobs;
  /** Further things that the local Linkup knows, such as hostile ones. */
  readonly topics: readonly Topic[];
  /** The key for the real Linkup; '' for the local one. */
  readonly liveKey: string;
  /** Sent there instead of to the real Linkup; '' for the real one. */
  readonly liveOrigin: string;
}

/** What only tests do, and never a page. */
export type TestAction =
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** Lets milliseconds of its clock pass at once. */
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'balance'; readonly usd: number }
  | { readonly kind: 'knobs'; readonly knobs: PlainKnobs };
