/** The items in the answer to a question for a list: in the form that was asked for, or in one that clearly means it, for it was paid for. */
import { parseJson } from '../enrichment/parse';
import { isBlank, type Json, objectIn, valueAt } from './forms';

/** The items; none where nothing was found; undefined where what came is no list. */
export function itemsIn(output: unknown): readonly unknown[] | undefined {
  if (isBlank(output)) return [];
  const read = typeof output === 'string' ? parseJson(output) : output;
  const whole = objectIn(read);
  const found = rowsOf(whole) ?? rowsOf(objectIn(valueAt(whole, 'data')));
  if (found) return found;
  if (!Array.isArray(read)) return onlyList(whole);
  const nested = read.map((each) => rowsOf(objectIn(each)));
  return nested.every((rows) => rows === undefined) ? read : nested.flatMap((rows) => rows ?? []);
}

function rowsOf(object: Json | undefined): readonly unknown[] | undefined {
  const rows = valueAt(object, 'rows');
  return Array.isArray(rows) ? rows : undefined;
}

/** Under whatever name it goes. */
function onlyList(object: Json | undefined): readonly unknown[] | undefined {
  const lists = Object.values(object ?? {}).filter(Array.isArray);
  return lists.length === 1 ? lists[0] : undefined;
}
