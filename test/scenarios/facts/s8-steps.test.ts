/** S8: many failed rows, or a text of blanks, take no more than their number of steps. */
import { expect } from 'vitest';
import { fingerprint } from '../../../src/enrichment/fingerprint';
import { questionOf } from '../../../src/enrichment/question';
import { CAPITAL_DRAFT, CAPITAL_QUESTION } from '../../world/drafts';
import { fact } from '../../world/fact';
import { rewritten } from '../../world/forging';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

/** CPU time of one look at the last run when so many of its rows failed for one reason, in ms. */
function lookAtFailed(world: World, id: string, rows: number): number {
  const run = ask(world, 'start', null).progress[0]?.run ?? '';
  const e = rewritten(world, id, {});
  const print = fingerprint(questionOf(e, CAPITAL_QUESTION.replace('{{Country}}', 'Peru')));
  const at = new Date(world.clock.now()).toISOString();
  const [headings = []] = world.sheet.displayRows();
  const failed = (n: number): string[] =>
    headings.map((heading) => {
      if (heading === 'Country') return 'Peru';
      if (heading === 'Facts status') return `Failed: no answer${' '.repeat(50)}`;
      if (heading.startsWith('Facts state')) return `failed | ${at} | ${run} | ${print} | ${n} | `;
      return heading.startsWith('Facts question') ? print : '';
    });
  world.sheet.fromRows([headings, ...Array.from({ length: rows }, (_, i) => failed(i + 1))]);
  const before = process.cpuUsage();
  const report = ask(world, 'progress', { id });
  const { user, system } = process.cpuUsage(before);
  expect(report?.failures).toMatchObject([{ total: rows }]);
  return (user + system) / 1_000;
}

fact(
  'S8 four times as many failed rows take about four times as long to tell of, not sixteen times',
  async (edition) => {
    const { world, id } = await withFacts([['Country'], ['Peru']], { edition }, CHEAP);
    enrich(world, id);
    follow(world, id);
    lookAtFailed(world, id, 1_000);
    const some = lookAtFailed(world, id, 3_000);
    const many = lookAtFailed(world, id, 12_000);
    expect(many / some).toBeLessThan(8);
  },
);
