/** Every question's answer against what the local Linkup holds: it agrees, differs, or is left open. */
import type { LinkupKnobs } from '../../doubles/linkup';
import type { Evidence } from './evidence';
import type { Found, Question } from './question';

/** How a question came out. */
export interface Verdict {
  readonly question: Question;
  readonly kind: 'agrees' | 'differs' | 'open';
  /** What was seen, or why nothing was. */
  readonly seen: string;
  /** “turn `knob` to value”, where it differs and a value of the knob says so. */
  readonly turn?: string;
}

/** The verdicts on all questions, in their order. */
export function verdictsOn(
  questions: readonly Question[],
  evidence: Evidence,
  knobs: LinkupKnobs,
): Verdict[] {
  return questions.map((question) => verdictOn(question, evidence, knobs));
}

function verdictOn(question: Question, evidence: Evidence, knobs: LinkupKnobs): Verdict {
  const found = foundBy(question, evidence, knobs);
  if (found.kind === 'open') return { question, kind: 'open', seen: found.why };
  if (found.kind === 'other') return { question, kind: 'differs', seen: found.seen };
  const { value, seen } = found;
  if (value === question.held(knobs)) return { question, kind: 'agrees', seen };
  const turn =
    question.knob === undefined ? {} : { turn: `turn \`${question.knob}\` to ${question.turn(value)}` };
  return { question, kind: 'differs', seen, ...turn };
}

/** An answer in a form that nobody foresaw must not cost the others theirs. */
function foundBy(question: Question, evidence: Evidence, knobs: LinkupKnobs): Found {
  const missing = question.sends.find((name) => !evidence.last(name));
  if (missing) return { kind: 'open', why: `${missing} has no answer` };
  try {
    return question.read(evidence, knobs);
  } catch (thrown) {
    return { kind: 'open', why: `the answer cannot be read (${String(thrown)})` };
  }
}
