import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersCome, column, isAtWork, textsOf, typing, Visitor } from '../visitor';
import { COLLEAGUE, KEYS, OWNER } from '../wire';
import { type Playground, startPlayground } from './playground';

const TABLE = [['Country'], ['France'], ['Brazil'], ['Japan'], ['Kenya'], ['Peru']];

/** How long a task takes at a slow Linkup, in ms of its clock: until a story says that it is over. */
const SLOW_MS = 20 * 60_000;

/** What passes then, ms: the last question was sent a little later than the first. */
const ALL_OF_THEM_MS = SLOW_MS + 2 * 60_000;

/** Each story has a playground of its own; a minute passes in two seconds. */
function stage(table: string[][] = TABLE) {
  const held: { playground?: Playground; owner?: Visitor } = {};
  beforeAll(async () => {
    held.playground = await startPlayground({ table, speed: 30 });
    held.owner = await Visitor.at(held.playground);
  });
  afterAll(() => held.playground?.close());
  return {
    get playground(): Playground {
      if (!held.playground) throw new Error('it has not started');
      return held.playground;
    },
    get owner(): Visitor {
      if (!held.owner) throw new Error('nobody is here');
      return held.owner;
    },
  };
}

describe('a sheet that two people have open', () => {
  const on = stage();

  it('shows to both what one of them types', async () => {
    const colleague = await Visitor.at(on.playground, COLLEAGUE);
    const sheet = on.owner.state.sheets[0]?.id ?? 0;
    await on.owner.do(typing(sheet, 2, 2, '<b>hello</b>'));
    await colleague.until(({ sheets }) => textsOf(sheets[0]?.rows ?? [])[1]?.[1] === '<b>hello</b>');
    const told = await colleague.next('state', ({ sheets }) => sheets[0]?.rows[0]?.[0] === 1);
    expect(told.sheets[0]?.rows).toEqual([[1, ['France', '<b>hello</b>']]]);
  });

  it('shows what a script did to it before the script is said to have ended', async () => {
    await on.owner.setUp();
    const saved = on.owner.heard.findLastIndex(({ kind }) => kind === 'reply');
    const before = on.owner.heard.slice(0, saved).filter((news) => news.kind === 'state');
    expect(JSON.stringify(before)).toContain('Facts status');
  });

  it('calculates the script’s own formula, again where what it is given changes, and says why it cannot', async () => {
    const sheet = on.owner.state.sheets[0]?.id ?? 0;
    const shown = (row: number) => on.owner.state.sheets[0]?.rows[row - 1]?.[8];
    const formula = '=LINKUP("What is the capital of " & A2 & "?")';
    await on.owner.do(typing(sheet, 2, 9, formula));
    await on.owner.until(() => JSON.stringify(shown(2) ?? '').includes('#ERROR!'));
    expect(shown(2)).toMatchObject({ formula, fault: expect.stringContaining('The formula =LINKUP') });
    await on.owner.call('sidebarCall', 'connect', { key: KEYS[OWNER] ?? '' });
    await on.owner.call('sidebarCall', 'setFormula', { cap: 1 });
    await on.owner.do(typing(sheet, 2, 9, formula));
    await on.owner.until(() => JSON.stringify(shown(2) ?? '').includes('is Paris'));
    await on.owner.do(typing(sheet, 2, 1, 'Italy'));
    await on.owner.until(() => JSON.stringify(shown(2) ?? '').includes('is Rome'));
    expect(on.owner.state.linkup.billed).toBeCloseTo(0.012, 9);
  });

  it('spreads the answers for a block below its formula, and takes them away with it', async () => {
    const sheet = on.owner.state.sheets[0]?.id ?? 0;
    const texts = () => textsOf(on.owner.state.sheets[0]?.rows ?? []).map((row) => row[9] ?? '');
    await on.owner.do(typing(sheet, 4, 10, '=LINKUP(A4:A6)'));
    await on.owner.until(() => ['Japan', 'Kenya', 'Peru'].every((name, i) => texts()[i + 3]?.includes(name)));
    await on.owner.do(typing(sheet, 4, 10, ''));
    await on.owner.until(() => texts().join('') === '');
  });

  it('keeps other formulas as they were typed, and computes nothing', async () => {
    const sheet = on.owner.state.sheets[0]?.id ?? 0;
    await on.owner.do(typing(sheet, 3, 2, '=1+1'));
    const { sheets } = await on.owner.until((state) => state.sheets[0]?.rows[2]?.length === 2);
    expect(sheets[0]?.rows[2]?.[1]).toEqual({ text: '#NAME?', formula: '=1+1' });
  });

  it('says what is wrong with what somebody wants to do, to them alone', async () => {
    const colleague = await Visitor.at(on.playground, COLLEAGUE, 'a further window');
    await on.owner.do({ kind: 'delete', sheet: 0, axis: 'rows', at: 5_000, count: 1 });
    expect((await on.owner.next('fault')).message).toBe('Those rows are out of bounds.');
    expect(colleague.heard.some(({ kind }) => kind === 'fault')).toBe(false);
  });
});

describe('a run from the menu', () => {
  const on = stage();

  it('asks first, fills every row though the rows are sorted meanwhile, and ends with a receipt', async () => {
    await on.owner.setUp();
    await on.playground.rig({ kind: 'knobs', knobs: { queuedMs: [SLOW_MS, SLOW_MS] } });
    await on.owner.choose('Enrich…');
    await on.owner.press('YES');
    await on.owner.until((state) => state.linkup.inFlight > 0);
    await on.playground.act({ kind: 'sort', sheet: 0, column: 1, ascending: true, cells: 'visible' });
    await answersCome(on.playground, ALL_OF_THEM_MS);
    const state = await on.owner.until(({ sheets }) => sheets.some(({ name }) => name === 'Linkup runs'));
    expect(column(state, 'Country')).toEqual(['Brazil', 'France', 'Japan', 'Kenya', 'Peru']);
    expect(column(state, 'currency')).toEqual([
      'Brazilian real',
      'Euro',
      'Japanese yen',
      'Kenyan shilling',
      'Peruvian sol',
    ]);
    expect(state.linkup.billed).toBe(0.03);
    expect((await on.owner.until(({ triggers }) => triggers.length === 0)).triggers).toEqual([]);
  });

  it('is in the list of executions, with who started each', () => {
    const { executions } = on.owner.state;
    const press = executions.find(({ fn }) => fn === 'enrichAllRows');
    expect(press).toMatchObject({ by: 'menu', user: OWNER, outcome: 'completed' });
  });
});

describe('a script that is suspended by a dialog', () => {
  const on = stage();

  it('keeps nobody from working', async () => {
    await on.owner.setUp();
    await on.owner.choose('Enrich…');
    await on.owner.until(({ dialogs }) => dialogs.length === 1);
    await on.owner.do(typing(0, 2, 1, 'Norway'));
    await on.owner.until((state) => column(state, 'Country')[0] === 'Norway');
    expect(on.owner.state.executions.at(-1)).toMatchObject({ fn: 'enrichAllRows', outcome: 'running' });
  });

  it('is killed like any other, and its dialog goes', async () => {
    await on.owner.do({ kind: 'kill' });
    const state = await on.owner.until(({ dialogs }) => dialogs.length === 0);
    expect(state.executions.at(-1)).toMatchObject({ outcome: 'killed' });
    expect((await on.owner.next('fault')).message).toContain('stopped half-way');
  });

  it('takes no answer that comes too late', async () => {
    await on.owner.do({ kind: 'answer', dialog: 1, button: 'YES', text: '' });
    await on.owner.call('sidebarCall', 'start', null);
    expect(on.owner.state.linkup.requests).toBe(on.owner.state.people[0]?.fetches);
    expect(on.owner.state.linkup.ended).toBe(0);
  });
});

describe('trouble', () => {
  const on = stage();

  it('of a killed script costs nothing twice: the trigger goes on', async () => {
    await on.owner.setUp();
    await on.playground.rig({ kind: 'knobs', knobs: { queuedMs: [SLOW_MS, SLOW_MS] } });
    await on.owner.choose('Enrich…');
    await on.owner.press('YES');
    await on.owner.until((state) => state.linkup.inFlight > 0);
    await on.owner.do({ kind: 'kill' });
    await on.owner.until(({ executions }) => executions.some(({ outcome }) => outcome === 'killed'));
    await answersCome(on.playground, ALL_OF_THEM_MS);
    const state = await on.owner.until(({ sheets }) => sheets.some(({ name }) => name === 'Linkup runs'));
    expect(state.linkup.billed).toBe(0.03);
    expect(column(state, 'Facts status')).toEqual(Array(5).fill('Done'));
  });

  it('of a cut network is told in plain words, and mends', async () => {
    await on.owner.do({ kind: 'network', down: true });
    await on.owner.until(({ networkDown }) => networkDown);
    expect(await on.owner.call('sidebarCall', 'connect', { key: 'x' })).toMatchObject({
      value: { ok: false },
    });
    await on.owner.do({ kind: 'network', down: false });
    await on.owner.until(({ networkDown }) => !networkDown);
  });

  it('of an empty purse is over when the credits are back', async () => {
    const before = on.owner.state.linkup.balance;
    await on.owner.do({ kind: 'credits', gone: true });
    expect((await on.owner.until(({ creditsGone }) => creditsGone)).linkup.balance).toBe(0);
    await on.owner.do({ kind: 'credits', gone: false });
    expect((await on.owner.until(({ creditsGone }) => !creditsGone)).linkup.balance).toBe(before);
  });
});

describe('scripts side by side', () => {
  const on = stage();

  it('do not stall each other: a second start is told at once that the first is still at work', async () => {
    await on.owner.setUp();
    await on.playground.rig({ kind: 'knobs', knobs: { queuedMs: [SLOW_MS, SLOW_MS] } });
    await on.owner.choose('Enrich…');
    await on.owner.press('YES');
    await on.owner.until((state) => isAtWork(state) && state.linkup.inFlight > 0);
    await on.owner.do(typing(0, 8, 1, 'Chile'));
    await on.owner.choose('Enrich…');
    const { dialogs } = await on.owner.until((state) => state.dialogs.length > 0);
    expect(dialogs[0]?.message).toContain('is running already');
    await on.owner.press('OK');
    await answersCome(on.playground, ALL_OF_THEM_MS);
    const state = await on.owner.until(({ sheets }) => sheets.some(({ name }) => name === 'Linkup runs'));
    expect(column(state, 'Facts status').slice(0, 5)).toEqual(Array(5).fill('Done'));
    expect(state.executions.some(({ outcome }) => outcome === 'killed')).toBe(false);
  });
});
