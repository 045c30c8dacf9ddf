/** Questions about POST /tasks: order, bad items, what a failed task says. */

import { failureOf } from '../../../../src/linkup/failures';
import { pair } from '../../../../src/linkup/match';
import { fieldsOf, isSuccess, wordsOf } from '../evidence';
import { ofKnob, open, other, type Question, settled, withoutKnob } from '../question';
import { BATCH, SPOILT_AT, UNREACHABLE } from '../requests';
import { answerTo, pairedBatch, shown, understood } from './readings';

/** In their order. */
export const TASKS: readonly Question[] = [
  ofKnob('responseOrder', {
    id: 'order',
    asks: 'Is the answer to POST /tasks in the order of the request?',
    sends: ['batch'],
    difference:
      'A row’s task stands at another place than its question; the add-on pairs them by what they ask.',
    adapts: true,
    read: (evidence) => {
      const created = evidence.created('batch') ?? [];
      if (created.length !== BATCH.length) return open(`the batch brought ${created.length} tasks`);
      const ids = created.map((task) => task?.id);
      const places = pairedBatch(evidence).map((task) => (task ? ids.indexOf(task.id) + 1 : 0));
      if (places.includes(0)) return open('not all of them were recognised');
      const isInOrder = places.every((place, i) => place === i + 1);
      return isInOrder ? settled('input') : settled('shuffled', `as ${places.join(', ')}`);
    },
  }),
  withoutKnob({
    id: 'recognised',
    asks: 'Does the add-on know every question of its own again in what POST /tasks echoes?',
    basis: 'assumed',
    expected: true,
    sends: ['batch'],
    difference:
      'A question whose answer to the POST is lost could not be found in the list, and its row would wait for a person.',
    adapts: false,
    read: (evidence) => {
      const created = evidence.created('batch');
      if (!created) return open(`the batch was answered ${wordsOf(answerTo(evidence, 'batch'))}`);
      const { tasks, inKnownForm } = pair(BATCH, created);
      const known = tasks.filter(Boolean).length;
      return settled(inKnownForm && known === BATCH.length, `${known} of ${BATCH.length}`);
    },
  }),
  ofKnob('atomicity', {
    id: 'bad-item',
    asks: 'With one invalid item among three, what becomes of the other two?',
    sends: ['spoilt'],
    difference:
      'The good rows of a refused batch are under way at once, or one is missing; the add-on takes what came and looks for the rest in the list.',
    adapts: true,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'spoilt');
      const count = evidence.created('spoilt')?.length;
      if (count === 3) return settled('each');
      if (count === 2) return settled('drop');
      if (count !== undefined) return other(`${count} tasks came back`);
      return understood(exchange, {
        taken: () => open('its answer cannot be read'),
        refused: () => settled('all', wordsOf(exchange)),
      });
    },
  }),
  ofKnob('batchField', {
    id: 'bad-item-field',
    asks: 'What is details.field for an invalid second item?',
    sends: ['spoilt'],
    difference:
      'Nothing: the add-on halves a refused batch until it has the row, and reads of it only whether it is about the research mode.',
    adapts: true,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'spoilt');
      if (isSuccess(exchange)) return open('the batch was taken');
      const [field] = fieldsOf(exchange);
      if (field === undefined) return other('no field is named');
      if (field.startsWith(`${SPOILT_AT}.`)) return settled('dot', field);
      if (field.startsWith(`[${SPOILT_AT}]`)) return settled('bracket', field);
      return /^(input\.)?url$/.test(field) ? settled('none', field) : other(shown(field));
    },
  }),
  withoutKnob({
    id: 'body-size',
    asks: 'Is a POST /tasks of a megabyte read?',
    basis: 'assumed',
    expected: true,
    sends: ['large'],
    difference:
      'Batches of long questions are refused as a whole, free of charge; the add-on halves them until they get through, which takes longer.',
    adapts: true,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'large');
      if (exchange.status === 413) return settled(false, wordsOf(exchange));
      return understood<boolean>(exchange, {
        taken: () => settled(true, wordsOf(exchange)),
        refused: () => settled(true, wordsOf(exchange)),
      });
    },
  }),
  ofKnob('flashInTasks', {
    id: 'flash',
    sends: ['flash'],
    difference:
      'Enrichments with depth flash are refused row by row, free of charge, until the run pauses and says why; choose fast.',
    adapts: false,
    read: (evidence) =>
      understood(answerTo(evidence, 'flash'), {
        taken: () => settled('accept'),
        refused: () => settled('reject'),
      }),
  }),
  ofKnob('taskErrorForm', {
    id: 'failed-text',
    sends: ['batch', 'poll'],
    difference: 'A row whose page cannot be read says so in Linkup’s words instead of the add-on’s.',
    adapts: true,
    read: (evidence) => {
      const created = pairedBatch(evidence)[UNREACHABLE];
      const task = created && evidence.task(created.id);
      if (task?.status !== 'failed') return open(`the task is ${task?.status ?? 'not in the list'}`);
      const error = task.error ?? '';
      const failure = failureOf(error);
      const seen = `${shown(error)}, which the row would show as ${shown(failure.kind === 'failed' ? failure.reason : failure.kind)}`;
      return settled(/^[A-Z][A-Z0-9_]{3,}: /.test(error) ? 'code: message' : 'message', seen);
    },
  }),
  ofKnob('completionOrder', {
    id: 'ends',
    asks: 'Do the tasks of one batch end in another order than they were sent?',
    sends: ['batch', 'poll'],
    difference: 'Nothing: answers are written as they come.',
    adapts: true,
    read: (evidence) => {
      const ids = pairedBatch(evidence).flatMap((task) => task?.id ?? []);
      const ended = evidence.ended('batch') ?? [];
      const times = ids.map((id) => ended.find((task) => task.id === id)?.updatedAt ?? '');
      if (times.length < BATCH.length || times.includes('')) return open('not all of them have ended');
      const rises = times.every((time, i) => i === 0 || time >= (times[i - 1] ?? ''));
      const falls = times.every((time, i) => i === 0 || time <= (times[i - 1] ?? ''));
      if (rises && falls) return open('all ended in the same moment');
      return settled(rises ? 'submission' : falls ? 'reverse' : 'independent');
    },
  }),
];
