/** The trials of a sheet, one for each enrichment: begun here, or found again, and looked after whichever enrichment is on view. */
import type { Draft, Saved, Start } from '../../protocol';
import { asksTheSame } from '../model/asks-the-same';
import { call, type Fault, NO_FAULT } from './call';
import { type Attempt, CLOSED, type Shown, showTried, tryRow } from './trying';

/** What is there of one trial. */
interface Slot {
  /** What was tried; undefined where nothing was. */
  readonly attempt: Attempt | undefined;
  readonly shown: Shown;
}

/** By enrichment id, '' for a new one. A trial stays while others are chosen and while it is saved. */
export class TrialKeeper {
  private readonly slots = new Map<string, Slot>();
  /** Tries that were closed here: an answer of the server that was under way may still tell of them. */
  private readonly closed = new Set<string>();

  constructor(private readonly changed: () => void) {}

  /** What there is to show for an enrichment. */
  shown(id: string): Shown {
    return this.slots.get(id)?.shown ?? CLOSED;
  }

  /** What was tried of it; undefined where nothing was. */
  draft(id: string): Draft | undefined {
    return this.slots.get(id)?.attempt?.draft;
  }

  /** Asks a row, unless one is being asked. */
  start(id: string, sheetId: number, draft: Draft): void {
    if (!this.shown(id).pending) void tryRow(this.begin(id, sheetId, draft, Date.now()));
  }

  /** Shows what the server has kept from another day, or another page. */
  takeUp({ tries, sheetId }: Start): void {
    for (const { draft, startedAt, tried } of tries)
      if (!this.isTaken(draft.id) && !this.closed.has(tried.kept))
        showTried(this.begin(draft.id, sheetId, draft, startedAt), tried, 0);
  }

  /** Of one whose answer got lost on the way nothing is known here: what the server kept takes its place. */
  private isTaken(id: string): boolean {
    const shown = this.slots.get(id)?.shown;
    return (
      shown !== undefined && (shown.pending || shown.tried !== undefined || shown.fault.code !== 'in-doubt')
    );
  }

  /** Shows a fault that was found without asking; what was tried before stays in view. */
  fail(id: string, fault: Fault): void {
    const slot = this.slots.get(id);
    const shown = { ...(slot?.shown ?? CLOSED), open: true, fault };
    this.put(id, { attempt: slot?.attempt, shown });
  }

  /** What was refused is being mended: of a try that brought nothing, nothing is left to show. */
  mended(id: string): void {
    const slot = this.slots.get(id);
    if (!slot?.shown.fault.sentence || slot.shown.lookAgain) return;
    if (slot.shown.tried) this.put(id, { ...slot, shown: { ...slot.shown, fault: NO_FAULT } });
    else {
      this.slots.delete(id);
      this.changed();
    }
  }

  /** The answer was written into a row: the server has forgotten the try. */
  wrote(id: string, row: number): void {
    const slot = this.slots.get(id);
    if (slot) this.put(id, { ...slot, shown: { ...slot.shown, written: row } });
  }

  /** Its person does not want to see it any more, nor to find it again. */
  close(id: string): void {
    const kept = this.shown(id).tried?.kept ?? '';
    if (kept) {
      this.closed.add(kept);
      void call('dropTry', { kept });
    }
    this.slots.delete(id);
    this.changed();
  }

  /** Edits are gone, and with them what was tried of them; a try of what is saved stays. */
  discarded(id: string, saved: Saved | undefined): void {
    const draft = this.draft(id);
    if (!saved || !draft || !asksTheSame(draft, saved)) this.close(id);
  }

  /** A new enrichment has got its id. */
  savedAs(id: string): void {
    const slot = this.slots.get('');
    if (!slot) return;
    this.slots.delete('');
    this.put(id, slot);
  }

  /** Another sheet is on view. The server keeps what was paid for. */
  clear(): void {
    this.slots.clear();
    this.changed();
  }

  private begin(id: string, sheetId: number, draft: Draft, startedAt: number): Attempt {
    const attempt: Attempt = {
      sheetId,
      draft,
      startedAt,
      isOn: () => this.placeOf(attempt) !== undefined,
      show: (shown) => this.show(attempt, shown),
    };
    this.put(id, { attempt, shown: CLOSED });
    return attempt;
  }

  /** Wherever it is by now; an attempt that was closed or overtaken shows nothing. */
  private show(attempt: Attempt, shown: Shown): void {
    const id = this.placeOf(attempt);
    if (id !== undefined) this.put(id, { attempt, shown });
  }

  private placeOf(attempt: Attempt): string | undefined {
    return [...this.slots].find(([, slot]) => slot.attempt === attempt)?.[0];
  }

  private put(id: string, slot: Slot): void {
    this.slots.set(id, slot);
    this.changed();
  }
}
