/** A row that is asked anew while its answer stands: whose answer that is, which cells a later one left as they were, and how the last asking ended. */

/** How an asking ended that brought no answer. */
export type Ended = 'not found' | 'failed' | 'expired';

/** What the State of the answer that stood in a row said of it. */
export interface Before {
  readonly run: string;
  readonly ordinal: number;
  /** In ms since 1970. */
  readonly at: number;
  /** Which step of the enrichment asked. */
  readonly step: number;
}

/** What a State keeps of it. */
export interface Anew {
  /** Missing where no answer to the same question stood there, and where a later one has replaced all of it. */
  readonly before?: Before;
  /** Slots of cells that an answer found there and left as they were. Missing where there is none. */
  readonly kept?: ReadonlySet<string>;
  /** How the asking ended after which an earlier answer still stands. Missing where it was answered. */
  readonly ended?: Ended;
}

/** Slots under which `cells` holds these, and what is added to that of a kept cell. No output has a slot with a “t” in it. */
const RUN_SLOT = 'tr';
const ORDINAL_SLOT = 'tn';
const TIME_SLOT = 'tm';
const STEP_SLOT = 'ts';
const ENDED_SLOT = 'te';
const KEPT = 'tk';

const KEPT_SLOT = /^([a-su-z]{1,2})tk$/;

/** What `cells` can hold of a run's name: all that are given since the second edition. */
const NAME = /^[0-9a-z]{1,12}$/;

const LETTERS: Readonly<Record<Ended, string>> = { 'not found': 'n', failed: 'f', expired: 'x' };

/** As `cells` holds it. */
export function anewSlots({ before, kept, ended }: Anew): [slot: string, text: string][] {
  const slots: [string, string][] = [];
  if (before && NAME.test(before.run)) {
    slots.push([RUN_SLOT, before.run], [ORDINAL_SLOT, before.ordinal.toString(36)]);
    slots.push([TIME_SLOT, before.at.toString(36)], [STEP_SLOT, before.step.toString(36)]);
  }
  if (ended) slots.push([ENDED_SLOT, LETTERS[ended]]);
  const known = [...(kept ?? [])].filter((slot) => KEPT_SLOT.test(slot + KEPT));
  return [...slots, ...known.map((slot): [string, string] => [slot + KEPT, '1'])];
}

/** Takes it out of what `cells` holds. */
export function takeAnew(cells: Map<string, string>): Anew {
  const take = (slot: string): string => {
    const text = cells.get(slot) ?? '';
    cells.delete(slot);
    return text;
  };
  const [run, ordinal, at, step] = [RUN_SLOT, ORDINAL_SLOT, TIME_SLOT, STEP_SLOT].map(take);
  const letter = take(ENDED_SLOT);
  const kept = [...cells.keys()].flatMap((slot) => KEPT_SLOT.exec(slot)?.[1] ?? []);
  for (const slot of kept) take(slot + KEPT);
  const ended = ENDS.find((each) => LETTERS[each] === letter);
  return {
    ...(run &&
      ordinal &&
      at &&
      step && { before: { run, ordinal: whole(ordinal), at: whole(at), step: whole(step) } }),
    ...(kept.length > 0 && { kept: new Set(kept) }),
    ...(ended && { ended }),
  };
}

const ENDS: readonly Ended[] = ['not found', 'failed', 'expired'];

function whole(text: string): number {
  return Number.parseInt(text, 36);
}
