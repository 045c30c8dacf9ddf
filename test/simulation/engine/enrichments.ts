/** The enrichments that simulated people use, and an independent reading of what each asks and should show. */
import type { Condition } from '../../../src/enrichment/condition';
import type { Cell } from '../../doubles/google/model/cell';
import { type Locale, numberInEnglish } from '../../doubles/google/model/locale';
import type { Json, JsonObject, TaskRecord } from '../../doubles/linkup';
import { BASE, type Enrichment, type Inputs, type Kind, type Reading, single } from './enrichment-types';
import { LINKS } from './links';

export { type Enrichment, INPUTS, type Inputs, type Kind } from './enrichment-types';

const FACTS: readonly (readonly [string, Reading])[] = [
  ['qtext', 'text'],
  ['qnumber', 'number'],
  ['qflag', 'yes/no'],
  ['qday', 'date'],
];

/** The person's own columns that “filled” fills, behind the others: each with the field that belongs there. */
export const HALF_FILLED: readonly (readonly [heading: string, field: string, kind: Reading])[] = [
  ['Own words', 'qtext', 'text'],
  ['Own figure', 'qnumber', 'number'],
  ['Own day', 'qday', 'date'],
];

/** A schema with fields that no enrichment has. */
const OTHER_FIELDS = JSON.stringify({ type: 'object', properties: { other: { type: 'string' } } });

/** An enrichment for a sheet; `sheet` keeps the questions of different sheets apart. */
export function enrichmentOf(kind: Kind, sheet: number): Enrichment {
  return MAKERS[kind](sheet);
}

/** How the enrichments of a sheet ask. */
export interface Manner {
  /** Which rows all of them are for; missing for every row. */
  readonly onlyIf?: Condition;
  /** Whether facts are asked with a source for each field. */
  readonly fieldSources?: boolean;
  /** Whether facts that are not found are asked deeper. */
  readonly steps?: boolean;
}

/** The same as a sheet's plan has it: for some rows only, or with a source for each field. */
export function asPlanned(plain: Enrichment, { onlyIf, fieldSources, steps }: Manner): Enrichment {
  const meant = onlyIf ? { ...plain, draft: { ...plain.draft, onlyIf } } : plain;
  const stepped = steps && plain.kind === 'facts' ? withSteps(meant) : meant;
  return fieldSources && plain.draft.shape === 'fields' ? withSources(stepped) : stepped;
}

function withSteps(enrichment: Enrichment): Enrichment {
  const steps = [{ type: 'search', depth: 'deep' }] as const;
  return {
    ...enrichment,
    draft: { ...enrichment.draft, steps },
    deeper: { depth: 'deep', outputType: 'structured' },
  };
}

/** A field's source is an output like any other: what is promised of answers is promised of it. */
function withSources(enrichment: Enrichment): Enrichment {
  const outputs = enrichment.outputs.flatMap((output) => {
    const source = { heading: `${output.member} source`, member: `${output.member}_source` };
    return [output, { ...source, reading: 'text' as const }];
  });
  return { ...enrichment, draft: { ...enrichment.draft, fieldSources: true }, outputs };
}

/**
 * Whether a row is one that an enrichment is for, by what the simulated people want of rows. “2,001” is what a cell of their document
 * would take it for: little more than two in France.
 */
export function isMeant({ draft: { onlyIf } }: Enrichment, row: Inputs, locale: Locale): boolean {
  if (!onlyIf) return true;
  const shown = onlyIf.column === 'Note' ? row.Note : row.Year;
  if (onlyIf.test === 'greater') {
    const bound = numberInEnglish(onlyIf.value ?? '', locale).replaceAll(',', '');
    return Number(shown) > Number(bound);
  }
  if (onlyIf.test === 'is') return shown === '2001';
  if (onlyIf.test === 'is not') return shown !== '2001';
  return onlyIf.test === 'contains' ? shown.startsWith('note') : shown !== '';
}

const MAKERS: Readonly<Record<Kind, (sheet: number) => Enrichment>> = {
  facts: (sheet) => {
    const marker = `facts${sheet}:`;
    return {
      kind: 'facts',
      marker,
      draft: {
        ...BASE,
        name: 'Facts',
        type: 'search',
        template: `${marker} what of {{Thing}} in {{Year}}?`,
        shape: 'fields',
        fields: FACTS.map(([name, kind]) => ({ name, kind })),
        options: { depth: 'standard' },
      },
      shape: { depth: 'standard', outputType: 'structured' },
      otherwise: [
        { depth: 'deep', outputType: 'sourcedAnswer' },
        { depth: 'standard', outputType: 'searchResults' },
        { depth: 'standard', outputType: 'structured', structuredOutputSchema: OTHER_FIELDS },
        { depth: 'fast', outputType: 'sourcedAnswer' },
      ],
      asks: ({ Thing, Year }) => (Thing && Year ? `${marker} what of ${Thing} in ${Year}?` : undefined),
      outputs: FACTS.map(([heading, reading]) => ({ heading, member: heading, reading })),
    };
  },
  filled: (sheet) => {
    const marker = `filled${sheet}:`;
    return {
      kind: 'filled',
      marker,
      draft: {
        ...BASE,
        name: 'Filled',
        type: 'search',
        template: `${marker} what of {{Thing}} in {{Year}}?`,
        shape: 'fields',
        fields: HALF_FILLED.map(([heading, name, kind]) => ({ name, kind, fills: { heading } })),
        options: { depth: 'standard' },
      },
      shape: { depth: 'standard', outputType: 'structured' },
      otherwise: [{ depth: 'fast', outputType: 'sourcedAnswer' }],
      asks: ({ Thing, Year }) => (Thing && Year ? `${marker} what of ${Thing} in ${Year}?` : undefined),
      outputs: HALF_FILLED.map(([heading, member, reading]) => ({ heading, member, reading })),
      fillsTheirs: true,
    };
  },
  saying: (sheet) =>
    single('saying', 'Saying', 'answer', `saying${sheet}:`, {
      settings: (marker) => ({
        type: 'search',
        template: `${marker} tell me  of {{Thing}}, cafe\u0301 or not`,
        shape: 'answer',
        options: { depth: 'fast' },
      }),
      shape: { depth: 'fast', outputType: 'sourcedAnswer' },
      otherwise: [
        { depth: 'deep', outputType: 'sourcedAnswer' },
        { depth: 'fast', outputType: 'searchResults' },
      ],
    }),
  aside: (sheet) =>
    single('aside', 'Aside', 'answer', `saying${sheet}:`, {
      settings: (marker) => ({
        type: 'search',
        template: `${marker} tell me  of {{Thing}}, cafe\u0301 or not`,
        shape: 'answer',
        options: { depth: 'deep' },
      }),
      shape: { depth: 'deep', outputType: 'sourcedAnswer' },
      otherwise: [{ depth: 'standard', outputType: 'sourcedAnswer' }],
    }),
  report: (sheet) =>
    single('report', 'Report', 'answer', `report${sheet}:`, {
      settings: (marker) => ({
        type: 'research',
        template: `${marker} all about {{Thing}}`,
        shape: 'answer',
        options: { mode: 'auto', reasoningDepth: 'S' },
      }),
      shape: { reasoningDepth: 'S', outputType: 'sourcedAnswer' },
      otherwise: [{ mode: 'auto', reasoningDepth: 'M', outputType: 'sourcedAnswer' }],
    }),
  page: (sheet) =>
    single('page', 'Page', 'markdown', `https://Pages.Example/${sheet}/`, {
      settings: (marker) => ({
        type: 'fetch',
        template: `${marker}{{Thing}}`,
        shape: 'page',
        options: { mode: 'standard' },
      }),
      shape: {},
      otherwise: [],
    }),
  ...LINKS,
};

/** Whether a task is one of this enrichment's: its subject and whatever shapes the answer. */
export function isOf({ marker, shape, deeper }: Enrichment, { question, sent }: TaskRecord): boolean {
  const input: unknown = typeof sent === 'object' && sent !== null ? sent : {};
  const isShaped = (by: JsonObject): boolean =>
    Object.entries(by).every(([name, value]) => Reflect.get(Object(input), name) === value);
  return (
    question.startsWith(marker) &&
    (isShaped(shape) || (deeper !== undefined && isShaped(deeper))) &&
    Reflect.get(Object(input), 'structuredOutputSchema') !== OTHER_FIELDS
  );
}

/** What a cell holds, told apart by type: `text:…`, `number:…`, `yes/no:…`, `date:…`, `formula:…`, or '' where it is empty. */
export function held(cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return `formula:${cell.formula}`;
  const value = cell?.value;
  if (value === undefined) return '';
  if (typeof value === 'string') return `text:${value}`;
  if (value instanceof Date) return `date:${value.toISOString().slice(0, 10)}`;
  return typeof value === 'number' ? `number:${value}` : `yes/no:${value}`;
}

/** What the output cells should hold, in the order of `outputs`, after a completed task. */
export function shouldHold({ outputs }: Enrichment, { output }: Pick<TaskRecord, 'output'>): string[] {
  return outputs.map(({ member, reading }) => {
    const value = memberOf(output, member);
    return value === undefined || value === null || value === '' ? '' : `${reading}:${String(value)}`;
  });
}

function memberOf(output: Json, member: string): unknown {
  return typeof output === 'object' && output !== null ? Reflect.get(output, member) : undefined;
}
