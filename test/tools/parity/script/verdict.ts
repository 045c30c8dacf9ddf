/** Whether the host said what the local Google says. */
import type { Answer, Question } from './question';

/** An answer, or why there is none. */
export interface Said extends Answer {
  readonly failed?: string;
}

/** What the local Google says, by the question's id. */
export type Expected = Readonly<Record<string, Pick<Answer, 'facts' | 'figures'>>>;

/** One thing that is otherwise. */
export interface Difference {
  readonly what: string;
  readonly here: string;
  readonly local: string;
}

/** What is to be said of one question. */
export interface Verdict {
  readonly question: Question;
  readonly state: 'agrees' | 'differs' | 'could not be asked' | 'not asked yet';
  readonly differences: readonly Difference[];
  readonly failed?: string;
}

/** The bench is tried with times that are three times as long: up to there nothing that we say of speed changes. */
const SLOWER = 3;

/** Milliseconds that say nothing. */
const SLACK = 5;

/** Compares what was said with what was expected; quotes are not compared. */
export function judge(question: Question, said: Said | undefined, expected: Expected): Verdict {
  if (!said) return { question, state: 'not asked yet', differences: [] };
  if (said.failed !== undefined)
    return { question, state: 'could not be asked', differences: [], failed: said.failed };
  const { facts = {}, figures = {} } = expected[question.id] ?? {};
  const names = Object.keys({ ...facts, ...said.facts });
  const otherwise = names
    .filter((name) => facts[name] !== said.facts[name])
    .map((name) => ({ what: name, here: shown(said.facts[name]), local: shown(facts[name]) }));
  const slower = Object.entries(said.figures)
    .filter(([name, ms]) => ms > SLOWER * (figures[name] ?? 0) + (question.slack ?? SLACK))
    .map(([name, ms]) => ({ what: name, here: `${ms} ms`, local: `${figures[name] ?? 0} ms` }));
  const differences = [...otherwise, ...slower];
  return { question, state: differences.length === 0 ? 'agrees' : 'differs', differences };
}

const shown = (value: unknown): string => (value === undefined ? 'not said' : String(value));
