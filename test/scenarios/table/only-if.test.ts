/** “Only if”: rows that an enrichment is not for are neither asked nor billed, say so, and nothing is asked again for it. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/enrichment/condition';
import { rectOf } from '../../doubles/google/model/geometry';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { receipts, replyTo } from '../../world/reading';
import { statusOf } from '../../world/says';
import { ask, codeOf, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [
  ['Country', 'Members', 'Since'],
  ['Peru', '1,200', '2026-03-01'],
  ['Chad', '80', ''],
  ['Mali', '', '2025-12-31'],
  ['Peru', '7', ''],
  ['Kenya', '#N/A', '2026-04-01'],
];

/** Saves over an enrichment the same one with another condition, or with none. */
function change(world: World, id: string, onlyIf?: Condition): void {
  const draft = { ...CAPITAL_DRAFT, id, ...(onlyIf ? { onlyIf } : {}) };
  ask(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true });
}

const only = (column: string, test: Condition['test'], value?: string): Condition => ({
  column,
  test,
  ...(value === undefined ? {} : { value }),
});

async function opened(onlyIf: Condition, google = {}): Promise<{ world: World; id: string }> {
  return withFacts(TABLE, { google }, { ...CAPITAL_DRAFT, onlyIf });
}

const statuses = (world: World): readonly string[] => world.column(statusOf('Facts'));

describe('rows that an enrichment is not for', () => {
  it('are counted in the offer, neither asked nor billed, and say why, without an answer of another row', async () => {
    const { world, id } = await opened(only('Members', 'greater', '100'));
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({
      rows: 1,
      along: 0,
      skipped: [
        { reason: 'Members is not greater than 100 (“Only if”)', rows: 3 },
        { reason: 'Members shows an error (“Only if”)', rows: 1 },
      ],
      others: { fill: 1, all: 1 },
    });
    enrich(world, id);
    follow(world, id);
    const unmet = 'Skipped: Members is not greater than 100';
    expect(statuses(world)).toEqual(['Done', unmet, unmet, unmet, 'Skipped: Members shows an error']);
    expect(world.linkup.bill.entries).toHaveLength(1);
    expect(ask(world, 'progress', { id })).toMatchObject({ unmet: 4 });
    expect(receipts(world)[0]?.Note).toBe('Skipped by “Only if”: 4');
  });

  it('are others when the condition is changed: nothing is outdated, or asked again, and they say nothing any more', async () => {
    const { world, id } = await opened(only('Since', 'empty'));
    enrich(world, id);
    follow(world, id);
    const unmet = 'Skipped: Since is not empty';
    expect(statuses(world)).toEqual([unmet, 'Done', unmet, 'Done', unmet]);
    change(world, id, only('Since', 'greater', '2026-01-01'));
    // One of them asks what is answered already.
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 1, copies: 1, replaced: 0 });
    enrich(world, id);
    follow(world, id);
    expect(statuses(world)).toEqual([
      'Done',
      'Done',
      'Skipped: Since is not greater than 2026-01-01',
      'Done',
      'Done',
    ]);
    change(world, id);
    world.sheet.type(4, 1, '');
    world.sheet.type(3, 1, 'Mali');
    enrich(world, id);
    follow(world, id);
    expect(statuses(world)).toEqual(['Done', 'Done', '', 'Done', 'Done']);
    expect(world.linkup.bill.entries).toHaveLength(4);
  });

  it('are written beside once: what their Status says already is not written again', async () => {
    const { world, id } = await opened(only('Members', 'is', '80'));
    let writes = 0;
    world.host.onServiceCall = ({ args }) => {
      if (JSON.stringify(args).includes('Skipped: ')) writes += 1;
    };
    enrich(world, id);
    follow(world, id);
    expect(writes).toBe(1);
    const before = statuses(world);
    world.sheet.type(3, 1, 'Togo');
    enrich(world, id);
    follow(world, id);
    expect(statuses(world)).toEqual(before);
    expect(writes).toBe(1);
  });

  it('are no row to try while there is another, and are asked all the same by whoever means that one row', async () => {
    const onlyIf = only('Since', 'is', '12/31/2025');
    const { world, id } = await opened(onlyIf);
    const draft = { ...CAPITAL_DRAFT, onlyIf };
    world.host.spreadsheet.select(world.sheet);
    expect(ask(world, 'tryOne', { sheetId: world.sheet.id, draft }).row).toBe(4);
    world.host.spreadsheet.select(world.sheet, rectOf(3, 1, 3, 1));
    const { row, question, since, price } = ask(world, 'aboutRow', { id });
    const { revision } = toFill(world, id);
    ask(world, 'askAgain', { id, revision, row, question, since, total: price || 0.006 });
    follow(world, id);
    expect(statuses(world)).toEqual(['', 'Done', '', '', '']);
  });
});

describe('a condition', () => {
  it('compares numbers as the sheet’s locale writes them', async () => {
    const { world, id } = await opened(only('Members', 'greater', '1,199'));
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(1);
    world.host.spreadsheet.locale = 'de_DE';
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(3);
  });

  it('on a column that is not there is refused at Save, and before a start once its heading is gone', async () => {
    const { world, id } = await opened(only('members', 'not empty'));
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(3);
    world.sheet.type(1, 2, 'People');
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('no-condition-column');
    const draft = { ...CAPITAL_DRAFT, name: 'Other', onlyIf: only('Members', 'empty') };
    const refused = replyTo(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: false });
    expect(refused).toMatchObject({ ok: false, code: 'no-condition-column', place: 'only-if' });
    expect(world.linkup.tasks).toEqual([]);
  });
});
