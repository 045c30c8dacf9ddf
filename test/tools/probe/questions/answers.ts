/** Questions about answers: their form, lists in them, and what comes where there is nothing to find. */
import { listKey } from '../../../../src/enrichment/list';
import { objectIn, valueAt } from '../../../../src/linkup/forms';
import { defaultKnobs, type Work } from '../../../doubles/linkup';
import { checkWork } from '../../../doubles/linkup/validate/work';
import { codeOf, type Evidence, isSuccess, wordsOf } from '../evidence';
import { ofKnob, open, type Question, settled, throughKnob, withoutKnob } from '../question';
import { LEFT_OUT, LIST, SEARCHED, type StepName } from '../requests';
import { answerTo, pairedBatch, recordsIn, shown, understood } from './readings';

/** In their order. */
export const ANSWERS: readonly Question[] = [
  throughKnob('outputForm', {
    id: 'output-form',
    asks: 'Is a structured output an object with the names of the schema?',
    sends: ['list'],
    difference:
      'The add-on reads a list of one and other capitals as well; anything else stands whole in the first column, and the status says so.',
    adapts: true,
    held: (knobs) => knobs.outputForm(listWork()),
    read: (evidence) => {
      const exchange = answerTo(evidence, 'list');
      return isSuccess(exchange)
        ? settled(formOf(exchange.body), shown(exchange.body))
        : open(wordsOf(exchange));
    },
    turn: (form) => `() => ${JSON.stringify(form)}`,
  }),
  ofKnob('listForm', {
    id: 'list-form',
    asks: 'Does a schema whose property is an array of objects bring a list, of what was asked?',
    sends: ['list'],
    difference:
      'Items that are doubled, nameless or of wrong kinds are left out or read as they are; too few or too many are what the list then has.',
    adapts: true,
    read: (evidence) => {
      const rows = rowsOf(evidence, 'list');
      return rows ? settled(listFormOf(rows), shown(rows)) : open('there is no list');
    },
  }),
  ofKnob('listRepeats', {
    id: 'list-repeats',
    sends: ['listWithout'],
    difference: 'Nothing: what is on the sheet already is left out, but for it was paid.',
    adapts: true,
    read: (evidence) => {
      const rows = rowsOf(evidence, 'listWithout');
      if (!rows || rows.length === 0) return open('there is no list');
      const named = recordsIn(rows).map(({ name }) => listKey(String(name)));
      return settled(
        LEFT_OUT.some((each) => named.includes(listKey(each))),
        shown(named),
      );
    },
  }),
  withoutKnob({
    id: 'entities',
    asks: 'Do results hold signs as HTML writes them, such as &amp;?',
    basis: 'observed',
    expected: false,
    sends: ['batch', 'poll'],
    difference: 'Nothing: they are read as the signs they are.',
    adapts: true,
    read: (evidence) => {
      const found = results(evidence);
      const entity = /&(#\d+|#x[\da-f]+|[a-z]{2,6});/i.exec(JSON.stringify(found))?.[0];
      return found.length === 0
        ? open('there were no results')
        : settled(entity !== undefined, entity ?? 'none');
    },
  }),
  withoutKnob({
    id: 'results',
    asks: 'Do 1 to 20 results come where maxResults is not sent?',
    basis: 'observed',
    expected: true,
    sends: ['batch', 'poll'],
    difference: 'The cell with all results is longer or shorter.',
    adapts: true,
    read: (evidence) => {
      const { length } = results(evidence);
      return length === 0 ? open('there were no results') : settled(length <= 20, String(length));
    },
  }),
  withoutKnob({
    id: 'max-results',
    asks: 'Is maxResults 1,000 taken?',
    basis: 'assumed',
    expected: true,
    sends: ['manyResults'],
    difference: 'Rows that ask for so many are refused, free of charge, with Linkup’s reason.',
    adapts: false,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'manyResults');
      return understood<boolean>(exchange, {
        taken: () => settled(true, wordsOf(exchange)),
        refused: () => settled(false, shown(exchange.text)),
      });
    },
  }),
  withoutKnob({
    id: 'nothing-found',
    asks: 'What does a query get that the web knows nothing of?',
    basis: 'documented',
    expected: 'SEARCH_QUERY_NO_RESULT',
    sends: ['nothing'],
    difference:
      'An empty answer reads as nothing found, but is billed; one in words stands in the cell as an answer.',
    adapts: true,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'nothing');
      if (!isSuccess(exchange)) return settled(codeOf(exchange), wordsOf(exchange));
      const answer = valueAt(objectIn(exchange.body), 'answer');
      return settled(
        String(answer ?? '').trim() === '' ? 'an empty answer' : 'an answer in words',
        shown(answer),
      );
    },
  }),
];

function listWork(): Work {
  const checked = checkWork('search', LIST, defaultKnobs());
  if (!checked.ok) throw new Error('the local Linkup refuses the question for a list');
  return checked.value;
}

function formOf(output: unknown): string {
  if (typeof output === 'string') return 'text';
  if (Array.isArray(output)) return output.length === 1 ? 'list of one' : 'list';
  const object = objectIn(output) ?? {};
  return !('rows' in object) && valueAt(object, 'rows') !== undefined ? 'capitals' : 'as asked';
}

/** The rows of an answer, read as the add-on reads them. */
function rowsOf(evidence: Evidence, name: StepName): readonly unknown[] | undefined {
  const exchange = answerTo(evidence, name);
  const rows = isSuccess(exchange) ? valueAt(objectIn(exchange.body), 'rows') : undefined;
  return Array.isArray(rows) ? rows : undefined;
}

/** So many countries were asked for; so many more than that are not an answer to it. */
const [ASKED, MANY] = [3, 1_000] as const;

function listFormOf(rows: readonly unknown[]) {
  const items = recordsIn(rows);
  const named = items.map(({ name }) => String(name ?? ''));
  if (rows.length === 0) return 'empty';
  if (rows.length >= MANY) return 'many';
  if (items.length < rows.length) return 'texts';
  if (items.some((item) => Object.values(item).some((value) => typeof value === 'object' && value !== null)))
    return 'wrong kinds';
  if (named.some((name) => name.trim() === '')) return 'nameless';
  if (named.some((name) => /&[a-z]+;/i.test(name))) return 'entities';
  if (new Set(named.map(listKey)).size < named.length) return 'doubles';
  return rows.length < ASKED ? 'fewer' : 'as asked';
}

/** The results of the batch's search. */
function results(evidence: Evidence): readonly unknown[] {
  const created = pairedBatch(evidence)[SEARCHED];
  const found = valueAt(objectIn(created && evidence.task(created.id)?.output), 'results');
  return Array.isArray(found) ? found : [];
}
