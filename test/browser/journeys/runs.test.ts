import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { played, type Scene, SLOW_LINKUP } from '../played';
import type { Window } from '../window';

const TABLE = [['Country'], ['France'], ['Brazil'], ['Japan'], ['Kenya'], ['Peru']];
const QUESTION = 'What is the capital of {{Country}}?';
const CALM = { table: TABLE };
const READY = { ...CALM, saved: QUESTION };

const SLOW = { ...READY, linkup: SLOW_LINKUP };

/** Starts the enrichment that is saved. */
async function started(owner: Window): Promise<void> {
  const sidebar = await owner.openSidebar();
  await sidebar.enrich.click();
  await sidebar.run.waitFor();
}

/** What each country got, whatever the order of the rows. */
function answers(window: Window): Record<string, string> {
  const [countries, cells] = [window.column('Country'), window.column('Capital')];
  return Object.fromEntries(countries.map((country, i) => [country, cells[i] ?? '']));
}

const RIGHT = {
  France: expect.stringContaining('Paris'),
  Brazil: expect.stringContaining('Brasília'),
  Japan: expect.stringContaining('Tokyo'),
  Kenya: expect.stringContaining('Nairobi'),
  Peru: expect.stringContaining('Lima'),
};

const hasReceipt = ({ state }: Window): boolean => state.sheets.some(({ name }) => name === 'Linkup runs');

describe('a run', () => {
  played('shows how far it is, that the sheet can be closed, and its end', SLOW, async (scene) => {
    const { owner } = scene;
    await started(owner);
    const { run } = owner.sidebar;
    await run.getByText('5 running').waitFor();
    await run.getByText(/You can close this sheet, it goes on/).waitFor();
    await cannotSave(owner);
    await owner.page.setViewportSize({ width: 1280, height: 480 });
    await owner.frame.locator('body').evaluate(({ scrollHeight }) => window.scrollTo(0, scrollHeight));
    expect(await isInView(run.getByText('5 running'))).toBe(false);
    await scene.answersCome();
    await run.getByText('5 done').waitFor();
    await expect.poll(() => isInView(run.getByText('5 of 5 rows answered').first())).toBe(true);
    expect(answers(owner)).toEqual(RIGHT);
  });

  const FEW_PLACES = { ...SLOW, linkup: { ...SLOW_LINKUP, queueLimit: 2 } };
  played(
    'that is stopped asks nothing more, and says what still comes',
    FEW_PLACES,
    async ({ owner, answersCome }) => {
      await started(owner);
      const { run } = owner.sidebar;
      await run.getByText('3 waiting', { exact: true }).waitFor();
      await run.getByText(/Stop leaves 3 waiting rows unasked and unbilled/).waitFor();
      await owner.sidebar.button('Stop').click();
      await run.getByText(/^Stopping: 2 answers still to come/).waitFor();
      await answersCome();
      expect(await owner.sidebar.receipt()).toContain('2 questions asked, 2 rows answered, for $0.012');
      expect(owner.state.linkup.billed).toBe(0.012);
      expect(owner.column('Capital').filter(Boolean)).toHaveLength(2);
    },
  );

  played('that failed lists its rows, leads to them, and is tried again', READY, async (stage) => {
    const { owner, playground } = stage;
    await failed(stage);
    const { sidebar } = owner;
    await sidebar.run.getByText('5 rows failed and were not billed').waitFor();
    await sidebar.button('Show row 4: Japan').click();
    await expect.poll(() => owner.sheet.selected.innerText()).toBe('A4');
    await playground.rig({ kind: 'knobs', knobs: { failureRate: 0 } });
    await sidebar.button('Retry 5 failed rows…').click();
    await sidebar.text('5 rows to ask.').waitFor();
    await sidebar.enrich.click();
    await sidebar.run.getByText(/^5 questions asked, 5 rows answered, for \$0.03/).waitFor();
    expect(answers(owner)).toEqual(RIGHT);
  });

  played('is undone, but for what somebody has changed since', READY, async ({ owner }) => {
    await started(owner);
    const { sidebar } = owner;
    await sidebar.receipt();
    await owner.sheet.type(3, 2, 'my own');
    await owner.until('the cell is changed', () => owner.column('Capital')[1] === 'my own');
    await sidebar.button('Undo this run').click();
    await sidebar.button('Clear these rows').click();
    await sidebar.text(/^4 rows cleared. 1 row kept, because somebody has changed it since/).waitFor();
    expect(owner.column('Capital')).toEqual(['', 'my own', '', '', '']);
  });

  played('goes on while the sidebar is closed, and is there when it opens again', SLOW, async (scene) => {
    const { owner } = scene;
    await started(owner);
    await owner.page.getByRole('button', { name: 'Close the sidebar' }).click();
    await owner.sidebar.run.waitFor({ state: 'detached' });
    await owner.openSidebar();
    await owner.sidebar.region('“Capital” is running').waitFor();
    await owner.page.getByRole('button', { name: 'Close the sidebar' }).click();
    await scene.answersCome();
    await owner.until('the run ends by itself', () => hasReceipt(owner));
    expect(answers(owner)).toEqual(RIGHT);
    await owner.openSidebar();
    await owner.sidebar.root
      .getByText(/: 5 of 5 rows answered/)
      .first()
      .waitFor();
  });

  played('puts every answer on its row though the rows are sorted meanwhile', SLOW, async (scene) => {
    const { owner } = scene;
    await started(owner);
    await owner.sidebar.run.getByText('5 running').waitFor();
    await owner.sheet.trouble('Sort rows');
    await owner.until('the rows are sorted', () => owner.column('Country')[0] === 'Peru');
    await owner.sheet.choose('Data', 'Sort visible cells only by A, A → Z');
    await owner.until('they are sorted back', () => owner.column('Country')[0] === 'Brazil');
    await scene.answersCome();
    await owner.sidebar.receipt();
    expect(owner.column('Country')).toEqual(['Brazil', 'France', 'Japan', 'Kenya', 'Peru']);
    expect(answers(owner)).toEqual(RIGHT);
    expect(owner.state.linkup.billed).toBe(0.03);
  });

  played('is begun once by a double click', READY, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.enrich.dblclick();
    await sidebar.receipt();
    expect(owner.state.linkup.billed).toBe(0.03);
  });

  played(
    'is gone on with when its script was killed, or the network cut',
    SLOW,
    async ({ owner, answersCome }) => {
      const { sidebar, page } = owner;
      await started(owner);
      await owner.sidebar.run.getByText('5 running').waitFor();
      const short = sidebar.calm('Google has cut the work on this run short. Nothing is lost');
      // It is said for as long as nobody is at work again.
      await Promise.all([short.waitFor(), killed(owner)]);
      await short.waitFor({ state: 'detached' });
      await page.route('**/deeds', (route) => route.abort());
      await sidebar.network('offline');
      const cut = sidebar.calm('Google cannot be reached from here at the moment. Nothing is lost');
      await cut.waitFor();
      expect(await sidebar.problem('').count()).toBe(0);
      await page.unroute('**/deeds');
      await sidebar.network('online');
      await cut.waitFor({ state: 'detached' });
      expect(await sidebar.problem('').count()).toBe(0);
      await answersCome();
      await owner.until('the trigger ends it', () => hasReceipt(owner));
      expect(answers(owner)).toEqual(RIGHT);
      expect(owner.state.linkup.billed).toBe(0.03);
    },
  );
});

/** What is asked stays as it is while it is asked. */
async function cannotSave({ sidebar }: Window): Promise<void> {
  await sidebar.button('Edit Capital').click();
  await sidebar.text('It is running: changes can be saved when it has ended.').waitFor();
  expect(await sidebar.button('Save').getAttribute('aria-disabled')).toBe('true');
  await sidebar.button('Close').click();
}

/** Whether all of an element is in the window of the sidebar. */
function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}

/** A run all of whose tasks failed. */
async function failed({ owner, playground }: Scene): Promise<void> {
  await playground.rig({ kind: 'knobs', knobs: { failureRate: 1, failureCodes: ['INTERNAL_SERVER_ERROR'] } });
  await started(owner);
  await owner.sidebar.button('Retry 5 failed rows…').waitFor();
}

/** Kills a script of the sidebar while it is at work; one that was quicker than the button is followed by another. */
async function killed(owner: Window): Promise<void> {
  const looks = () => owner.state.executions.filter(({ by }) => by === 'sidebar');
  const wasKilled = () => looks().some(({ outcome }) => outcome === 'killed');
  while (!wasKilled()) {
    await owner.until('a script is at work', () => looks().some(({ outcome }) => outcome === 'running'));
    const { id } = looks().find(({ outcome }) => outcome === 'running') ?? {};
    await owner.sheet.trouble('Kill script');
    await owner.until('it has ended', () =>
      looks().every((look) => look.id !== id || look.outcome !== 'running'),
    );
  }
}

describe('two people on one sheet', () => {
  played('see the same run, and pay for it once', SLOW, async ({ owner, colleague, answersCome }) => {
    const other = await colleague();
    await started(owner);
    const theirs = await other.openSidebar();
    await theirs.region('“Capital” is running').waitFor();
    await answersCome();
    await owner.sidebar.receipt();
    await theirs.receipt();
    expect(answers(owner)).toEqual(RIGHT);
    expect(owner.state.linkup.billed).toBe(0.03);
    await other.sheet.cellShowing('Brazil').waitFor();
  });
});

describe('what was written and not saved', () => {
  played('is there again when the sidebar was closed', CALM, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    const before = owner.state.executions.length;
    await sidebar.ask('Half', 'What is the area of {{Cou');
    await sidebar.text('Not saved yet, but kept.').waitFor();
    await owner.until('it is kept', ({ executions }) => executions.length > before);
    await owner.page.getByRole('button', { name: 'Close the sidebar' }).click();
    await owner.openSidebar();
    expect(await sidebar.field('Question').inputValue()).toBe('What is the area of {{Cou');
    await sidebar.unfold('Name');
    expect(await sidebar.nameField.inputValue()).toBe('Half');
  });
});
