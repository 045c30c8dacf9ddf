/** What crosses between the page, the server and the thread of the local Google: plain data, nothing else. */
import type { Json } from '../../../src/sidebar/json';

/** A block of cells; row and column count from 1. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A text that a person types into a cell. */
export interface Typed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Rows or columns of a sheet. */
export interface Lines {
  readonly sheet: number;
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
}

/** What a person does in the page. Lines of a sheet count from 1, sheets go by their id. */
export type Action =
  | { readonly kind: 'open' }
  | { readonly kind: 'menu'; readonly label: string }
  | { readonly kind: 'call'; readonly call: number; readonly fn: string; readonly args: readonly Json[] }
  | { readonly kind: 'answer'; readonly dialog: number; readonly button: string; readonly text: string }
  | { readonly kind: 'select'; readonly sheet: number; readonly block: Block }
  | { readonly kind: 'type'; readonly sheet: number; readonly cells: readonly Typed[] }
  | ({ readonly kind: 'insert' } & Lines)
  | ({ readonly kind: 'delete' } & Lines)
  | {
      readonly kind: 'sort';
      readonly sheet: number;
      readonly column: number;
      readonly ascending: boolean;
      /** `visible` sorts the visible cells around the column only: what is hidden stays where it is. */
      readonly cells: 'all' | 'visible';
    }
  | { readonly kind: 'table'; readonly name: string; readonly table: readonly (readonly string[])[] }
  | { readonly kind: 'width'; readonly sheet: number; readonly column: number; readonly width: number }
  | { readonly kind: 'add-tab' }
  | { readonly kind: 'rename-tab'; readonly sheet: number; readonly name: string }
  | { readonly kind: 'delete-tab'; readonly sheet: number }
  | { readonly kind: 'duplicate-tab'; readonly sheet: number }
  /** The person's last edit is taken back. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'kill' }
  | { readonly kind: 'network'; readonly down: boolean }
  | { readonly kind: 'credits'; readonly gone: boolean }
  /** The clock is turned forward; triggers fire on the way. */
  | { readonly kind: 'forward'; readonly ms: number };

/** The action of one kind. */
export type Doing<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

/** An action, and whose it is. `page` tells two windows of one person apart. */
export interface Deed {
  readonly user: string;
  readonly page: string;
  readonly action: Action;
}

/** A cell that needs more than its text. */
export interface RichCell {
  readonly text: string;
  readonly formula?: string;
  /** Why it shows an error. */
  readonly fault?: string;
  readonly background?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly note?: string;
  /** Numbers and dates stand on the right. */
  readonly right?: true;
  /** Addresses that the cell links to; http and https only. */
  readonly links?: readonly string[];
}

/** A cell as it is shown: its bare text wherever that is all. */
export type ShownCell = string | RichCell;

/** A column as it is shown. */
export interface ShownColumn {
  readonly hidden: boolean;
  readonly width: number;
}

/** What changed on a sheet: its rows from index 0, as far as they differ from what was told before. */
export interface SheetNews {
  readonly id: number;
  readonly name: string;
  readonly columns: readonly ShownColumn[];
  /** Rows with content. */
  readonly height: number;
  readonly rows: readonly (readonly [index: number, cells: readonly ShownCell[]])[];
}

/** A sheet as a whole. */
export interface ShownSheet extends Omit<SheetNews, 'height' | 'rows'> {
  readonly rows: readonly (readonly ShownCell[])[];
}

/** A dialog that waits for somebody. */
export interface OpenDialog {
  readonly id: number;
  readonly user: string;
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly string[];
}

/** A menu item whose script begins when others have ended. */
export interface WaitingItem {
  readonly user: string;
  readonly label: string;
}

/** A toast; `user` is whoever started the script, and nobody when a trigger did. */
export interface ShownToast {
  readonly id: number;
  readonly user: string;
  readonly title: string;
  readonly message: string;
  readonly seconds: number;
}

/** One line of Google's executions page; times in ms since 1970 on the playground's clock. */
export interface ShownExecution {
  readonly id: number;
  readonly fn: string;
  readonly by: 'menu' | 'clock' | 'sidebar' | 'simple' | 'formula';
  readonly user: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: 'running' | 'completed' | 'failed' | 'killed' | 'timed out';
  readonly error: string;
}

/** A trigger with its next firing, 0 for never again. */
export interface ShownTrigger {
  readonly id: string;
  readonly fn: string;
  readonly user: string;
  readonly nextAt: number;
}

/** An entry of the add-on's menu; '' is a line between entries. */
export interface ShownMenu {
  readonly name: string;
  readonly labels: readonly string[];
}

/** What one person has used of Google's day, and whether they have connected a key. */
export interface Person {
  readonly user: string;
  readonly connected: boolean;
  readonly fetches: number;
  readonly triggerMs: number;
}

/** What is going on at Linkup. Of the real one only what was sent is known. */
export interface LinkupNews {
  readonly live: boolean;
  readonly requests: number;
  readonly inFlight: number;
  readonly queueLimit: number;
  readonly ended: number;
  /** USD. */
  readonly billed: number;
  readonly balance: number;
}

/** Everything but the cells. */
export interface Vitals {
  /** The playground's clock, ms since 1970; `speed` of its seconds pass in one of ours. */
  readonly now: number;
  readonly speed: number;
  /** How far the clock was turned forward, ms, and whether it is being turned now. */
  readonly ahead: number;
  readonly hurried: boolean;
  readonly menus: readonly ShownMenu[];
  readonly dialogs: readonly OpenDialog[];
  readonly waiting: readonly WaitingItem[];
  readonly toasts: readonly ShownToast[];
  /** The latest ones, oldest first. */
  readonly executions: readonly ShownExecution[];
  readonly triggers: readonly ShownTrigger[];
  readonly serviceCalls: number;
  readonly sheetCalls: number;
  readonly people: readonly Person[];
  readonly fetchesPerDay: number;
  readonly triggerMsPerDay: number;
  readonly linkup: LinkupNews;
  readonly networkDown: boolean;
  readonly creditsGone: boolean;
}

/** The whole playground: what `GET /state` answers. */
export interface State extends Vitals {
  readonly sheets: readonly ShownSheet[];
}

/** What the thread tells. `page` names the one window that it is for; '' is all of them. */
export type News =
  | { readonly kind: 'state'; readonly vitals: Vitals; readonly sheets: readonly SheetNews[] }
  | { readonly kind: 'selected'; readonly user: string; readonly sheet: number; readonly block: Block }
  | {
      readonly kind: 'sidebar';
      readonly page: string;
      /** It came up by itself, and takes no keys from what the person does. */
      readonly unasked: boolean;
      readonly title: string;
      readonly html: string;
    }
  | { readonly kind: 'reply'; readonly page: string; readonly call: number; readonly reply: CallReply }
  | { readonly kind: 'fault'; readonly page: string; readonly message: string }
  /** First of all: which start of the playground this is. */
  | { readonly kind: 'started'; readonly start: string }
  | { readonly kind: 'done'; readonly ticket: number };

/** How a google.script.run call ended. */
export type CallReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** The two people of the playground: the second one has a page of their own. */
export const OWNER = 'you@example.com';
export const COLLEAGUE = 'colleague@example.com';

/** Keys that the local Linkup accepts, by person. Both are of one organisation. */
export const KEYS: Readonly<Record<string, string>> = {
  [OWNER]: 'test-key-7f3a9c51',
  [COLLEAGUE]: 'test-key-b20d64e8',
};
