/** The sidebar's door: a key is kept only when Linkup took it, and an enrichment's own columns never stand for the table's. */
import { describe, expect, it } from 'vitest';
import { seenBy } from '../../../src/sidebar/client/model/own-columns';
import type { Start } from '../../../src/sidebar/protocol';
import { World } from '../../world/world';

const TABLE = [['Country'], ['Chad'], ['Mali']];

function start(world: World): Start {
  return world.sidebar('start', null) as Start;
}

describe('connecting', () => {
  it.each([
    ['a lost connection', { effect: 'before', network: 'dns' }],
    ['an error of Linkup’s', { effect: 'before', code: 'INTERNAL_SERVER_ERROR' }],
    ['an answer that cannot be read', { effect: 'before', status: 200, body: '<html>' }],
  ] as const)('during %s says so, speaks of no run, and keeps the key of before', async (_what, fault) => {
    const world = await World.open(TABLE);
    const before = start(world).key;
    world.linkup.failNext(fault);
    expect(() => world.sidebar('connect', { key: 'another-key' })).toThrow(
      'Linkup could not be reached, so the key was not kept. Try again in a minute.',
    );
    expect(start(world).key).toBe(before);
  });

  it('with a key that Linkup does not know keeps the one of before', async () => {
    const world = await World.open(TABLE);
    const before = start(world).key;
    expect(() => world.sidebar('connect', { key: 'another-key' })).toThrow('Linkup does not accept the key');
    expect(start(world).key).toBe(before);
  });

  it('with nothing but spaces asks for a key', async () => {
    const world = await World.open(TABLE);
    expect(() => world.sidebar('connect', { key: ' \n' })).toThrow('There is no Linkup key');
  });
});

describe('an enrichment with an output called like a column of its question', () => {
  const SAME = {
    template: 'What is the capital of {{Country}}?',
    fields: [{ name: 'Land', kind: 'text' }],
  } as const;

  it('is offered once by its page, and saved again: somebody renamed it', async () => {
    const world = await World.open(TABLE);
    world.save(SAME);
    world.sheet.type(1, (world.sheet.displayRows()[0]?.indexOf('Land') ?? -1) + 1, 'Country');
    const [saved] = start(world).enrichments;
    expect(seenBy(start(world), saved).headings).toEqual(['Country']);
    expect(() => world.save({ ...SAME, id: saved?.id ?? '' })).not.toThrow();
    expect(world.sheet.displayRows()[0]?.filter((heading) => heading === 'Country')).toHaveLength(2);
  });
});

describe('a schema with a slash in a property', () => {
  it('keeps its column when the enrichment is saved again', async () => {
    const world = await World.open(TABLE);
    const draft = {
      fields: [],
      schema: '{"type":"object","properties":{"revenue/employee":{"type":"number"}}}',
    };
    world.save(draft);
    const headings = world.sheet.displayRows()[0];
    world.save({ ...draft, id: start(world).enrichments[0]?.id ?? '' });
    expect(world.sheet.displayRows()[0]).toEqual(headings);
  });
});
