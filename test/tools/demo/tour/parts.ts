/** The parts of the tour, in the order in which they are played. */
import { CHAIN } from './chain';
import { FORMULA } from './formula';
import { LIST } from './list';
import { MIXED } from './mixed';
import type { Part } from './part';
import { REFRESH } from './refresh';
import { RESEARCH } from './research';
import { STEPS } from './steps';

/** All of them. */
export const PARTS: readonly Part[] = [CHAIN, MIXED, STEPS, RESEARCH, REFRESH, LIST, FORMULA];
