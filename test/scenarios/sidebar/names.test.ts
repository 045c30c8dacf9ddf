/** Names of enrichments, fields and columns: which two nobody could tell apart, and how long one may be; refused with the sheet as it was. */
import { describe, expect, it } from 'vitest';
import { DRAFT } from '../../world/drafts';
import { refusal, traces } from '../../world/reading';
import { refusedSave } from '../../world/refused-save';
import { ask, codeOf, saved, toFill, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

const TABLE = [['Country'], ['Peru'], ['Chad']];

describe('a name', () => {
  it('of a field is no column of the person’s: nobody could tell which of the two a question means', async () => {
    expect(await refusedSave(TABLE, { fields: [{ name: ' country ', kind: 'text' }] })).toContain(
      'The table has a column “country” already',
    );
  });

  it('is no other enrichment’s on this sheet; what is there already may be saved again', async () => {
    const world = await World.open(TABLE);
    const field = (name: string) => ({ fields: [{ name, kind: 'text' }] }) as const;
    world.save({ name: 'Facts', ...field('one') });
    const again = refusal(() => world.save({ name: 'facts', template: 'Of {{Country}}?', ...field('two') }));
    expect(again).toContain('Another enrichment on this sheet is called “facts”.');
    const { id = '' } = ask(world, 'start', null).enrichments[0] ?? {};
    world.save({ id, name: 'Facts', template: 'Of {{Country}}?', ...field('one') });
  });
});

const field = (name: string) => ({ name, kind: 'text' }) as const;

describe('a field of a second enrichment', () => {
  it.each([
    ' CAPITAL ',
    'Facts  status',
    'Facts state (Linkup, do not edit)',
  ])('is not called as a column that another fills: %s', async (name) => {
    const world = await World.open([['Country'], ['Peru']]);
    saved(world);
    const before = traces(world);
    const draft = { name: 'More', template: 'Of {{Country}}?' };
    const said = refusal(() => world.save({ ...draft, fields: [field('leader'), field(name)] }));
    expect(said).toContain(`The table has a column “${name.trim()}” already`);
    expect(traces(world)).toEqual(before);
    world.save({ ...draft, fields: [field('leader')] });
  });

  it('is not renamed to one either, for its heading would follow', async () => {
    const { world, id } = await withFacts([['Country', 'Leader'], ['Peru']]);
    const [{ fields = [], ...draft } = DRAFT] = ask(world, 'start', null).enrichments;
    const renamed = fields.map((each, i) => (i === 0 ? { ...each, name: 'leader' } : each));
    const saving = {
      sheetId: world.sheet.id,
      draft: { ...draft, id, fields: renamed },
      revision: '',
      force: true,
    };
    expect(codeOf(world, 'save', saving)).toBe('heading-taken');
    world.sheet.type(1, 2, 'Head');
    expect(codeOf(world, 'save', saving)).toBe('');
  });

  it('is not called as another column of its own', async () => {
    expect(await refusedSave(TABLE, { name: 'Facts', fields: [field('facts Status')] })).toContain(
      'The field “facts Status” is called as another of its columns is.',
    );
  });
});

describe('a column of the person’s that comes later and is called as one of ours', () => {
  it('is said at the offer and at the question, before anything is asked', async () => {
    const { world } = await withFacts([['Country'], ['Peru'], ['Chad']]);
    const more = { name: 'More', template: 'Mayor of {{capital}}?', fields: [field('mayor')] };
    const id = saved(world, more);
    world.sheet.type(1, world.sheet.lastColumn + 1, 'Capital');
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('');
    world.sheet.type(1, world.sheet.lastColumn, 'capital');
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('ambiguous-column');
    expect(ask(world, 'start', null).headings.filter((heading) => heading === 'capital')).toHaveLength(2);
    expect(world.linkup.tasks).toEqual([]);
  });

  it('is what the question of its own enrichment means', async () => {
    const { world, id } = await withFacts([['Country'], ['Peru']]);
    world.sheet.type(1, world.sheet.lastColumn + 1, 'capital');
    world.sheet.type(2, world.sheet.lastColumn, 'Lima');
    world.save({ ...DRAFT, id, template: 'Of {{capital}}?' });
    expect(ask(world, 'start', null).sample).toMatchObject({ capital: 'Lima' });
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(1);
  });
});

describe('names', () => {
  const LONG = '👩‍👩‍👧‍👦'.repeat(60);

  it.each([
    '=1+1',
    "'quoted",
    '+49',
    '𝔛 and 🇵🇪',
    LONG,
  ])('may be %s, and head their columns so', async (name) => {
    const world = await World.open([['Country'], ['Peru']]);
    world.save({ name, shape: 'answer', fields: [] });
    expect(world.sheet.displayRows()[0]?.slice(1, 3)).toEqual([name, `${name} status`]);
    expect(world.sheet.peek(1, 2)?.formula).toBeUndefined();
  });

  it.each([
    ['The name is longer than 60 characters.', { name: `${LONG}x` }],
    ['The name of a field is longer than 60 characters.', { fields: [field(`${LONG}x`)] }],
    ['The name has a line break or a tab in it.', { name: 'one\ntwo' }],
    ['The name of a field has a line break or a tab in it.', { fields: [field('one\ntwo')] }],
    ['The enrichment has no name.', { name: ' \u200B ' }],
    [
      'The name of a field is longer than 60 characters.',
      { fields: [], schema: `{"type":"object","properties":{"${'x'.repeat(61)}":{}}}` },
    ],
  ])('%s', async (said, draft) => {
    expect(await refusedSave(TABLE, draft)).toContain(said);
  });
});
