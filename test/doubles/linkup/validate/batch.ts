/** Checks the body of POST /tasks: a bare array of 1 to 100 typed inputs. */
import { isObject, type Json, type TaskType, type Work } from '../contract';
import { ApiError, type Detail, validationError } from '../errors';
import type { LinkupKnobs } from '../knobs';
import { type Checked, checkWork } from './work';

/** Most tasks in one POST (POST /tasks reference). */
const MOST_TASKS = 100;

/** The task types that a batch may hold. */
const TYPES: readonly TaskType[] = ['search', 'fetch', 'research'];

/** One element of the batch: what was sent, and what it means or why it means nothing. */
export interface BatchItem {
  readonly type: TaskType;
  readonly sent: Json;
  readonly checked: Checked<Work>;
}

/** The batch, item by item. Throws for everything that spoils the batch as a whole. */
export function checkBatch(body: Json, knobs: LinkupKnobs): readonly BatchItem[] {
  if (!Array.isArray(body)) throw validationError([{ field: 'body', message: 'body must be an array' }]);
  if (body.length < 1 || body.length > MOST_TASKS) {
    throw validationError([
      { field: 'body', message: `body must contain between 1 and ${MOST_TASKS} elements` },
    ]);
  }
  const items = body.map((item: Json, index) => checkItem(item, index, knobs));
  const issues = items.flatMap((item) => ('issues' in item ? item.issues : []));
  const readable = items.flatMap((item) => ('issues' in item ? [] : [item]));
  if (issues.length > 0) throw validationError(issues);
  const wrong = readable.flatMap(({ checked }) => (checked.ok ? [] : checked.issues));
  if (wrong.length > 0 && knobs.atomicity === 'all') throw validationError(wrong);
  return readable;
}

/** An item without a readable type and input cannot become a task in any mode. */
function checkItem(
  item: Json,
  index: number,
  knobs: LinkupKnobs,
): BatchItem | { readonly issues: readonly Detail[] } {
  const at = (field: string) => fieldPath(field, index, knobs);
  const issue = (field: string, message: string) => ({ issues: [{ field: at(field), message }] });
  if (!isObject(item)) return issue('', 'each value must be an object');
  if (item.type === 'extract') throw new ApiError('TASK_TYPE_NOT_SUPPORTED');
  const type = TYPES.find((candidate) => candidate === item.type);
  if (type === undefined)
    return issue('type', `type must be one of the following values: ${TYPES.join(', ')}`);
  const extra = Object.keys(item).find((name) => name !== 'type' && name !== 'input');
  if (extra !== undefined && knobs.unknownFields === 'reject') {
    return issue(extra, `property ${extra} should not exist`);
  }
  if (!isObject(item.input)) return issue('input', 'input must be an object');
  return { type, sent: item.input, checked: checkInput(type, item.input, index, knobs) };
}

function checkInput(type: TaskType, input: Json, index: number, knobs: LinkupKnobs): Checked<Work> {
  const checked = checkWork(type, input, knobs);
  const issues = checked.ok ? [] : [...checked.issues];
  if (knobs.flashInTasks === 'reject' && isObject(input) && input.depth === 'flash') {
    issues.push({
      field: 'depth',
      message: 'depth must be one of the following values: fast, standard, deep',
    });
  }
  if (checked.ok && issues.length === 0) return checked;
  const named = issues.map((issue) => ({
    ...issue,
    field: fieldPath(`input.${issue.field}`, index, knobs),
  }));
  return { ok: false, issues: named };
}

function fieldPath(field: string, index: number, knobs: LinkupKnobs): string {
  const prefix = { dot: `${index}`, bracket: `[${index}]`, none: '' }[knobs.batchField];
  return [prefix, field].filter((part) => part !== '').join('.');
}
