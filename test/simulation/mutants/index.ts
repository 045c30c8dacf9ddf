/** The engine broken on purpose, in each of the ways that the simulation must notice. */
import { ASKING } from './asking';
import { CHAINING } from './chaining';
import type { Mutant } from './mutant';
import { REFRESHING } from './refreshing';
import { WAITING } from './waiting';
import { WRITING } from './writing';

/** All mutants. */
export const MUTANTS: readonly Mutant[] = [...ASKING, ...WRITING, ...WAITING, ...REFRESHING, ...CHAINING];
