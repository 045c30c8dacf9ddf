import { it } from 'vitest';
import { World } from '../doubles/world';
import { countryTable, FACTS } from './countries';
it('x', async () => {
  const world = await World.open(countryTable(30), { linkup: { queueLimit: 10, neighbours: { slots: 3, everyMs: 2_000, perListRead: 5 } } });
  world.save(FACTS);
  world.press('Enrich all rows', 'YES');
  try { world.untilDone(0.3); } catch (e) { console.log(String(e)); }
  const t0 = world.linkup.requests[0]?.at ?? 0;
  console.log(world.linkup.requests.slice(-25).map((r) => `${(r.at - t0)/1000} ${r.method} ${r.status} ${r.query.slice(0,30)}`).join('\n'));
  console.log(world.linkup.tasks.filter(t=>t.status!=='completed').length, world.linkup.tasks.length, world.linkup.tasks.filter(t=>t.key==='test-key').length);
  console.log(world.column('Facts status').join('|'), world.host.logs.slice(-3));
});
