/** Recognising our own questions in what Linkup echoes: by subject, first to the letter, then by what it means. */
import { grouped } from '../enrichment/grouped';
import type { Question } from '../enrichment/question';
import { agrees } from './shape';
import { exactSubject, normalSubject, type SubjectOf, unsharedSubject } from './subject';
import type { Task } from './types';

/** What a POST's answer tells about the questions that it was given. */
export interface Paired {
  /** The task of each question, at the question's place; undefined where the list has to say. */
  readonly tasks: readonly (Task | undefined)[];
  /** How many of them were recognised by their subject. None: nothing is known of any, not even by its place. */
  readonly recognised: number;
  /** Whether every echo was in a form in which the list would tell us as much. */
  readonly inKnownForm: boolean;
}

/**
 * Pairs what was sent with the array that came back, whose unreadable items are undefined: by subject, in whatever order; what is
 * left by its place, if something was recognised, all of it at its own place, and as many came as were sent.
 */
export function pair(questions: readonly Question[], answered: readonly (Task | undefined)[]): Paired {
  const pairing = new Pairing(questions, answered);
  const inShape = remembered(agrees);
  for (const subjectOf of [exactSubject, unsharedSubject(questions)]) {
    for (const fits of [inShape, () => true]) {
      pairing.byPlace(subjectOf, fits);
      pairing.anywhere(subjectOf, fits);
    }
  }
  const recognised = pairing.count;
  if (recognised > 0 && pairing.keepsOrder) pairing.rest();
  const { tasks } = pairing;
  return { tasks, recognised, inKnownForm: isKnownForm(questions, answered, tasks, inShape) };
}

type Fits = (task: Task, question: Question) => boolean;

/** The same, with what fitted remembered: every pair is asked about once more when it is found. */
function remembered(fits: Fits): Fits {
  const fitted = new Map<Task, Question>();
  return (task, question) => {
    if (fitted.get(task) === question) return true;
    const does = fits(task, question);
    if (does) fitted.set(task, question);
    return does;
  };
}

/** A pairing as it grows. */
class Pairing {
  readonly tasks: (Task | undefined)[];
  private readonly used = new Set<Task>();
  private isOrdered = true;

  constructor(
    private readonly questions: readonly Question[],
    private readonly answered: readonly (Task | undefined)[],
  ) {
    this.tasks = questions.map(() => undefined);
  }

  get count(): number {
    return this.used.size;
  }

  /** Whether all came back, and everything so far at its own place. */
  get keepsOrder(): boolean {
    return this.isOrdered && this.answered.length === this.questions.length;
  }

  byPlace(subjectOf: SubjectOf, fits: Fits): void {
    this.eachLeft((question, i) => {
      const task = this.answered[i];
      const subject = subjectOf(question);
      const isOurs = task && !this.used.has(task) && subject !== undefined && subjectOf(task) === subject;
      return isOurs && fits(task, question) ? task : undefined;
    });
  }

  anywhere(subjectOf: SubjectOf, fits: Fits): void {
    const left = grouped(
      this.answered.flatMap((task) => (task && !this.used.has(task) ? [task] : [])),
      subjectOf,
    );
    this.eachLeft((question) =>
      left.get(subjectOf(question) ?? '')?.find((task) => !this.used.has(task) && fits(task, question)),
    );
  }

  /** What nobody recognised, at its own place. */
  rest(): void {
    this.eachLeft((question, i) => {
      const task = this.answered[i];
      return task && !this.used.has(task) && [question.type, 'other'].includes(task.type) ? task : undefined;
    });
  }

  private eachLeft(find: (question: Question, i: number) => Task | undefined): void {
    for (const [i, question] of this.questions.entries()) {
      const task = this.tasks[i] ? undefined : find(question, i);
      if (!task) continue;
      this.tasks[i] = task;
      this.used.add(task);
      if (this.answered[i] !== task) this.isOrdered = false;
    }
  }
}

/** An item that cannot be read would be missing from the list as well. */
function isKnownForm(
  questions: readonly Question[],
  answered: readonly (Task | undefined)[],
  paired: readonly (Task | undefined)[],
  inShape: Fits,
): boolean {
  const subjects = new Set(questions.map(normalSubject));
  const isOurs = (task: Task | undefined) => task !== undefined && subjects.has(normalSubject(task));
  const isInShape = (question: Question, i: number): boolean => {
    const task = paired[i];
    return task === undefined || inShape(task, question);
  };
  return answered.every(isOurs) && questions.every(isInShape);
}
