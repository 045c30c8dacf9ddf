/** A row that was tried before its run, while a POST's answer is lost: the try's task is the try's, and no question is billed twice. */
import { expect, it } from 'vitest';
import { built } from '../../world/built';
import { RESEARCH_DRAFT } from '../../world/drafts';
import { MENU } from '../../world/says';
import { ask } from '../../world/sidebar';
import { after, isPost, wired } from '../../world/wired';

it('is asked once by the run, and once by the try', async () => {
  const stage = await wired(built(), [['Country'], ['Peru'], ['Chad'], ['Mali']], RESEARCH_DRAFT);
  const { world, linkup } = stage;
  const [draft] = ask(world, 'start', null).enrichments;
  if (!draft) throw new Error('nothing is saved');
  const { revision: _, outputs: _outputs, ...tried } = draft;
  ask(world, 'tryOne', { sheetId: world.sheet.id, draft: tried });
  let isFirst = true;
  stage.wire = (request, send) => {
    const {
      headers: { Date: _date, date: _d, ...headers },
      ...response
    } = send();
    const untimed = { ...response, headers };
    if (!isPost(request) || !isFirst) return untimed;
    isFirst = false;
    return {
      ...untimed,
      status: 500,
      body: '{"statusCode":500,"error":{"code":"INTERNAL","message":"x","details":[]}}',
    };
  };
  world.press(MENU.all, 'YES');
  after(stage, 240);
  const asked = linkup.bill.entries.map(({ question }) => question);
  expect(asked.filter((question) => question.includes('Peru')).length).toBeLessThanOrEqual(2);
  expect(asked.filter((question) => question.includes('Chad'))).toHaveLength(1);
  expect(asked.filter((question) => question.includes('Mali'))).toHaveLength(1);
});
