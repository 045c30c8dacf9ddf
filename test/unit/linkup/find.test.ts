/** Finding tasks in the list: each at most once, never one that is named already, never on a guess. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionOf } from '../../../src/enrichment/question';
import { findTasks } from '../../../src/linkup/find';
import { subjectHash } from '../../../src/linkup/subject';
import type { Task } from '../../../src/linkup/types';
import { aFetch, aSearch } from '../../world/definitions';
import { echoes, NORMALISED, taskFor } from './echoes';

const question = questionOf(aSearch(), 'q');
const nobody = () => false;
const idOf = (found: ReturnType<typeof findTasks>[number]) => (typeof found === 'object' ? found.id : found);

describe('a search of the list', () => {
  it('gives each task once: completed before running before failed', () => {
    const [failed, pending, done] = (['failed', 'pending', 'completed'] as const).map((status) =>
      taskFor(question, {}, { id: status, status }),
    );
    const sought = [1, 2, 3, 4].map(() => ({ question }));
    const found = findTasks(sought, [failed, pending, done] as Task[], nobody);
    expect(found.map(idOf)).toEqual(['completed', 'pending', 'failed', undefined]);
  });

  it('finds in any form of the echo what is there, and nothing else', () => {
    const texts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(texts, texts, echoes, (asked, sought, echo) => {
        const ask = (text: string) => questionOf(aFetch(), `https://${text}.org`);
        const tasks = asked.map((text) => taskFor(ask(text), echo, { id: text }));
        const found = findTasks(
          sought.map((text) => ({ question: ask(text) })),
          tasks,
          nobody,
        );
        expect(found.map(idOf)).toEqual(sought.map((text) => (asked.includes(text) ? text : undefined)));
      }),
    );
  });

  it('never gives an id that a ledger or a record names', () => {
    const tasks = [taskFor(question, {}, { id: 'old' }), taskFor(question, {}, { id: 'new' })];
    expect(findTasks([{ question }], tasks, (id) => id === 'old').map(idOf)).toEqual(['new']);
    expect(findTasks([{ question }], tasks, () => true)).toEqual([undefined]);
  });

  it('prefers to the letter, whoever asks first', () => {
    const sought = ['https://a.org', 'https://a.org/'].map((url) => ({
      question: questionOf(aFetch(), url),
    }));
    const slashed = taskFor(questionOf(aFetch(), 'https://a.org/'), {}, { id: 'slashed' });
    expect(findTasks(sought, [slashed], nobody).map(idOf)).toEqual([undefined, 'slashed']);
  });

  it('does not decide between two of ours that mean the same, and calls neither absent', () => {
    const urls = ['https://A.org', 'https://a.org'];
    const sought = urls.map((url) => ({ question: questionOf(aFetch(), url) }));
    const tasks = urls.map((url, i) => taskFor(questionOf(aFetch(), url), NORMALISED, { id: `t${i}` }));
    expect(findTasks(sought, tasks, nobody)).toEqual(['undecided', 'undecided']);
    expect(findTasks(sought, [], nobody)).toEqual([undefined, undefined]);
  });

  it('prefers the task that is most alike where a colleague asks the same with other options', () => {
    const mine = questionOf(aSearch({ options: { depth: 'fast', includeInlineCitations: true } }), 'q');
    const theirs = questionOf(aSearch({ options: { depth: 'fast' } }), 'q');
    const tasks = [
      taskFor(theirs, {}, { id: 'theirs', status: 'completed' }),
      taskFor(mine, { echoToDate: 'day after', echoMaxResults: 20 }, { id: 'mine' }),
    ];
    expect(findTasks([{ question: mine }], tasks, nobody).map(idOf)).toEqual(['mine']);
  });

  describe('for a question whose text is lost', () => {
    const lost = { question: questionOf(aSearch(), ''), hash: subjectHash(question) };

    it('finds it by the hash of its subject and its shape', () => {
      const tasks = [
        taskFor(questionOf(aSearch({ options: { depth: 'deep' } }), 'q'), {}, { id: 'deep' }),
        taskFor(questionOf(aSearch(), 'p'), {}, { id: 'p' }),
        taskFor(questionOf(aSearch(), ' q'), NORMALISED, { id: 'q' }),
      ];
      expect(findTasks([lost], tasks, nobody).map(idOf)).toEqual(['q']);
    });

    it('leaves to a question with a text what that asks, and does not decide between two lost ones', () => {
      const task = taskFor(question, {}, { id: 'q' });
      expect(findTasks([lost, { question }], [task], nobody).map(idOf)).toEqual([undefined, 'q']);
      expect(findTasks([lost, lost], [task], nobody)).toEqual(['undecided', 'undecided']);
    });
  });
});
