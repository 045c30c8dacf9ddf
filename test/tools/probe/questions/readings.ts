/** Readings that several questions share. */
import { isRecord } from '../../../../src/enrichment/parse';
import { pair } from '../../../../src/linkup/match';
import type { Task } from '../../../../src/linkup/types';
import { codeOf, type Evidence, type Exchange, fieldsOf, isSuccess, wordsOf } from '../evidence';
import { type Found, open, type Scalar } from '../question';
import { BATCH, type StepName } from '../requests';

/** The answer to a request that was certainly sent. */
export function answerTo(evidence: Evidence, name: StepName): Exchange {
  const exchange = evidence.last(name);
  if (!exchange) throw new Error(`${name} was not asked`);
  return exchange;
}

/** Whether a request was understood, whatever came of it, or refused for its form; open for any other answer. */
export function understood<T extends Scalar>(
  exchange: Exchange,
  then: { readonly taken: () => Found<T>; readonly refused: () => Found<T> },
): Found<T> {
  if (isSuccess(exchange) || /^(SEARCH_QUERY_NO_RESULT|FETCH_\w+)$/.test(codeOf(exchange)))
    return then.taken();
  if (codeOf(exchange) === 'VALIDATION_ERROR' || exchange.status === 422) return then.refused();
  return open(`${exchange.name} was answered ${wordsOf(exchange)}`);
}

/** Whether an error names a field, at whatever depth. */
export function names(exchange: Exchange, field: string): boolean {
  return fieldsOf(exchange).some((named) => named.split(/[^\p{L}]+/u).includes(field));
}

/** The tasks of the batch at the places of its items, recognised as the add-on does it. */
export function pairedBatch(evidence: Evidence): readonly (Task | undefined)[] {
  return pair(BATCH, evidence.created('batch') ?? []).tasks;
}

/** What the batch's answer echoes of an item; open where it was not taken or cannot be recognised. */
export function echoed<T extends Scalar>(
  evidence: Evidence,
  place: number,
  read: (input: Readonly<Record<string, unknown>>, task: Task) => Found<T>,
): Found<T> {
  const task = pairedBatch(evidence)[place];
  if (task) return read(task.input, task);
  const exchange = answerTo(evidence, 'batch');
  return open(
    isSuccess(exchange) ? 'its echo was not recognised' : `the batch was answered ${wordsOf(exchange)}`,
  );
}

/** A value as it is shown: short. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** The objects in a list. */
export function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
