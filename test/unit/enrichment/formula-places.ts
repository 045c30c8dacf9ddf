/** Where the problems of the formula are read: beside its cell, but for who may turn it on. */
import type { ProblemCode } from '../../../src/enrichment/problem';

/** By code. */
export const FORMULA_PLACES = {
  'formula-off': ['cell'],
  'formula-no-key': ['cell'],
  'formula-question': ['cell'],
  'formula-option': ['cell'],
  'formula-deep': ['cell'],
  'formula-range': ['cell'],
  'formula-cap': ['cell'],
  'formula-room': ['cell'],
  'formula-asking': ['cell'],
  'formula-perhaps': ['cell'],
  'formula-nothing': ['cell'],
  'formula-failed': ['cell'],
  'formula-gone': ['cell'],
  'formula-key-gone': ['cell'],
  'formula-newer': ['cell'],
  'formula-not-noted': ['cell'],
  'formula-not-owner': ['call'],
} satisfies Partial<Record<ProblemCode, readonly ['cell' | 'call']>>;
