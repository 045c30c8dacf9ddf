/** Dialogs that wait for a person in the page, while the script that opened them is suspended. */
import { SetupError } from '../../../doubles/google';
import type { ButtonName, DialogAnswer, DialogRecord } from '../../../doubles/google/screen';
import type { OpenDialog } from '../wire';

const BUTTONS: readonly ButtonName[] = ['OK', 'YES', 'NO', 'CANCEL', 'CLOSE'];

interface Waiting {
  readonly dialog: OpenDialog;
  answer: DialogAnswer | undefined;
}

/** The open dialogs of all people. */
export class Dialogs {
  private waiting: Waiting[] = [];
  private lastId = 0;

  /** What is open, oldest first. */
  get open(): readonly OpenDialog[] {
    return this.waiting.map(({ dialog }) => dialog);
  }

  /** Shows a dialog and lets `idle` pass the time until somebody has answered. */
  ask({ kind, title, message, buttons }: DialogRecord, user: string, idle: () => unknown): DialogAnswer {
    this.lastId += 1;
    const dialog = { id: this.lastId, user, kind, title, message, buttons: buttons.split('_') };
    const waiting: Waiting = { dialog, answer: undefined };
    this.waiting.push(waiting);
    try {
      while (!waiting.answer) idle();
      return waiting.answer;
    } finally {
      this.waiting = this.waiting.filter((each) => each !== waiting);
    }
  }

  /** Somebody pressed a button. An answer to a dialog that is gone is late, and nothing happens. */
  answer(id: number, pressed: string, text: string): void {
    const found = this.waiting.find(({ dialog }) => dialog.id === id);
    if (!found) return;
    const button = BUTTONS.find((name) => name === pressed);
    if (!button || !(button === 'CLOSE' || found.dialog.buttons.includes(button)))
      throw new SetupError(`this dialog has no button ${pressed}`);
    found.answer = { button, text };
  }
}
