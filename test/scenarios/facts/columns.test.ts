/** Columns and what they hold: fields that come later, values that were typed, copies, and a Save that is refused or cut short. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { ExecutionKilled, ServiceError } from '../../doubles/google';
import { DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { replyTo } from '../../world/reading';
import { ask, enrich, toFill } from '../../world/sidebar';
import { World, type WorldOptions } from '../../world/world';

const TABLE = [['Country'], ['Peru'], ['Chad'], ['Mali']];
const CAPITALS = ['Lima', "N'Djamena", 'Bamako'];

/** An enrichment about capitals alone. */
const CAPITAL: Draft = {
  ...DRAFT,
  template: 'What is the capital of {{Country}}, and its currency?',
  fields: [{ name: 'capital', kind: 'text' }],
};

const CURRENCY = { name: 'currency', kind: 'text' } as const;

/** Saves over whatever was saved; the enrichment's id. */
function save(world: World, draft: Draft): string {
  return ask(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true }).id;
}

/** A table whose capitals were answered. */
async function answered(options: WorldOptions): Promise<{ world: World; id: string }> {
  const world = await World.open(TABLE, options);
  const id = save(world, CAPITAL);
  enrich(world, id);
  world.untilDone();
  expect(world.column('capital')).toEqual(CAPITALS);
  return { world, id };
}

/** How many rows “fill” would ask, and why others are left out. */
function offered(world: World, id: string): { rows: number; reasons: string[] } {
  const { rows, skipped } = ask(world, 'offer', toFill(world, id));
  return { rows, reasons: skipped.map(({ reason }) => reason) };
}

/** Row 1, without the blanks at its end. */
function headings(world: World): string[] {
  return (world.sheet.displayRows()[0] ?? []).filter((text) => text !== '');
}

/** The columns that metadata names, in their order. */
function marks({ host }: World): string[] {
  const all = [...host.spreadsheet.allMetadata()].filter(({ metadata }) => metadata.key === 'linkup');
  return all
    .sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
    .map(({ metadata }) => metadata.value ?? '');
}

fact(
  'A22 a field is added after a run: its column stands beside the others, and its rows can be filled',
  async (edition) => {
    const { world, id } = await answered({ edition });
    save(world, { ...CAPITAL, id, fields: [...CAPITAL.fields, CURRENCY] });
    expect(headings(world).slice(0, 4)).toEqual(['Country', 'capital', 'currency', 'Facts status']);
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
    expect(headings(world).slice(0, 3)).toEqual(['Country', 'currency', 'Facts status']);
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
    expect(headings(world).slice(0, 4)).toEqual(['Country', 'capital', 'currency', 'Facts status']);
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

fact('A24 a copied answer is as old as its source', async (edition) => {
  const { world, id } = await answered({ edition });
  const source = state(world, 0);
  world.clock.sleep(30 * 24 * 3_600_000);
  world.sheet.type(5, 1, 'Peru');
  enrich(world, id);
  world.untilDone();
  expect(world.column('capital')[3]).toBe('Lima');
  expect(world.linkup.tasks).toHaveLength(3);
  expect(state(world, 3)?.split(' | ')[1]).toBe(source?.split(' | ')[1]);
});

fact(
  'A25 an “overwrite” run replaces what was typed: that Undo brings nothing back can be said before',
  async (edition) => {
    const { world, id } = await answered({ edition });
    world.sheet.type(2, 2, 'My own');
    const { replaced } = ask(world, 'offer', toFill(world, id, { overwrite: true }));
    expect(replaced).toBe(3);
    enrich(world, id, { overwrite: true });
    world.untilDone();
    expect(world.column('capital')).toEqual(CAPITALS);
    expect(ask(world, 'progress', { id })?.overwrote).toBe(true);
    ask(world, 'undo', { id, run: ask(world, 'progress', { id })?.run ?? '' });
    expect(world.column('capital')).toEqual(['', '', '']);
  },
);

/** The State cell of a row, from 0. */
function state(world: World, row: number): string | undefined {
  return world.column('Facts state (Linkup, do not edit)')[row];
}

describe('a Save that is refused', () => {
  fact('A27 a question over 9 kB: no column is made, and it is said', async (edition) => {
    const world = await World.open(TABLE, { edition });
    const draft = { ...CAPITAL, template: `{{Country}} ${'x'.repeat(9_500)}` };
    const reply = replyTo(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true });
    expect(headings(world)).toEqual(['Country']);
    expect(marks(world)).toEqual([]);
    expect(reply).toMatchObject({ ok: false, code: 'bad-option' });
  });

  fact('A27 no room for its columns: nothing is changed, and it is said', async (edition) => {
    const world = await World.open(TABLE, { edition });
    const big = world.host.spreadsheet.addSheet('Big');
    big.insertColumns(27, 9_940);
    const reply = replyTo(world, 'save', { sheetId: world.sheet.id, draft: WIDE, revision: '', force: true });
    expect(headings(world)).toEqual(['Country']);
    expect(marks(world)).toEqual([]);
    expect(reply).toMatchObject({ ok: false, code: 'no-room' });
  });
});

/** More fields than a new sheet has columns. */
const WIDE: Draft = {
  ...CAPITAL,
  fields: Array.from({ length: 40 }, (_, i) => ({ name: `field ${i}`, kind: 'text' as const })),
};

/** What a saved enrichment about capitals looks like, whatever went before. */
function expectOneSet(world: World, id: string): void {
  expect(headings(world)).toEqual([
    'Country',
    'capital',
    'Facts status',
    'Facts state (Linkup, do not edit)',
    'Facts task (Linkup, do not edit)',
    'Facts question (Linkup, do not edit)',
  ]);
  expect(marks(world)).toEqual(['#a', 'status', 'state', 'task', 'question'].map((part) => `${id}/${part}`));
  expect([1, 2, 3, 4, 5, 6].map((column) => world.sheet.column(column).hidden)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
  expect(ask(world, 'start', null).enrichments).toHaveLength(1);
  expect([...world.host.properties.document.keys()].filter((key) => key.includes('saving'))).toEqual([]);
}

fact('A27 a time-out at hideColumns: the next Save leaves one set of columns', async (edition) => {
  const world = await World.open(TABLE, { edition });
  failAt(world, 'hideColumns', 2);
  for (const _ of [1, 2]) trySave(world, CAPITAL);
  expect(headings(world).filter((text) => text === 'Facts status').length).toBeLessThanOrEqual(1);
  const { id } = ask(world, 'save', { sheetId: world.sheet.id, draft: CAPITAL, revision: '', force: true });
  expectOneSet(world, id);
});

fact('A27 refused format rules: the enrichment is saved without colours', async (edition) => {
  const world = await World.open(TABLE, { edition });
  failAt(world, 'setConditionalFormatRules', 3);
  for (const _ of [1, 2]) trySave(world, CAPITAL);
  expect(headings(world).filter((text) => text === 'Facts status')).toHaveLength(1);
  expect(ask(world, 'start', null).enrichments).toHaveLength(1);
});

/** Google refuses a call so many times. */
function failAt(world: World, method: string, times: number): void {
  let left = times;
  world.host.onServiceCall = (call) => {
    if (call.method === method && left-- > 0)
      throw new ServiceError('Service Spreadsheets timed out while accessing document.');
  };
}

function trySave(world: World, draft: Draft): unknown {
  return replyTo(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true });
}

/** The service calls of a play that change anything, by their place among them: a fault at any other finds the same document. */
function changes(world: World, play: () => void): number {
  let calls = 0;
  world.host.onServiceCall = ({ kind }) => {
    if (CHANGING.has(kind)) calls++;
  };
  play();
  world.host.onServiceCall = undefined;
  return calls;
}

const CHANGING: ReadonlySet<string> = new Set(['write', 'change', 'flush', 'propertyWrite']);

/** Lets a play be cut short just before one of its changes; the play throws where it is killed, and replies where Google refuses. */
function cutShort(world: World, moment: number, fault: () => Error, play: () => void): void {
  let call = 0;
  world.host.onServiceCall = ({ kind }) => {
    if (CHANGING.has(kind) && call++ === moment) throw fault();
  };
  try {
    play();
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
  }
  world.host.onServiceCall = undefined;
}

const ENDINGS = [
  ['is killed', () => new ExecutionKilled()],
  ['is refused', () => new ServiceError('Service Spreadsheets timed out while accessing document.')],
] as const;

/** Each moment is a document of its own. */
const LONG = 300_000;

describe.each(ENDINGS)('a Save that %s before any change', (_, fault) => {
  it(
    'of a new enrichment leaves one set of columns after the next',
    async () => {
      const count = changes(await World.open(TABLE), () => {});
      expect(count).toBe(0);
      for (let moment = 0; moment < (await changesOfSaving()); moment++) {
        const world = await World.open(TABLE);
        cutShort(world, moment, fault, () => trySave(world, CAPITAL));
        const save = { sheetId: world.sheet.id, draft: CAPITAL, revision: '', force: false };
        expectOneSet(world, ask(world, 'save', save).id);
      }
    },
    LONG,
  );

  it(
    'that adds a field leaves it beside the others after the next, and no answer is touched',
    async () => {
      const { world: first, id } = await answered({});
      const count = changes(first, () => trySave(first, { ...CAPITAL, id, fields: TWO }));
      for (let moment = 0; moment < count; moment++) {
        const { world, id } = await answered({});
        cutShort(world, moment, fault, () => trySave(world, { ...CAPITAL, id, fields: TWO }));
        trySave(world, { ...CAPITAL, id, fields: TWO });
        expectSecondField(world, id);
      }
    },
    LONG,
  );
});

const TWO = [...CAPITAL.fields, CURRENCY];

async function changesOfSaving(): Promise<number> {
  const world = await World.open(TABLE);
  return changes(world, () => trySave(world, CAPITAL));
}

function expectSecondField(world: World, id: string): void {
  expect(world.sheet.displayRows()[0]).toEqual([
    'Country',
    'capital',
    'currency',
    'Facts status',
    'Facts state (Linkup, do not edit)',
    'Facts task (Linkup, do not edit)',
    'Facts question (Linkup, do not edit)',
  ]);
  const parts = ['#a', '#b', 'status', 'state', 'task', 'question'];
  expect(marks(world)).toEqual(parts.map((part) => `${id}/${part}`));
  expect(world.column('capital')).toEqual(CAPITALS);
  expect(offered(world, id).rows).toBe(3);
}

describe('another Save on a sheet where one was cut short', () => {
  it('takes back what the first had made', async () => {
    const world = await World.open(TABLE);
    let marked = 0;
    world.host.onServiceCall = ({ method }) => {
      if (method === 'addDeveloperMetadata' && ++marked === 3) throw new ExecutionKilled();
    };
    expect(() => trySave(world, CAPITAL)).toThrow();
    world.host.onServiceCall = undefined;
    world.host.spreadsheet.select(world.sheet);
    const { id } = ask(world, 'start', null).enrichments[0] ?? { id: '' };
    expect(id).toBe('');
    trySave(world, { ...CAPITAL, name: 'Other', fields: [CURRENCY] });
    expect(ask(world, 'start', null).enrichments).toHaveLength(1);
    expect(headings(world).filter((text) => text.endsWith('status'))).toEqual(['Other status']);
    expect(marks(world)).toHaveLength(5);
  });
});
