/** The block of rows that an answer adds to a list: typed like all answers, without doubles and without rows that nobody could tell apart. Pure. */
import type { AnswerValue } from '../../enrichment/answer';
import type { Enrichment } from '../../enrichment/definition';
import { listKey } from '../../enrichment/list';
import { answerOf } from '../../linkup/answers';
import { readingOf } from '../../sheet/cells';

/** The new rows, and how many were left out for which reason. */
export interface Block {
  readonly rows: readonly (readonly AnswerValue[])[];
  readonly doubles: number;
  readonly keyless: number;
  readonly beyond: number;
}

/** What of some items is new beside the keys that are `there`, as far as there is `room`. */
export function blockOf(
  e: Enrichment,
  items: readonly unknown[],
  there: ReadonlySet<string>,
  room: number,
): Block {
  const known = new Set(there);
  const rows: (readonly AnswerValue[])[] = [];
  let [doubles, keyless, beyond] = [0, 0, 0];
  for (const item of items) {
    const { values } = answerOf(e, item);
    const key = listKey(readingOf(values[0]));
    if (key === '') keyless += 1;
    else if (known.has(key)) doubles += 1;
    else if (rows.length === room) beyond += 1;
    else {
      known.add(key);
      rows.push(values);
    }
  }
  return { rows, doubles, keyless, beyond };
}
