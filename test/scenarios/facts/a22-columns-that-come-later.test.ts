/** A22: a field is added or renamed, or its column deleted, after a run. */

import { expect } from 'vitest';
import { answered, CAPITAL, CAPITALS, CURRENCY, headings, offered, save, TABLE } from '../../world/columns';
import { fact } from '../../world/fact';
import { statusOf } from '../../world/says';
import { enrich } from '../../world/sidebar';
import { World } from '../../world/world';

fact(
  'A22 a field is added after a run: its column stands beside the others, and its rows can be filled',
  async (edition) => {
    const { world, id } = await answered({ edition });
    save(world, { ...CAPITAL, id, fields: [...CAPITAL.fields, CURRENCY] });
    expect(headings(world).slice(0, 4)).toEqual(['Country', 'capital', 'currency', statusOf('Facts')]);
    expect(offered(world, id)).toEqual({ rows: 3, reasons: [] });
    enrich(world, id);
    world.untilDone();
    expect(world.column('capital')).toEqual(CAPITALS);
    expect(world.column('currency').every((text) => text !== '')).toBe(true);
  },
);

fact(
  'A22 a field is renamed after a run: it keeps its column, and its rows are outdated, not filled by hand',
  async (edition) => {
    const { world, id } = await answered({ edition });
    save(world, { ...CAPITAL, id, fields: [CURRENCY] });
    expect(headings(world).slice(0, 3)).toEqual(['Country', 'currency', statusOf('Facts')]);
    expect(offered(world, id)).toEqual({ rows: 3, reasons: [] });
    enrich(world, id);
    world.untilDone();
    expect(world.column('currency')).not.toEqual(CAPITALS);
  },
);

fact(
  'A22 a column is deleted after a run: Save makes it again in its place, and its rows can be filled',
  async (edition) => {
    const world = await World.open(TABLE, { edition });
    const draft = { ...CAPITAL, fields: [...CAPITAL.fields, CURRENCY] };
    const id = save(world, draft);
    enrich(world, id);
    world.untilDone();
    world.sheet.deleteColumns(3, 1);
    save(world, { ...draft, id });
    expect(headings(world).slice(0, 4)).toEqual(['Country', 'capital', 'currency', statusOf('Facts')]);
    expect(offered(world, id)).toEqual({ rows: 3, reasons: [] });
    enrich(world, id);
    world.untilDone();
    expect(world.column('currency').every((text) => text !== '')).toBe(true);
  },
);

fact(
  'A22 one value is corrected by hand: it stays, and the others follow their row’s question',
  async (edition) => {
    const world = await World.open(TABLE, { edition });
    const id = save(world, { ...CAPITAL, fields: [...CAPITAL.fields, CURRENCY] });
    enrich(world, id);
    world.untilDone();
    world.sheet.type(2, 2, 'LIMA');
    const before = world.column('currency')[0];
    world.sheet.type(2, 1, 'Japan');
    expect(offered(world, id).rows).toBe(1);
    enrich(world, id);
    world.untilDone();
    expect(world.column('capital')[0]).toBe('LIMA');
    expect(world.column('currency')[0]).not.toBe(before);
  },
);
