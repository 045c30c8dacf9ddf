/** The least time that a case could take, whoever does it. */
import type { Case } from './cases';
import { meanSeconds, questionsOf } from './table';

/** Tasks that one list shows, and lists that Linkup allows in a second (Tasks reference and best practices, November 2026). */
const PER_LIST = 100;

/** Seconds: the longer of all places always busy, and one list a second of 100 tasks. */
export function limitSeconds(job: Case): number {
  const questions = questionsOf(job);
  return Math.max((questions * meanSeconds(job)) / job.queue, questions / PER_LIST);
}
