/** A27: a Save that is cut short before any of its changes is completed or undone by the next. */

import { describe, expect, it } from 'vitest';
import { ExecutionKilled, ServiceError } from '../../doubles/google';
import {
  answered,
  CAPITAL,
  CAPITALS,
  CURRENCY,
  expectOneSet,
  headings,
  marks,
  offered,
  TABLE,
  trySave,
} from '../../world/columns';
import { openAgain, putDown } from '../../world/document';
import { statusOf } from '../../world/says';
import { ask } from '../../world/sidebar';
import { oneIn } from '../../world/thorough';
import { World } from '../../world/world';

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

/** Unless thorough, each ending meets one moment in five: not those that the other does. */
const some = (count: number, first: number): number[] => oneIn(5, [...Array(count).keys()], first);

describe.each(
  ENDINGS.map(([name, fault], i) => ({ name, fault, i })),
)('a Save that $name before any change', ({ fault, i }) => {
  it(
    'of a new enrichment leaves one set of columns after the next',
    async () => {
      const count = await changesOfSaving();
      for (const moment of some(count, i)) {
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
      const kept = putDown(first);
      const count = changes(first, () => trySave(first, { ...CAPITAL, id, fields: TWO }));
      for (const moment of some(count, i)) {
        const world = await openAgain(kept);
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
    statusOf('Facts'),
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
    expect(headings(world).filter((text) => text.endsWith('status'))).toEqual([statusOf('Other')]);
    expect(marks(world)).toHaveLength(5);
  });
});
