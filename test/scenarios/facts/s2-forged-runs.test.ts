/** S2: a run that another editor writes into the document costs nobody anything. */
import { expect } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { forgedRun, forgeLedger, looking, rewritten } from '../../world/forging';
import { replyTo } from '../../world/reading';
import { codeOf, enrich, follow, withFacts } from '../../world/sidebar';

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

fact('S2 a run that somebody writes into the document costs nobody anything', async (edition) => {
  const { world, id } = await withFacts(25, { edition }, CHEAP);
  enrich(world, id);
  follow(world, id);
  const before = world.linkup.bill.total();
  const { document } = world.host.properties;
  for (const changes of [
    {},
    { price: 0.006, cap: 0.15, asked: 0 },
    { price: 1e308 },
    { price: 0, cap: -1 },
  ]) {
    document.set('linkup.run.f0f0f0f0f0', forgedRun(id, world.clock.now(), changes));
    forgeLedger(world, rewritten(world, id, {}), 'f0f0f0f0f0');
    looking(world, id);
    expect(world.linkup.bill.total()).toBe(before);
    expect(replyTo(world, 'start', null)).toMatchObject({ ok: true });
    expect(['', 'not-yours']).toContain(codeOf(world, 'resume', { id }));
    expect(world.linkup.bill.total()).toBe(before);
  }
});

fact(
  'S2 a run of this edition that refers to an agreement of somebody’s is not theirs unless they agreed to it',
  async (edition) => {
    const { world, id } = await withFacts(25, { edition }, CHEAP);
    const agreement = enrich(world, id).run;
    follow(world, id);
    const before = world.linkup.bill.total();
    world.host.properties.document.set(
      'linkup.run.f0f0f0f0f0',
      forgedRun(id, world.clock.now(), { agreement }),
    );
    forgeLedger(world, rewritten(world, id, {}), 'f0f0f0f0f0');
    looking(world, id);
    expect(world.linkup.bill.total()).toBe(before);
  },
);
