/** All questions, and the knobs of which nothing can be asked for so little. */
import type { LinkupKnobs } from '../../../doubles/linkup';
import type { Question } from '../question';
import { ANSWERS } from './answers';
import { BILL } from './bill';
import { ECHOES } from './echoes';
import { FORMS } from './forms';
import { LIMITS } from './limits';
import { LISTS } from './lists';
import { REFUSALS } from './refusals';
import { TASKS } from './tasks';

/** In the order in which they are told. */
export const QUESTIONS: readonly Question[] = [
  ...TASKS,
  ...ECHOES,
  ...LISTS,
  ...LIMITS,
  ...REFUSALS,
  ...ANSWERS,
  ...FORMS,
  ...BILL,
];

const OURS = 'it is of the tests alone: there is nothing to ask';

/** What is open besides, of which no knob speaks. */
export const ALSO_OPEN: Readonly<Record<string, string>> = {
  'whether two keys of one organisation share the rates': 'it takes two keys',
  'tasks of an account with zero data retention': 'it takes such an account',
};

/** Why a knob stays as it is. */
export const UNASKABLE: Readonly<Partial<Record<keyof LinkupKnobs, string>>> = {
  seed: OURS,
  failureRate: OURS,
  failureCodes: OURS,
  failWhen: OURS,
  pageChars: OURS,
  directCallsTakeTime: OURS,
  neighbours: OURS,
  latency: 'ten deep searches cost $0.55, and a few fast ones say nothing of how slow it can be',
  queuedMs: 'lists are a second apart, and half a second is to be seen',
  stuck: 'nobody can wait until a task that never ends has ended',
  directDeadlineMs: 'it would take a deep search of more than five minutes, and $0.055',
  shortage: 'a full queue takes a hundred tasks, at $0.10 or more',
  queriesPerSecond: 'one request after the other is slower than ten in a second',
  queryRoutes: 'one request after the other is slower than ten in a second',
  creditCheck: 'it takes an account with credits for two tasks and no more',
  noCreditsCode: 'it takes an account without credits',
  echoResearchMode: 'the cheapest research costs $0.25',
};
