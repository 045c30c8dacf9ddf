/** Everything the page knows, and how it changes with what happens. */

import { withNews } from '../sheets';
import type { Block, ShownSheet, Vitals } from '../wire';
import type { Heard } from './link';
import { ME, PAGE } from './me';

/** Something that went wrong, for the person. */
export interface Fault {
  readonly id: number;
  readonly message: string;
}

/** A sidebar; `unasked` where it came up by itself. */
interface Shown {
  readonly title: string;
  readonly opened: number;
  readonly unasked: boolean;
}

/** The page's state. */
export interface View {
  readonly online: boolean;
  /** Undefined until the playground has told something. */
  readonly vitals: Vitals | undefined;
  /** When the vitals came, on the page's own clock. */
  readonly heardAt: number;
  readonly sheets: readonly ShownSheet[];
  /** The id of the sheet in view. */
  readonly sheet: number | undefined;
  readonly block: Block;
  /** Counts selections that did not come from the grid itself, which has to follow them. */
  readonly led: number;
  /** The sidebar on show; `opened` tells one opening from the next. */
  readonly sidebar: Shown | undefined;
  readonly faults: readonly Fault[];
  readonly showHidden: boolean;
}

/** What can happen. */
export type Happening =
  | Heard
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'tab'; readonly sheet: number }
  | { readonly kind: 'sidebar-closed' }
  | { readonly kind: 'went-wrong'; readonly message: string }
  | { readonly kind: 'fault-read'; readonly id: number }
  | { readonly kind: 'show-hidden'; readonly show: boolean };

const FIRST: Block = { row: 1, column: 1, rows: 1, columns: 1 };

/** Before anything was heard. */
export const NOTHING: View = {
  online: true,
  vitals: undefined,
  heardAt: 0,
  sheets: [],
  sheet: undefined,
  block: FIRST,
  led: 0,
  sidebar: undefined,
  faults: [],
  showHidden: false,
};

/** The view after something happened. */
export function next(view: View, happening: Happening): View {
  switch (happening.kind) {
    case 'online':
      return { ...view, online: happening.online };
    case 'state':
      return withState(view, happening);
    case 'selected':
      if (happening.user !== ME) return view;
      return { ...view, sheet: happening.sheet, block: happening.block, led: view.led + 1 };
    case 'block':
      return { ...view, block: happening.block };
    case 'tab':
      return { ...view, sheet: happening.sheet, block: FIRST, led: view.led + 1 };
    case 'sidebar':
      return { ...view, sidebar: shown(view, happening) };
    case 'sidebar-closed':
      return { ...view, sidebar: undefined };
    case 'fault':
      if (happening.page !== PAGE && happening.page !== '') return view;
      return withFault(view, happening.message);
    case 'went-wrong':
      return withFault(view, happening.message);
    case 'fault-read':
      return { ...view, faults: view.faults.filter(({ id }) => id !== happening.id) };
    case 'show-hidden':
      return { ...view, showHidden: happening.show };
    default:
      return view;
  }
}

function shown({ sidebar }: View, { title, unasked }: Extract<Heard, { kind: 'sidebar' }>): Shown {
  return { title, unasked, opened: (sidebar?.opened ?? 0) + 1 };
}

function withState(view: View, { vitals, sheets: news }: Extract<Heard, { kind: 'state' }>): View {
  const sheets = news.map((each) => withNews(view.sheets, each));
  const sheet = sheets.some(({ id }) => id === view.sheet) ? view.sheet : sheets[0]?.id;
  return { ...view, vitals, sheets, sheet, heardAt: Date.now() };
}

/** Grid and playground may differ after a fault: the grid has to follow. */
function withFault(view: View, message: string): View {
  const id = (view.faults.at(-1)?.id ?? 0) + 1;
  return { ...view, faults: [...view.faults.slice(-2), { id, message }], led: view.led + 1 };
}
