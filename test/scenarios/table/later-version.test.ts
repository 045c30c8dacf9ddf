/** A document that a later version of the add-on has written: this one reads it, says so in words at every door, and changes and asks nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/enrichment/definition';
import type { Calls } from '../../../src/sidebar/protocol';
import { TEST_KEY } from '../../doubles/linkup';
import { DRAFT } from '../../world/drafts';
import { leftEverything } from '../../world/everything';
import { calculate, errorOf, shows } from '../../world/formula';
import { LIST } from '../../world/lists';
import { lastDialog, lastToast, replyTo, traces } from '../../world/reading';
import { MENU } from '../../world/says';
import { pass } from '../../world/schedules';
import { ask, BOB } from '../../world/sidebar';
import { DEEP } from '../../world/tries';
import type { World } from '../../world/world';

const NEWER = 'saved by a newer version of the add-on';
const NOT_ASKED = 'A newer version of the add-on has saved this spreadsheet';

/** With something of every kind in it, as a version after this one would mark it. */
async function ofALaterVersion(): Promise<World> {
  const world = await leftEverything();
  world.host.properties.document.set('linkup.layout', String(LAYOUT + 1));
  return world;
}

/** What a document holds, and what was asked of Linkup that costs something. */
function standing(world: World) {
  const { triggers, ...held } = traces(world);
  const posts = world.linkup.requests.filter(
    ({ method, path }) => method === 'POST' && path !== '/v1/credits',
  );
  return { ...held, posts: posts.length };
}

/** What the arguments of calls are made of. */
interface Known {
  readonly start: Calls['start']['result'];
  readonly id: string;
  readonly sheetId: number;
  readonly copy: number;
}

function known(world: World): Known {
  const start = ask(world, 'start', null);
  const copy = world.host.spreadsheet.sheets.find(({ name }) => name.startsWith('Copy of'));
  return { start, id: start.enrichments[0]?.id ?? '', sheetId: start.sheetId, copy: copy?.id ?? 0 };
}

type Arguments = { readonly [N in keyof Calls]?: (known: Known) => Calls[N]['argument'] };

const dear = { total: 100, cap: 100 };
const nothing = (): null => null;
const byId = ({ id }: Known) => ({ id });
const bySheet = ({ sheetId }: Known) => ({ sheetId });
const byRun = ({ id, start }: Known) => ({ id, run: start.progress[0]?.run ?? '', reason: '' });
const byRevision = ({ id, start }: Known) => ({ id, revision: start.enrichments[0]?.revision ?? '' });
const choice = (of: Known) => ({ ...byRevision(of), scope: 'all', overwrite: true }) as const;
const ofList = ({ start }: Known) => ({ kept: start.lists[0]?.kept ?? '' });
const ofTry = ({ start }: Known) => ({ kept: start.tries[0]?.tried.kept ?? '' });

/** Every call that changes something in the document, or offers to. */
const CHANGING = {
  save: ({ sheetId }) => ({ sheetId, draft: { ...DRAFT, name: 'Another' }, revision: '', force: true }),
  adopt: ({ copy, id }) => ({ sheetId: copy, id }),
  remove: (of) => ({ ...byId(of), columns: 'delete' }),
  writeTried: (of) => ({ ...byId(of), ...ofTry(of) }),
  makeList: () => ({ draft: LIST, total: 1 }),
  moreOfList: (of) => ({ ...ofList(of), total: 1 }),
  offer: choice,
  chainOffer: bySheet,
  enrich: (of) => ({ ...choice(of), ...dear }),
  resume: byId,
  stop: byId,
  rest: byId,
  carryOn: (of) => ({ ...byRevision(of), agreement: '', total: 100 }),
  widenFilter: ({ sheetId }) => ({ sheetId, over: 'A2:D7' }),
  undo: byRun,
  schedule: (of) => ({
    ...{ ...byRevision(of), price: 1, cap: 1 },
    ...{ rule: { every: 'day', hour: 7, day: 0 }, rows: { fresh: true, changed: true, failed: true } },
  }),
  pauseSchedule: byId,
  removeSchedule: byId,
  refreshNow: byId,
  stopChain: bySheet,
  removal: nothing,
  removeAll: () => ({ runs: [] }),
  askAgain: (of) => ({ ...byRevision(of), row: 3, question: '', since: 0, total: 1 }),
  enrichChain: (of) => ({ ...bySheet(of), revision: '', ...dear }),
} satisfies Arguments;

/** Those that read, or change what is one person's. */
const READING = {
  ...{
    start: nothing,
    active: nothing,
    sheets: nothing,
    balance: nothing,
    ownLimit: nothing,
    formula: nothing,
  },
  nameMe: () => ({ named: false }),
  setOwnLimit: () => ({ limit: 20 }),
  setFormula: () => ({ cap: 2 }),
  keepDraft: ({ sheetId }) => ({ sheetId, draft: DRAFT, revision: '' }),
  dropDraft: ({ sheetId }) => ({ sheetId, id: '' }),
  tryAgain: ({ sheetId, start }) => ({
    ...{ sheetId, draft: DEEP, startedAt: 0, task: '' },
    kept: start.tries[0]?.tried.kept ?? '',
  }),
  dropTry: ofTry,
  lookAtList: ofList,
  openList: ofList,
  dropList: ofList,
  progress: byId,
  work: nothing,
  failures: byId,
  pastRuns: bySheet,
  runLeft: byRun,
  selectUnanswered: byRun,
  aboutRow: byId,
  scheduleTerms: nothing,
  supportReport: nothing,
  show: (of) => ({ ...byId(of), at: 0, print: '' }),
  connect: () => ({ key: TEST_KEY }),
  disconnect: nothing,
} satisfies Arguments;

/** A try is asked, at its price, and shown to its person alone. */
type Tried = keyof typeof CHANGING | keyof typeof READING | 'tryOne';

/** Compiles only as long as none is. */
const FORGOTTEN: Readonly<Record<Exclude<keyof Calls, Tried>, never>> = {};

describe('a document of a later version', () => {
  let world: World;
  let of: Known;
  beforeAll(async () => {
    world = await ofALaterVersion();
    of = known(world);
  });

  it('is tried with every call of the sidebar', () => {
    expect(FORGOTTEN).toEqual({});
  });

  it.each(Object.entries(CHANGING))('is changed by no %s, which says why', (name, argument) => {
    const own = () => [...world.host.properties.user('owner@example.com')];
    const before = [standing(world), own()];
    expect(replyTo(world, name, argument(of))).toMatchObject({
      code: 'newer-version',
      sentence: expect.stringContaining(NEWER),
    });
    expect([standing(world), own()]).toEqual(before);
  });

  it.each(Object.entries(READING))('is changed by no %s', (name, argument) => {
    const before = standing(world);
    replyTo(world, name, argument(of));
    expect(standing(world)).toEqual(before);
  });

  it.each(Object.values(MENU).filter((item) => item !== MENU.setUp))('says so at “%s”', async (item) => {
    const fresh = await ofALaterVersion();
    const before = standing(fresh);
    fresh.press(item, 'OK');
    expect(lastDialog(fresh) + lastToast(fresh)).toContain(NEWER);
    expect(standing(fresh)).toEqual(before);
  });

  it('is left alone by triggers, which take themselves away', async () => {
    const fresh = await ofALaterVersion();
    const before = standing(fresh);
    pass(fresh, 24);
    expect(standing(fresh)).toEqual(before);
    expect(fresh.host.triggers).toEqual([]);
  });

  it('shows what its formulas know, and asks nothing for others', async () => {
    const fresh = await ofALaterVersion();
    fresh.clock.sleep(48 * 3_600_000);
    const before = standing(fresh);
    expect(shows(fresh, 'What is the capital of Peru?')).toBe('The capital of Peru is Lima.');
    expect(errorOf(fresh, ['What is the capital of Chad?'])).toContain(NOT_ASKED);
    expect(calculate(fresh, ['What is the capital of Chad?'], { user: BOB })).toMatchObject({
      error: expect.stringContaining(NOT_ASKED),
    });
    expect(standing(fresh)).toEqual(before);
  });
});
