/** Ctrl+Z: what each person did with their own hands, and how it is taken back. What scripts did stays. */
import type { Selection } from './selections';

/** A step that can be taken back, once. Throws a sentence where something is in the way. */
export interface Step {
  /** Returns what is in view then; undefined where there is nothing to look at. */
  undo(): Selection | undefined;
}

/** Steps that are kept for each person. */
const MOST_STEPS = 100;

/** Everybody's steps, the latest last. */
export class Undoing {
  private readonly byUser = new Map<string, Step[]>();

  /** The person did something. */
  did(user: string, step: Step): void {
    this.byUser.set(user, [...this.of(user), step].slice(-MOST_STEPS));
  }

  /** Takes the person's last step back; without one nothing happens. One that fails is no longer in the way of those before it. */
  undo(user: string): Selection | undefined {
    const steps = this.of(user);
    const last = steps.at(-1);
    this.byUser.set(user, steps.slice(0, -1));
    return last?.undo();
  }

  private of(user: string): readonly Step[] {
    return this.byUser.get(user) ?? [];
  }
}
