/** All questions, in the order in which they are asked. */
import type { Question } from '../question';
import { ARRIVING } from './arriving';
import { CELLS } from './cells';
import { COLUMNS } from './columns';
import { COSTS } from './costs';
import { FORMULAS } from './formulas';
import { LIMITS } from './limits';
import { LOOKS } from './looks';
import { NETWORK } from './network';
import { RULES } from './rules';
import { WORDS } from './words';

/** Every question to the host. What takes longest is asked last. */
export const QUESTIONS: readonly Question[] = [
  ...CELLS,
  ...LOOKS,
  ...RULES,
  ...COLUMNS,
  ...WORDS,
  ...FORMULAS,
  ...NETWORK,
  ...LIMITS,
  ...COSTS,
  ...ARRIVING,
];
