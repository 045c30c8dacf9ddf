/** What the person sees: menus, dialogs, toasts, the sidebar, and the answers that a test has ready. */
import { SetupError } from './errors';

/** An entry of a menu. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly fn: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly menu: MenuRecord };

/** A menu with its entries in order. */
export interface MenuRecord {
  readonly name: string;
  readonly items: MenuEntry[];
}

/** The buttons that a person can press. */
export type ButtonName = 'OK' | 'YES' | 'NO' | 'CANCEL' | 'CLOSE';

/** A dialog that was shown. */
export interface DialogRecord {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: string;
}

/** What the person will do with the next dialog; `meanwhile` runs while it is open. */
export interface DialogAnswer {
  readonly button: ButtonName;
  readonly text?: string;
  readonly meanwhile?: () => void;
}

/** A toast that was shown; `seconds` is undefined when the script left it to Google. */
export interface ToastRecord {
  readonly message: string;
  readonly title: string | undefined;
  readonly seconds: number | undefined;
}

/** Dialogs, and the answers waiting for them. */
class DialogDesk {
  readonly dialogs: DialogRecord[] = [];
  private readonly answers: DialogAnswer[] = [];

  /** Queues the answer to the next dialog. */
  willAnswer(answer: DialogAnswer): void {
    this.answers.push(answer);
  }

  /** Shows a dialog and answers it. Throws SetupError when the test has no fitting answer. */
  show(dialog: DialogRecord): DialogAnswer {
    this.dialogs.push(dialog);
    const answer = this.answers.shift();
    if (!answer) throw new SetupError(`unexpected ${dialog.kind}: ${dialog.title} ${dialog.message}`);
    const offered = [...dialog.buttons.split('_'), 'CLOSE'];
    if (!offered.includes(answer.button)) {
      throw new SetupError(`no button ${answer.button} in the dialog ${JSON.stringify(dialog.message)}`);
    }
    answer.meanwhile?.();
    return answer;
  }

  /** How many answers nobody asked for yet. */
  get unused(): number {
    return this.answers.length;
  }
}

/** The window of the document. */
export class Screen {
  readonly desk = new DialogDesk();
  readonly menus: MenuRecord[] = [];
  readonly toasts: ToastRecord[] = [];
  /** The scopes on each page of consent that was shown after the first. */
  readonly consents: (readonly string[])[] = [];
  sidebar: { readonly html: string; readonly title: string } | undefined;

  /** The function behind a menu item. Throws SetupError when there is no such item. */
  functionOf(label: string): string {
    const search = (menu: MenuRecord): string | undefined => {
      for (const entry of menu.items) {
        if (entry.kind === 'item' && entry.label === label) return entry.fn;
        const inside = entry.kind === 'submenu' ? search(entry.menu) : undefined;
        if (inside !== undefined) return inside;
      }
      return undefined;
    };
    const fn = this.menus.map(search).find((found) => found !== undefined);
    if (fn === undefined) throw new SetupError(`there is no menu item ${JSON.stringify(label)}`);
    return fn;
  }
}
