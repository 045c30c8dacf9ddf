/** Every state of the sidebar that is looked at, in the order of a job. */

import { BEFORE_A_RUN } from './before-a-run';
import { CHAIN_STATES } from './chain';
import { FORMULA_STATES } from './formula';
import { KIND_STATES } from './kind';
import { LIST_STATES } from './list';
import { PAST_STATES } from './past';
import { REFRESH_STATES } from './refresh';
import { OF_ONE_ROW } from './row';
import { OF_A_RUN } from './run';
import { UPKEEP_STATES } from './upkeep';
import { WHICH_STATES } from './which';

/** All of them. */
export const STATES = [
  ...BEFORE_A_RUN,
  ...WHICH_STATES,
  ...OF_ONE_ROW,
  ...KIND_STATES,
  ...LIST_STATES,
  ...OF_A_RUN,
  ...PAST_STATES,
  ...FORMULA_STATES,
  ...UPKEEP_STATES,
  ...REFRESH_STATES,
  ...CHAIN_STATES,
];
