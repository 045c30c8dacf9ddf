/** Questions that Linkup refuses among others that it answers: they are sent once, and what was asked beside them is still fetched. */
import { expect, it } from 'vitest';
import type { HttpRequest } from '../../doubles/http';
import { built } from '../../world/built';
import { RESEARCH_DRAFT } from '../../world/drafts';
import { MENU, SAYS, statusOf } from '../../world/says';
import { ask } from '../../world/sidebar';
import { after, isPost, type Wired, wired } from '../../world/wired';

const LONG = 'o'.repeat(60);

/** Countries that are researched for minutes, and names too long for Linkup. */
async function researched(...names: readonly string[]): Promise<Wired> {
  return wired(built(), [['Country'], ...names.map((name) => [name])], RESEARCH_DRAFT, {
    maxQueryLength: 60,
  });
}

function stateOf({ world }: Wired) {
  const [id = ''] = ask(world, 'start', null).enrichments.map((each) => each.id);
  return ask(world, 'progress', { id });
}

it('a run that pauses still gets the answers under way, with the sheet closed', async () => {
  const refused = Array.from({ length: 6 }, (_, i) => LONG + i);
  const stage = await researched('Peru', 'Chad', 'Mali', ...refused);
  stage.world.press(MENU.all, 'YES');
  after(stage, 120);
  expect(stage.world.column(statusOf('Facts')).slice(0, 3)).toEqual([SAYS.done, SAYS.done, SAYS.done]);
  expect(stateOf(stage)).toMatchObject({ state: 'paused', code: 'refused-alike' });
  expect(stage.world.host.triggers).toEqual([]);
});

it('a question that is refused on its own is not sent again while its row waits to be written', async () => {
  const stage = await researched('Peru', `${LONG}1`, 'Chad', `${LONG}2`);
  const alone: string[] = [];
  stage.wire = (request, send) => {
    alone.push(...loneQuestion(request));
    return send();
  };
  stage.world.press(MENU.all, 'YES');
  after(stage, 120);
  const refused = alone.filter((question) => question.includes(LONG));
  expect(refused).toHaveLength(2);
  expect(new Set(refused).size).toBe(2);
  expect(stateOf(stage)).toMatchObject({ state: 'ended', counts: { done: 2, failed: 2 } });
});

/** What a POST of a single task asks. */
function loneQuestion(request: HttpRequest): string[] {
  if (!isPost(request)) return [];
  const tasks: unknown = JSON.parse(request.body ?? '[]');
  return Array.isArray(tasks) && tasks.length === 1 ? [JSON.stringify(tasks[0])] : [];
}
