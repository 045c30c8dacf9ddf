/** Faults of a try, in words of its own. */
import { asProblem, type Problem, type ProblemCode, withCause } from '../../enrichment/problem';

/** Faults whose own sentences speak of a run that goes on by itself. */
const SAID_OTHERWISE: Partial<Record<ProblemCode, ProblemCode>> = {
  network: 'not-tried',
  'server-error': 'not-tried',
  'bad-response': 'not-tried',
  bandwidth: 'try-too-fast',
  'rate-limited': 'try-too-fast',
  'queue-full': 'try-too-fast',
};

/** A fault, said of a try. */
export function inOwnWords(problem: Problem): Problem {
  const code = SAID_OTHERWISE[problem.code];
  return code ? withCause(code, String(problem)) : problem;
}

/** Asks Linkup; what goes wrong is said of the try. */
export function ask<T>(question: () => T): T {
  try {
    return question();
  } catch (thrown) {
    throw inOwnWords(asProblem(thrown));
  }
}

/** Looks at what Linkup has of a question; where it does not tell, nothing about it has changed, which is said as `unseen`. */
export function looked<T>(unseen: ProblemCode, look: () => T): T {
  try {
    return look();
  } catch (thrown) {
    const problem = asProblem(thrown);
    throw problem.code in SAID_OTHERWISE ? withCause(unseen, String(problem)) : problem;
  }
}
