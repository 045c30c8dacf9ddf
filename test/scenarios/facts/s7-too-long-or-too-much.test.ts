/** S7: what is too long, too much, or does not check is refused before anything is touched. */
import { expect } from 'vitest';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { replyTo, traces } from '../../world/reading';
import { ask, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

fact('S7 what is too long or too much is refused before anything is touched', async (edition) => {
  const world = await World.open(countryTable(3), { edition });
  const before = traces(world);
  const properties = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`p${i}`, {}]));
  const field = { name: 'capital', kind: 'text' } as const;
  for (const changes of [
    { name: 'x'.repeat(60_000) },
    { name: 'x'.repeat(101) },
    { fields: [{ ...field, name: 'x'.repeat(60_000) }] },
    { fields: [{ ...field, description: 'x'.repeat(501) }] },
    { fields: Array.from({ length: 51 }, (_, i) => ({ ...field, name: `field ${i}` })) },
    { fields: [], schema: JSON.stringify({ type: 'object', properties }) },
    { template: `{{Country}} ${'x'.repeat(10_000)}` },
    { template: `{{Country}} ${'é'.repeat(4_500)}` },
  ]) {
    const draft = { ...CHEAP, ...changes };
    const argument = { sheetId: world.sheet.id, draft, revision: '', force: false };
    expect(replyTo(world, 'save', argument)).toMatchObject({ ok: false, code: 'bad-option' });
    expect(traces(world)).toEqual(before);
  }
});

fact('S7 what is saved and means nothing is left out, in words', async (edition) => {
  const { world, id } = await withFacts(3, { edition }, CHEAP);
  const { document } = world.host.properties;
  const known = JSON.parse(document.get(`linkup.enrichment.${id}`) ?? '{}');
  for (const [i, changes] of [
    { fields: [] },
    { fields: [], schema: '[' },
    { shape: 'page' },
    { name: '' },
  ].entries())
    document.set(`linkup.enrichment.bad${i}`, JSON.stringify({ ...known, id: `bad${i}`, ...changes }));
  const reply = replyTo(world, 'start', null);
  expect(reply).toMatchObject({ ok: true, result: { enrichments: [{ id }] } });
  expect(ask(world, 'start', null).unreadable[0]?.sentence).toMatch(
    /^“Facts” is left out\. No fields are named\./,
  );
});
