/** Whether answers come in the forms that the add-on reads: it reads them here itself. */
import type { Enrichment } from '../../../../src/enrichment/definition';
import { answerOf } from '../../../../src/linkup/answers';
import { open, type Question, settled, withoutKnob } from '../question';
import { BATCH, type Item } from '../requests';
import { pairedBatch } from './readings';

/** In their order. */
export const FORMS: readonly Question[] = [
  withoutKnob({
    id: 'forms',
    asks: 'Do results, fields with their sources, pages, and fields of a page come in the forms that the add-on reads?',
    basis: 'documented',
    expected: true,
    sends: ['batch', 'poll'],
    difference:
      'What cannot be read stands whole in the first column, and the status says so: it was paid for, and the columns would stay blank.',
    adapts: false,
    read: (evidence) => {
      const read = pairedBatch(evidence).flatMap((created, i) => {
        const task = created && evidence.task(created.id);
        const item = BATCH[i];
        if (task?.status !== 'completed' || !item) return [];
        const { inForm, values } = answerOf(enrichmentOf(item), task.output);
        return [{ form: formOf(item), isRead: inForm && values.some((value) => value !== undefined) }];
      });
      const unread = read.filter(({ isRead }) => !isRead).map(({ form }) => form);
      const forms = [...new Set(read.map(({ form }) => form))].join(', ');
      if (read.length === 0) return open('none was completed');
      return settled(unread.length === 0, unread.length === 0 ? forms : `not ${unread.join(', ')}`);
    },
  }),
];

function formOf({ type, input }: Item): string {
  if (type === 'fetch') return input.schema === undefined ? 'a page' : 'fields of a page';
  return input.outputType === 'structured' ? 'fields with sources' : 'results';
}

/** The enrichment whose question an item of the batch is. */
function enrichmentOf({ type, input }: Item): Enrichment {
  const schema =
    typeof input.schema === 'object' ? JSON.stringify(input.schema) : input.structuredOutputSchema;
  const isFields = typeof schema === 'string';
  const base = {
    ...{ id: '', name: 'It', sheetId: 0, template: '', fields: [], sources: input.includeSources === true },
    ...(isFields ? { schema } : {}),
  };
  if (type === 'fetch')
    return {
      ...base,
      type,
      shape: isFields ? 'fields' : 'page',
      options: { mode: 'standard', renderJs: false },
    };
  return { ...base, type: 'search', shape: isFields ? 'fields' : 'results', options: { depth: 'fast' } };
}
