/** S7: what is too long, too much, or does not check is refused before anything is touched. */

import { expect, it } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { answered, CAPITAL, offered, trySave } from '../../world/columns';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { replyTo, traces } from '../../world/reading';
import { ask, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const FIELD = { name: 'capital', kind: 'text' } as const;

const PROPERTIES = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`p${i}`, {}]));

/** What the first edition took, or noticed too late. */
const TOO_MUCH: readonly (readonly [string, Partial<Draft>])[] = [
  ['a name of 60,000 characters', { name: 'x'.repeat(60_000) }],
  ['a field of 60,000 characters', { fields: [{ ...FIELD, name: 'x'.repeat(60_000) }] }],
  [
    'a schema of 600 properties',
    { fields: [], schema: JSON.stringify({ type: 'object', properties: PROPERTIES }) },
  ],
];

for (const [name, changes] of TOO_MUCH) {
  fact(`S7 ${name}: a Save of it is refused before anything is touched`, async (edition) => {
    const { world, id } = await answered({ edition });
    expectRefused(world, id, changes);
  });
}

it('what is a little too long or too much is refused as well', async () => {
  const { world, id } = await answered({});
  for (const changes of [
    { name: 'x'.repeat(101) },
    { fields: [{ ...FIELD, description: 'x'.repeat(501) }] },
    { fields: Array.from({ length: 51 }, (_, i) => ({ ...FIELD, name: `field ${i}` })) },
    { template: `{{Country}} ${'x'.repeat(10_000)}` },
    { template: `{{Country}} ${'é'.repeat(4_500)}` },
  ])
    expectRefused(world, id, changes);
});

/** Neither a new enrichment is saved so nor the answered one, whose rows stay answered. */
function expectRefused(world: World, id: string, changes: Partial<Draft>): void {
  const before = traces(world);
  for (const draft of [CAPITAL, { ...CAPITAL, id }]) {
    const reply = trySave(world, { ...draft, ...changes });
    expect(traces(world)).toEqual(before);
    expect(reply).toMatchObject({ ok: false, code: 'bad-option' });
  }
  expect(offered(world, id).rows).toBe(0);
}

fact('S7 what is saved and means nothing is left out, in words', async (edition) => {
  const { world, id } = await withFacts(3, { edition }, CAPITAL_DRAFT);
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
