/** S6: an enrichment saved under a word of the language keeps nobody’s sidebar from starting. */
import { expect } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { ask, BOB, withFacts } from '../../world/sidebar';

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

fact(
  'S6 what is saved under a word of the language keeps nobody’s sidebar from starting',
  async (edition) => {
    const { world, id } = await withFacts(3, { edition }, CHEAP);
    const { document } = world.host.properties;
    const known = JSON.parse(document.get(`linkup.enrichment.${id}`) ?? '{}');
    for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '..', 'a/b', ''])
      document.set(`linkup.enrichment.${word}`, JSON.stringify({ ...known, id: word }));
    for (const user of [undefined, BOB])
      expect(ask(world, 'start', null, user).enrichments.map((each) => each.id)).toEqual([id]);
  },
);
