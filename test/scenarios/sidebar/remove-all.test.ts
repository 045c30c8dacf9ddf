/** Removing everything: nothing of the add-on is left that can be seen, nothing of a person's has changed, and one can start anew. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import { TEST_KEY } from '../../doubles/linkup';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { leftEverything } from '../../world/everything';
import { shows } from '../../world/formula';
import { killBefore } from '../../world/kills';
import { receipts } from '../../world/reading';
import { pass } from '../../world/schedules';
import { ask, BOB, codeOf, enrich, follow, saved, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const OWNER = 'owner@example.com';

/** Tells what would go, and agrees to it. */
function removeAll(world: World, user?: string) {
  const { runs } = ask(world, 'removal', null, user);
  return ask(world, 'removeAll', { runs }, user);
}

/** Everything that is the add-on's, as far as the local Google shows it. */
function ours({ host }: World, user = OWNER): string[] {
  const { spreadsheet, properties, triggers } = host;
  const named = (store: Map<string, string>): string[] =>
    [...store.keys()].filter((key) => /linkup/.test(key));
  const cells = spreadsheet.sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ cells: row }) =>
      row.flatMap((cell) => [String(cell?.value ?? ''), cell?.note ?? '']),
    ),
  );
  return [
    ...named(properties.document),
    ...named(properties.user(user)),
    ...triggers.filter((trigger) => trigger.user === user).map(({ fn }) => fn),
    ...[...spreadsheet.allMetadata()].map(({ metadata }) => String(metadata.value)),
    ...cells.filter((text) => /do not edit| status$/.test(text)),
    ...spreadsheet.sheets.flatMap((sheet) => sheet.conditionalRules.map(() => 'a rule')),
  ];
}

/** What is a person's on each sheet: their columns and the answers, by heading, with notes and what is hidden. */
function theirs({ host }: World): unknown {
  const own = ['Country', 'Area', 'Note', 'Secret', 'capital', 'Facts sources', 'currency'];
  return host.spreadsheet.sheets.slice(0, 2).map((sheet) => {
    const [title, headings = [], ...rows] = sheet.displayRows();
    const columns = headings.flatMap((heading, i) => (own.includes(heading) ? [i + 1] : []));
    return [
      title?.filter((text) => text !== ''),
      columns.map((at) => [sheet.peek(2, at)?.value, sheet.column(at).hidden]),
      rows.map((_, r) => columns.map((at) => [sheet.peek(r + 3, at)?.value, sheet.peek(r + 3, at)?.note])),
    ];
  });
}

describe('removing everything', () => {
  it('leaves nothing of the add-on, and a person’s cells, answers and receipts as they were', async () => {
    const world = await leftEverything();
    world.host.properties.document.set('mine', 'of another script');
    const before = theirs(world);
    const ofBob = [...world.host.properties.user(BOB)];
    const { goes, stays } = removeAll(world);
    const late =
      'That cannot be called back, and answers that have not come are lost. To have them, let it end first.';
    expect(goes).toEqual([
      `The run of “Size” ends: 3 questions asked, for up to $0.018. ${late}`,
      `The run of “Money”, for which bob@example.com pays, ends: 4 questions asked. ${late}`,
      'The run of “Facts” ends. Nothing was asked yet.',
      '1 list under way: what was asked for cannot be called back, and does not come.',
      '3 enrichments, all Status and hidden columns on every sheet, and what the document keeps of runs: no run can be undone any more.',
      'The formula =LINKUP goes off. Its cells show an error once they are calculated again: to keep their answers, copy them and paste them as values first.',
      'Your trigger, refreshes, drafts, tries and lists, your settings, and your Linkup key.',
    ]);
    expect(stays).toEqual([
      'Your table, and all answers in it with their sources.',
      'The receipts on the sheet “Linkup runs”.',
      'Keys and triggers of other people (bob@example.com): only they can remove them. A trigger that finds nothing to do here removes itself.',
      'The permission that you gave, until you take it back at Google, and the script, until it is deleted under Extensions → Apps Script.',
    ]);
    expect(ours(world)).toEqual([]);
    expect(theirs(world)).toEqual(before);
    expect([...world.host.properties.document]).toEqual([['mine', 'of another script']]);
    expect([...world.host.properties.user(BOB)]).toEqual(ofBob);
    const [sheet] = world.host.spreadsheet.sheets;
    expect(sheet?.filter?.rect).toMatchObject({ row: 2, rows: 6 });
    expect(receipts(world).map(({ Enrichment }) => Enrichment)).toEqual(['Facts', 'Size', 'Money', 'Facts']);
  });

  it('asks nothing more, whoever’s trigger comes; others’ triggers go by themselves, and one can start anew', async () => {
    const world = await leftEverything();
    removeAll(world);
    const asked = world.linkup.tasks.length;
    expect(world.host.triggers.map(({ user }) => user)).toEqual([BOB]);
    pass(world, 1);
    expect(world.linkup.tasks).toHaveLength(asked);
    expect(world.host.triggers).toEqual([]);
    expect([...world.host.properties.user(BOB).keys()].filter((key) => /agreement/.test(key))).toEqual([]);
    const nothing = { key: '', enrichments: [], copies: [], tries: [], lists: [] };
    expect(ask(world, 'start', null)).toMatchObject(nothing);
    expect(ours(world)).toEqual([]);
    expect([...world.host.properties.document]).toEqual([]);
    ask(world, 'connect', { key: TEST_KEY });
    const id = saved(world, { ...CAPITAL_DRAFT, name: 'Anew', fields: [{ name: 'city', kind: 'text' }] });
    enrich(world, id);
    expect(follow(world, id).at(-1)?.counts.done).toBe(5);
  });

  it('that is killed at any moment is finished by pressing again', async () => {
    const world = await leftEverything();
    const before = theirs(world);
    const asked = world.linkup.tasks.length;
    let presses = 0;
    for (let isDone = false; !isDone; presses++) {
      const killing = killBefore(world, /^(set|delete|remove|append|insert|create|flush)/, 1 + 3 * presses);
      killing.survive(() => removeAll(world));
      isDone = !killing.isDone();
      if (presses > 40) throw new Error('it is never done');
    }
    expect(presses).toBeGreaterThan(5);
    expect(ours(world)).toEqual([]);
    expect(theirs(world)).toEqual(before);
    expect(world.sheet.filter?.rect).toMatchObject({ row: 2, rows: 6 });
    expect(world.linkup.tasks).toHaveLength(asked);
  });

  it('is done while a colleague’s execution rests, which then asks and writes nothing more', async () => {
    const world = await leftEverything();
    const { host, clock } = world;
    const { runs } = ask(world, 'removal', null);
    const codes: string[] = [];
    host.onServiceCall = ({ method }) => {
      if (codes.includes('') || method !== 'sleep' || !(clock instanceof VirtualClock)) return;
      clock.beside(() => codes.push(codeOf(world, 'removeAll', { runs })));
    };
    ask(world, 'work', null, BOB);
    host.onServiceCall = undefined;
    // Refused as long as the other one holds the document.
    expect(new Set(codes)).toEqual(new Set(['busy', '']));
    const asked = world.linkup.tasks.length;
    pass(world, 1);
    expect(world.linkup.tasks).toHaveLength(asked);
    expect(ours(world)).toEqual([]);
  });

  it('takes what a person has with them where a sheet is protected, and leaves the rest as it was', async () => {
    const world = await leftEverything();
    const { document } = world.host.properties;
    world.sheet.protect(undefined, { editors: [] });
    const columns = world.sheet.displayRows()[1];
    const { goes, stays } = removeAll(world, BOB);
    expect(goes.join(' ')).not.toContain('enrichments');
    expect(goes.join(' ')).toContain('The run of “Money” ends: 4 questions asked, for up to $0.02');
    expect(stays.join(' ')).toContain('you may not edit “Sheet1”');
    expect([...world.host.properties.user(BOB)]).toEqual([]);
    expect(world.host.triggers.map(({ user }) => user)).toEqual([OWNER]);
    expect(world.sheet.displayRows()[1]).toEqual(columns);
    expect([...document.keys()].filter((key) => /\.(run|schedule)\./.test(key))).toHaveLength(3);
    expect(ask(world, 'start', null).enrichments).toHaveLength(3);
  });

  it('leaves the answers of formulas to the owner, who alone pays for them', async () => {
    const world = await leftEverything();
    const question = 'What is the capital of Peru?';
    const billed = world.linkup.bill.entries.length;
    const { stays } = removeAll(world, BOB);
    expect(stays.join(' ')).toContain('The answers kept for the formula =LINKUP');
    expect(ours(world, BOB).filter((each) => !/^linkup\.formula/.test(each))).toEqual([]);
    expect(shows(world, question)).toContain('Lima');
    expect(world.linkup.bill.entries).toHaveLength(billed);
  });

  it('ends no run that has begun since it was told of', async () => {
    const world = await leftEverything();
    const { runs } = ask(world, 'removal', null);
    const before = world.sheet.displayRows();
    expect(codeOf(world, 'removeAll', { runs: runs.slice(1) })).toBe('already-running');
    expect(ask(world, 'removal', null).runs).toEqual(runs);
    expect(world.sheet.displayRows()).toEqual(before);
  });

  it('takes what cannot be read, and columns that were copied without their marks', async () => {
    const { world, id } = await withFacts([['Country'], ['Peru']], {}, CAPITAL_DRAFT);
    enrich(world, id);
    follow(world, id);
    const copy = world.host.spreadsheet.duplicateSheet(world.sheet);
    for (let at = 1; at <= copy.maxColumns; at++) copy.column(at).metadata.length = 0;
    world.host.properties.document.set(`linkup.enrichment.${id}`, '{"name":"It');
    removeAll(world);
    for (const sheet of world.host.spreadsheet.sheets.slice(0, 2))
      expect(sheet.displayRows()).toEqual([
        ['Country', 'capital'],
        ['Peru', 'Lima'],
      ]);
    expect(ours(world)).toEqual([]);
  });

  it('keeps, as a published add-on, the key that other documents use', async () => {
    const { world } = await withFacts([['Country'], ['Peru']], { profile: 'addon' }, CAPITAL_DRAFT);
    const own = world.host.properties.user(OWNER);
    own.set('linkup.seen.another', '2');
    own.set('linkup.draft.another.0.', '{}');
    const { goes, stays } = removeAll(world);
    expect(goes.join(' ')).not.toContain('your Linkup key');
    expect(stays.join(' ')).toContain('Your Linkup key and your limit: other documents of yours use them.');
    expect([...own.keys()].sort()).toEqual(['linkup.draft.another.0.', 'linkup.key', 'linkup.seen.another']);
    own.delete('linkup.seen.another');
    removeAll(world);
    expect([...own.keys()]).toEqual([]);
  });
});
