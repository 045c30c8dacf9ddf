/** Trouble that time may heal: with Linkup, with Google, or with a table that moves. */
import type { ProblemCode } from './problem';

/** A run that meets it goes on by itself, and a page that meets it in a look looks again; nobody need do anything. */
export const PASSING: readonly ProblemCode[] = [
  'network',
  'bandwidth',
  'rate-limited',
  'server-error',
  'bad-response',
  'fetch-quota',
  'task-not-found',
  'cannot-read',
  'cannot-write',
  'cannot-store',
  'kept-moving',
];
