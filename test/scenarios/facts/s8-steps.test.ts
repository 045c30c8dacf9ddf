/** S8: many failed rows, or a text of blanks, take no more than their number of steps. */

import { expect } from 'vitest';
import { fingerprinter } from '../../../src/enrichment/fingerprint';
import { CAPITAL_DRAFT, CAPITAL_QUESTION } from '../../world/drafts';
import { fact } from '../../world/fact';
import { rewritten } from '../../world/forging';
import { replyTo } from '../../world/reading';
import { statusOf } from '../../world/says';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import { metered, stepsOf } from '../../world/steps';
import { World } from '../../world/world';

/** Steps of one look at the last run when so many of its rows failed for one reason. */
function lookAtFailed(world: World, id: string, rows: number): number {
  const run = ask(world, 'start', null).progress[0]?.run ?? '';
  const e = rewritten(world, id, {});
  const print = fingerprinter(e)(CAPITAL_QUESTION.replace('{{Country}}', 'Peru'));
  const at = new Date(world.clock.now()).toISOString();
  const [headings = []] = world.sheet.displayRows();
  const failed = (n: number): string[] =>
    headings.map((heading) => {
      if (heading === 'Country') return 'Peru';
      if (heading === statusOf('Facts')) return `Failed: no answer${' '.repeat(50)}`;
      if (heading.startsWith('Facts state')) return `failed | ${at} | ${run} | ${print} | ${n} | `;
      return heading.startsWith('Facts question') ? print : '';
    });
  world.sheet.fromRows([headings, ...Array.from({ length: rows }, (_, i) => failed(i + 1))]);
  expect(ask(world, 'progress', { id })?.failures).toMatchObject([{ total: rows }]);
  return stepsOf(world).at(-1) ?? 0;
}

fact(
  'S8 four times as many failed rows take four times as many steps, not sixteen times',
  async (edition) => {
    const { world, id } = await withFacts(
      [['Country'], ['Peru']],
      { edition: metered(edition) },
      CAPITAL_DRAFT,
    );
    enrich(world, id);
    follow(world, id);
    const some = lookAtFailed(world, id, 250);
    const many = lookAtFailed(world, id, 1_000);
    expect(some).toBeGreaterThan(250);
    expect(many / some).toBeLessThan(5);
  },
);

fact('S8 50,000 blanks in a message of Linkup’s take a step each at most', async (edition) => {
  const world = await World.open([['Country'], ['Peru']], { edition: metered(edition) });
  const message = `The question${' '.repeat(50_000)}is wrong`;
  world.linkup.failNext({
    method: 'POST',
    path: '/v1/search',
    effect: 'before',
    code: 'VALIDATION_ERROR',
    message,
  });
  const reply = replyTo(world, 'tryOne', { sheetId: world.sheet.id, draft: CAPITAL_DRAFT });
  expect(stepsOf(world).at(-1)).toBeLessThan(message.length);
  expect(reply).toMatchObject({
    code: 'invalid-question',
    sentence: expect.stringContaining('The question'),
  });
});
