/** What a filter wants of its columns, as data that can be kept and set again. What cannot be kept word for word is not touched. */
import { list, maybe, type Parser, record, text } from '../enrichment/parse';
import { Problem } from '../enrichment/problem';
import type { Criteria, Filter } from './selected';
import { booleanCriteria, newCriteria } from './spreadsheet';

/** A value of a condition: dates cross as what they are in ms. */
type Value = string | number | boolean | { readonly date: number };

/** What is wanted of one column. */
export interface Wanted {
  readonly hidden: readonly string[];
  readonly type?: string | undefined;
  readonly values: readonly Value[];
}

const value: Parser<Value> = (found, path) => {
  if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return found;
  return record<{ date: number }>({
    date: (ms, at) => (typeof ms === 'number' ? ms : Number(text(ms, at))),
  })(found, path);
};

/** Parses what was kept. */
export const wanted: Parser<Wanted> = record<Wanted>({
  hidden: list(text),
  type: maybe(text),
  values: list(value),
});

/** What a filter wants of a column, by the position that Google counts; undefined for nothing. Throws `filter-not-kept`. */
export function wantedAt(filter: Filter, position: number, heading: string): Wanted | undefined {
  const criteria = filter.getColumnFilterCriteria(position);
  return criteria ? wantedBy(criteria, heading) : undefined;
}

function wantedBy(criteria: Criteria, heading: string): Wanted {
  if (criteria.getVisibleBackgroundColor() || criteria.getVisibleForegroundColor())
    throw new Problem('filter-not-kept', heading);
  const type: unknown = criteria.getCriteriaType();
  const hidden = (criteria.getHiddenValues() ?? []).map(String);
  if (type === null || type === undefined) return { hidden, values: [] };
  const values = (criteria.getCriteriaValues() ?? []).map((each: unknown) => kept(each, heading));
  return { hidden, type: String(type), values };
}

/** “Last week” is an object of Google's own. */
function kept(found: unknown, heading: string): Value {
  if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return found;
  if (Object.prototype.toString.call(found) === '[object Date]') return { date: Number(found) };
  throw new Problem('filter-not-kept', heading);
}

/** Sets it again. */
export function want(filter: Filter, position: number, { hidden, type, values }: Wanted): void {
  let builder = newCriteria();
  if (hidden.length > 0) builder = builder.setHiddenValues([...hidden]);
  const condition = type === undefined ? undefined : booleanCriteria(type);
  if (condition) builder = builder.withCriteria(condition, values.map(asGiven));
  filter.setColumnFilterCriteria(position, builder.build());
}

function asGiven(found: Value): unknown {
  return typeof found === 'object' ? new Date(found.date) : found;
}
