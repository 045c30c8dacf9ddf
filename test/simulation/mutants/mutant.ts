/** What an engine is that was broken on purpose. */
import type { Patch } from '../engine/bundles';

/** One broken engine. */
export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
}
