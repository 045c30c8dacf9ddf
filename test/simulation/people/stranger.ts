/** Others who use one of the keys: a script that asks about our subjects and wants other answers, and a second document that asks what we ask. */
import { KEYS, OWNER } from '../engine/cast';
import type { Dice } from '../engine/dice';
import type { Enrichment } from '../engine/enrichments';
import { inputsAt } from '../engine/row-inputs';
import type { Stage, StagedSheet } from '../engine/stage';

const TASKS = 'https://api.linkup.so/v1/tasks';

/** Asks some of a sheet's questions with other options. False where there is nothing to ask otherwise. */
export function askOtherwise(stage: Stage, sheet: StagedSheet, dice: Dice): boolean {
  const asking = stage.present(sheet).filter(([, { otherwise }]) => otherwise.length > 0);
  if (asking.length === 0) return false;
  const [, enrichment] = dice.pick(asking);
  const tasks = questions(sheet, enrichment)
    .filter(() => dice.chance(0.6))
    .slice(0, 5)
    .map((q) => ({ type: enrichment.draft.type, input: { q, ...dice.pick(enrichment.otherwise) } }));
  if (tasks.length === 0) return false;
  return post(stage, tasks);
}

/** Most questions that the second document has in common with the first. */
const IN_COMMON = 5;

/** A copy of the document is enriched with the same key: it asks some of what was asked here, word for word. False where nothing was. */
export function askAlike(stage: Stage, dice: Dice): boolean {
  const { linkup, foreign } = stage;
  const ours = linkup.ownTasks.filter(({ id, key }) => key === KEYS[OWNER] && !foreign.has(id));
  const tasks = ours
    .filter(() => dice.chance(0.6))
    .slice(-IN_COMMON)
    .map(({ type, sent }) => ({ type, input: sent }));
  return tasks.length > 0 && post(stage, tasks);
}

function post(stage: Stage, tasks: readonly object[]): boolean {
  const { status, body } = stage.linkup.handle({
    method: 'POST',
    url: TASKS,
    headers: { authorization: `Bearer ${KEYS[OWNER]}`, 'content-type': 'application/json' },
    body: JSON.stringify(tasks),
  });
  if (status >= 300) return false;
  for (const { id } of JSON.parse(body)) stage.foreign.add(String(id));
  return true;
}

function questions({ shadow }: StagedSheet, enrichment: Enrichment): string[] {
  const asked = new Set<string>();
  for (let row = 2; row <= shadow.lastRow; row++) {
    const question = enrichment.asks(inputsAt(shadow, row));
    if (question !== undefined) asked.add(question);
  }
  return [...asked];
}
