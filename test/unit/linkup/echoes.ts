/** Tasks as Linkup's double makes and echoes them, in every form that it knows: what recognition is tried on. */
import fc from 'fast-check';
import type { Question } from '../../../src/enrichment/question';
import { type Task, task } from '../../../src/linkup/types';
import { defaultKnobs, type LinkupKnobs } from '../../doubles/linkup';
import { echoOf } from '../../doubles/linkup/echo';
import { KIND } from '../../doubles/linkup/knob-values';
import { parse } from '../../doubles/linkup/test-client';
import { checkWork } from '../../doubles/linkup/validate/work';

/** How an echo may differ from what was sent. */
export type Echo = Partial<LinkupKnobs>;

/** When every task here was created, in ms: a morning in the middle of a month. */
const NOW = Date.UTC(2026, 10, 23, 9);

/** Every form of the echo that the double knows. */
export const echoes: fc.Arbitrary<Echo> = fc.record({
  echo: fc.constantFrom<LinkupKnobs['echo'][]>('full', 'minimal'),
  echoSubject: fc.constantFrom<LinkupKnobs['echoSubject'][]>('as sent', 'normalised'),
  echoDomains: fc.constantFrom<LinkupKnobs['echoDomains'][]>('as sent', 'bare'),
  echoSchema: fc.constantFrom<LinkupKnobs['echoSchema'][]>('as sent', 'closed'),
  echoMaxResults: fc.constantFrom(null, 10, 20),
  echoToDate: fc.constantFrom<LinkupKnobs['echoToDate'][]>(
    'none',
    'utc day',
    'local day',
    'day before',
    'day after',
  ),
  echoResearchMode: fc.constantFrom<LinkupKnobs['echoResearchMode'][]>('as sent', 'resolved'),
});

/** Echoes as they were sent, and as they are when everything is normalised. */
export const AS_SENT: Echo = { ...KIND, echo: 'minimal' };
export const NORMALISED: Echo = { echoSubject: 'normalised', echoDomains: 'bare', echoSchema: 'closed' };

/** The task that Linkup makes of a question. */
export function taskFor({ type, input }: Question, echo: Echo = {}, more: object = {}): Task {
  const knobs = { ...defaultKnobs(), ...echo };
  const sent = parse(JSON.stringify(input));
  const work = checkWork(type, sent, knobs);
  if (!work.ok) throw new Error(JSON.stringify(work.issues));
  const at = new Date(NOW).toISOString();
  const echoed = echoOf(work.value, sent, NOW, knobs);
  return task({ id: 't', type, status: 'pending', createdAt: at, updatedAt: at, input: echoed, ...more }, '');
}
