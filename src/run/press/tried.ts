/** What a try came to: for the page, as the cells would read; and for keeping. */
import type { AnswerValue } from '../../enrichment/answer';
import { outputColumns } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd } from '../../enrichment/money';
import { answerOf } from '../../linkup/answers';
import type { Direct } from '../../linkup/client';
import { failureOf } from '../../linkup/failures';
import { priceOf } from '../../linkup/prices';
import { sourcesOf } from '../../linkup/sources';
import type { Task } from '../../linkup/types';
import { readingOf } from '../../sheet/cells';
import type { TryEnd } from '../record/try-end';
import type { Tried } from './choice-types';
import { deeperAfter } from './try-deeper';

/** A row that is tried. */
export interface Asked {
  readonly at: number;
  readonly text: string;
}

/** Under which names a try can be found again. */
interface Names {
  /** The id of its task; '' where there is none. */
  readonly task: string;
  /** What it is kept under; '' where it is not kept. */
  readonly kept: string;
}

/** How a question that was asked has ended. */
export function endOf(e: Enrichment, direct: Direct, ms: number): TryEnd {
  const nothing = { reason: '', ms, values: [], inForm: true, sources: [] };
  if (direct.kind === 'not found') return { ...nothing, outcome: 'not found' };
  if (direct.kind === 'failed') return { ...nothing, outcome: 'failed', reason: direct.reason };
  return { ...nothing, ...answerIn(e, direct.output), outcome: 'done', sources: sourcesOf(direct.output) };
}

/** The same of a task; undefined while it goes on. Its own times say how long it took. */
export function endOfTask(
  e: Enrichment,
  { status, createdAt, updatedAt, output, error }: Task,
): TryEnd | undefined {
  const took = Math.max(0, Date.parse(updatedAt) - Date.parse(createdAt));
  if (status === 'completed') return endOf(e, { kind: 'answered', output }, took);
  return status === 'failed' ? endOf(e, failureOf(error), took) : undefined;
}

/** With its sources, whether they have a column or not: they may be given one before the answer is written. */
function answerIn(e: Enrichment, output: unknown): Pick<TryEnd, 'values' | 'inForm'> {
  const asked: Enrichment = e.shape === 'answer' ? { ...e, sources: true } : e;
  const { values, inForm } = answerOf(asked, output);
  const parts = outputColumns(asked).map(({ part }, i) => ({ part, value: values[i] }));
  return { inForm, values: parts.flatMap(({ part, value }) => (value ? [{ part, value }] : [])) };
}

/** The values of an end by an enrichment's columns. */
export function valuesFor(e: Enrichment, { values }: TryEnd): AnswerValue[] {
  const byPart = new Map(values.map(({ part, value }) => [part, value]));
  return outputColumns(e).map(({ part }) => byPart.get(part));
}

/** For the page. Sources are shown as a list of their own. */
export function shown(e: Enrichment, row: Asked, end: TryEnd, names: Names): Tried {
  const { outcome, reason, ms, sources } = end;
  const common = { row: row.at, question: row.text, outcome, reason, ms, sources, ...names };
  const values = valuesFor(e, end);
  const deeper = deeperAfter(e, outcome, values);
  if (outcome !== 'done') return { ...common, deeper, values: [], price: 0 };
  const read = outputColumns(e).flatMap(({ part, heading }, i) =>
    part === 'sources' ? [] : [{ heading, text: readingOf(values[i]) }],
  );
  return { ...common, deeper, values: read, price: inUsd(priceOf(e)) };
}

/** For the page while there is no answer yet. */
export function pending({ at, text }: Asked, ms: number, names: Names): Tried {
  const nothing = { values: [], sources: [], reason: '', deeper: '', price: 0 };
  return { row: at, question: text, outcome: 'pending', ms: Math.max(0, ms), ...nothing, ...names };
}
