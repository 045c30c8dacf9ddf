/** A run as a document keeps it, for tests of what is kept. */
import type { Run } from '../../src/run/record/run';

/** A run of 240 questions that has asked nothing yet. */
export const RUN: Run = {
  id: 'run1',
  enrichment: 'e1',
  name: 'Facts',
  sheetId: 0,
  agreement: 'run1',
  by: 'ada@example.com',
  startedAt: Date.UTC(2026, 10, 23),
  mode: 'fill',
  rows: 250,
  questions: 240,
  skipped: 3,
  copied: 2,
  sent: [],
};
