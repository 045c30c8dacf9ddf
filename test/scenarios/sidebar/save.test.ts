/** Saving and drafts: what two people edit is not overwritten unasked, and what was not saved is not lost. */

import { describe, expect, it } from 'vitest';
import type { Draft, Kept } from '../../../src/sidebar/protocol';
import { rectOf } from '../../doubles/google/model/geometry';
import { CAPITAL_DRAFT, DRAFT } from '../../world/drafts';
import { replyTo } from '../../world/reading';
import { statusOf } from '../../world/says';
import { ask, BOB, codeOf, enrich, revisionOf, saved, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

const TABLE = [['Country'], ['Peru']];

describe('two people at one enrichment', () => {
  it('do not overwrite each other unasked', async () => {
    const { world, id } = await withFacts(TABLE);
    const [{ revision } = { revision: '' }] = ask(world, 'start', null).enrichments;
    const sheetId = world.sheet.id;
    const mine = { ...DRAFT, id, template: 'Which continent is {{Country}} on?' };
    const theirs = { ...DRAFT, id, template: 'Who leads {{Country}}?' };
    ask(world, 'save', { sheetId, draft: theirs, revision, force: false }, BOB);
    expect(replyTo(world, 'save', { sheetId, draft: mine, revision, force: false })).toEqual({
      ok: false,
      code: 'changed-meanwhile',
      sentence:
        'Somebody else saved or removed “Facts” while you were editing it, so nothing was saved. Read it again to see their version, or save yours over it.',
    });
    expect(ask(world, 'start', null).enrichments[0]?.template).toBe(theirs.template);
    ask(world, 'save', { sheetId, draft: mine, revision, force: true });
    expect(ask(world, 'start', null).enrichments[0]?.template).toBe(mine.template);
  });

  it('are told when one of them has removed it', async () => {
    const { world, id } = await withFacts(TABLE);
    const [{ revision } = { revision: '' }] = ask(world, 'start', null).enrichments;
    ask(world, 'remove', { id, columns: 'delete' }, BOB);
    const argument = { sheetId: world.sheet.id, draft: { ...DRAFT, id }, revision };
    expect(codeOf(world, 'save', { ...argument, force: false })).toBe('changed-meanwhile');
    ask(world, 'save', { ...argument, force: true });
    expect(world.column(statusOf('Facts'))).toEqual(['']);
  });

  it('can save in turn, each after reading what the other saved', async () => {
    const { world, id } = await withFacts(TABLE);
    const sheetId = world.sheet.id;
    for (const [i, user] of ['owner@example.com', BOB, 'owner@example.com'].entries()) {
      const [{ revision } = { revision: '' }] = ask(world, 'start', null, user).enrichments;
      const draft = { ...DRAFT, id, template: `${i}: {{Country}}?` };
      const after = ask(world, 'save', { sheetId, draft, revision, force: false }, user);
      expect(after.revision).not.toBe(revision);
    }
  });

  it('saving at the same moment do not mix their columns: the second is asked to try again', async () => {
    const world = await World.open(TABLE);
    const theirs = { ...DRAFT, name: 'Theirs', fields: [{ name: 'theirs', kind: 'text' as const }] };
    const argument = { sheetId: world.sheet.id, draft: theirs, revision: '', force: false };
    let code: string | undefined;
    world.host.onServiceCall = ({ method }) => {
      if (code !== undefined || method !== 'canEdit') return;
      code = '';
      code = codeOf(world, 'save', argument, BOB);
    };
    saved(world);
    expect(code).toBe('busy');
    ask(world, 'save', argument, BOB);
    expect(world.sheet.displayRows()[0]).toEqual(
      expect.arrayContaining(['capital', statusOf('Facts'), 'theirs', 'Theirs status']),
    );
  });

  it('can save one enrichment while another is at work', async () => {
    const { world, id } = await withFacts(
      [['Country'], ['Peru'], ['Chad']],
      {},
      { options: { depth: 'deep' } },
    );
    enrich(world, id);
    let code: string | undefined;
    world.host.onServiceCall = ({ method }) => {
      if (code !== undefined || method !== 'sleep') return;
      code = '';
      const draft = { ...DRAFT, name: 'Other', fields: [{ name: 'other', kind: 'text' as const }] };
      code = codeOf(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: false }, BOB);
    };
    world.untilDone(1);
    expect(code).toBe('');
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena"]);
    expect(world.column(statusOf('Other'))).toEqual(['', '']);
  });
});

describe('new columns', () => {
  const selected = ({ host }: World) => host.spreadsheet.selection;
  const headingOf = (world: World) => (world.sheet.displayRows()[0]?.indexOf('capital') ?? -1) + 1;

  it('are brought into view once, by selecting the first heading', async () => {
    const { world, id } = await withFacts([['Country'], ['Peru']], {}, CAPITAL_DRAFT);
    expect(selected(world)).toEqual([rectOf(1, headingOf(world), 1, headingOf(world))]);
    world.host.spreadsheet.select(world.sheet);
    const revision = revisionOf(world, id);
    const draft = { ...CAPITAL_DRAFT, id, template: 'Of {{Country}}?' };
    ask(world, 'save', { sheetId: world.sheet.id, draft, revision, force: false });
    expect(selected(world)).toEqual([rectOf(1, 1, 1, 1)]);
  });

  it('are left out of view where several cells are selected', async () => {
    const world = await World.open(TABLE);
    world.host.spreadsheet.select(world.sheet, rectOf(1, 1, 2, 1));
    saved(world, CAPITAL_DRAFT);
    expect(selected(world)).toEqual([rectOf(1, 1, 2, 1)]);
  });
});

describe('a revision', () => {
  it('changes with what is saved, and only with that', async () => {
    const { world, id } = await withFacts(TABLE);
    const save = (draft: Partial<Draft>): string =>
      ask(world, 'save', {
        sheetId: world.sheet.id,
        draft: { ...DRAFT, id, ...draft },
        revision: '',
        force: true,
      }).revision;
    const first = save({});
    expect(save({})).toBe(first);
    expect(save({ options: { depth: 'deep' } })).not.toBe(first);
    expect(save({})).toBe(first);
    expect(ask(world, 'start', null).enrichments[0]?.revision).toBe(first);
  });
});

describe('a draft', () => {
  const keep = (world: World, draft: Draft, user?: string): null =>
    ask(world, 'keepDraft', { sheetId: world.sheet.id, draft, revision: 'r1' }, user);
  const drafts = (world: World, user?: string): readonly Kept[] => ask(world, 'start', null, user).drafts;

  const kept = (draft: Draft): Kept => ({ ...draft, revision: 'r1' });

  it('survives closing, for its person alone and with the revision it was begun from', async () => {
    const { world, id } = await withFacts(TABLE);
    const edited = { ...DRAFT, id, template: 'Half a quest' };
    const fresh = { ...DRAFT, name: '', template: '' };
    keep(world, edited);
    keep(world, fresh);
    world.host.open();
    expect(drafts(world)).toEqual(expect.arrayContaining([kept(edited), kept(fresh)]));
    expect(drafts(world, BOB)).toEqual([]);
  });

  it('is of its own sheet', async () => {
    const { world } = await withFacts(TABLE);
    keep(world, DRAFT);
    world.host.spreadsheet.select(world.host.spreadsheet.addSheet('Other'));
    expect(drafts(world)).toEqual([]);
  });

  it('is replaced by the next, dropped when asked, and gone once it is saved', async () => {
    const { world, id } = await withFacts(TABLE);
    keep(world, { ...DRAFT, id, name: 'One' });
    keep(world, { ...DRAFT, id, name: 'Two' });
    expect(drafts(world).map(({ name }) => name)).toEqual(['Two']);
    ask(world, 'dropDraft', { sheetId: world.sheet.id, id });
    expect(drafts(world)).toEqual([]);
    keep(world, { ...DRAFT, id });
    ask(world, 'save', { sheetId: world.sheet.id, draft: { ...DRAFT, id }, revision: '', force: true });
    expect(drafts(world)).toEqual([]);
  });

  it('that is too long for Google is refused in words, and the one before stays', async () => {
    const { world } = await withFacts(TABLE);
    keep(world, DRAFT);
    const draft = { ...DRAFT, template: '国'.repeat(3_000) };
    expect(codeOf(world, 'keepDraft', { sheetId: world.sheet.id, draft, revision: '' })).toBe(
      'draft-too-large',
    );
    expect(drafts(world)).toEqual([kept(DRAFT)]);
  });

  it('never takes the place of others: only the newest twenty are kept', async () => {
    const { world } = await withFacts(TABLE);
    for (let i = 0; i < 30; i++) {
      world.clock.sleep(1_000);
      keep(world, { ...DRAFT, id: `e${i}` });
    }
    expect(drafts(world).map(({ id }) => id)).toEqual(
      expect.arrayContaining(Array.from({ length: 20 }, (_, i) => `e${i + 10}`)),
    );
    expect(drafts(world)).toHaveLength(20);
  });

  it('that nobody came back to for months goes with the next one', async () => {
    const { world } = await withFacts(TABLE);
    keep(world, { ...DRAFT, id: 'old' });
    world.clock.sleep(61 * 24 * 3_600_000);
    keep(world, { ...DRAFT, id: 'new' });
    expect(drafts(world).map(({ id }) => id)).toEqual(['new']);
  });
});
