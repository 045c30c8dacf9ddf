import { describe, expect } from 'vitest';
import { progress, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, alone, comeBack, yes } from '../alone';
import { isInView } from '../places';
import { played, type Scene, SLOW_LINKUP, thoroughly } from '../played';
import { shoot } from '../screenshots';
import { CAPITAL_SAVED } from '../states/state';
import type { Window } from '../window';

const TABLE = [['Country'], ['France'], ['Brazil'], ['Japan'], ['Kenya'], ['Peru']];
const QUESTION = 'What is the capital of {{Country}}?';
const READY = { table: TABLE, saved: QUESTION };

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

  const FEW_PLACES = { done: 0, notFound: 0, failed: 0, running: 2, waiting: 3, rows: 5 };
  let stops = progress({}, FEW_PLACES);
  const stopping: Answers = {
    ...CAPITAL_SAVED,
    enrich: () => yes(stops),
    progress: () => yes(stops),
    stop: () => {
      stops = progress({ state: 'stopping', stopped: true }, { ...FEW_PLACES, waiting: 0 });
      return yes(stops);
    },
  };
  // That it asks nothing more is held by scenarios/sidebar/stop.
  alone('that is stopped says what is left unasked, and what still comes', stopping, async (stage) => {
    const { page, sidebar } = stage;
    await sidebar.enrich.click();
    await sidebar.run.getByText('3 waiting', { exact: true }).waitFor();
    await sidebar.run.getByText(/Stop leaves 3 waiting rows unasked and unbilled/).waitFor();
    await sidebar.button('Stop').click();
    await sidebar.run.getByText(/^Stopping: 2 answers still to come/).waitFor();
    const receipt = { asked: 2, answered: 2, cost: 0.012, balanceAfter: 18.42 };
    stops = progress(
      { state: 'ended', stopped: true, receipt, notAsked: { rows: 3, why: 'stopped' } },
      { done: 2, notFound: 0, failed: 0, running: 0, waiting: 0, rows: 2 },
    );
    await comeBack(page);
    await sidebar.run.getByText('Stopped: 2 of 5 answered, 3 rows not asked', { exact: true }).waitFor();
    // The bar is no fuller than that.
    const bar = sidebar.root.getByRole('progressbar');
    expect(await bar.getAttribute('aria-valuetext')).toBe('2 done, 3 not asked');
    expect(await bar.locator('.done').getAttribute('style')).toContain('width: 40%');
    await shoot(page, 'sidebar stopped light');
    expect(await sidebar.receipt()).toContain('2 questions asked, 2 rows answered, for $0.012');
  });

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

  const undone: string[] = [];
  const ended: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...WITH_CAPITAL, progress: [progress({ state: 'ended', canUndo: true })] }),
    undo: ({ id, run }) => {
      undone.push(`${id} ${run}`);
      return yes({ cleared: 4, kept: 1, later: 0, earlier: 0 });
    },
  };
  // That it is kept is held by scenarios/sidebar/undo.
  alone('is undone, and what somebody has changed since is told of', ended, async ({ sidebar }) => {
    await sidebar.root.getByRole('heading', { name: 'Last run', exact: true }).click();
    await sidebar.button('Undo this run').click();
    await sidebar.button('Clear these rows').click();
    await sidebar.text(/^4 rows cleared. 1 row kept, because somebody has changed it since/).waitFor();
    expect(undone).toEqual(['e1 run1']);
  });

  // As scenarios/sidebar/run (a closed sidebar) and scenarios/table/moving-table (sorted rows) hold it.
  thoroughly(
    'goes on while the sidebar is closed and the rows are sorted: every answer finds its row',
    SLOW,
    async (scene) => {
      const { owner } = scene;
      const close = async (): Promise<void> => {
        await owner.page.getByRole('button', { name: 'Close the sidebar' }).click();
        await owner.sidebar.run.waitFor({ state: 'detached' });
      };
      await started(owner);
      await owner.sidebar.run.getByText('5 running').waitFor();
      await close();
      await owner.openSidebar();
      await owner.sidebar.region('“Capital” is running').waitFor();
      await owner.sheet.trouble('Sort rows');
      await owner.until('the rows are sorted', () => owner.column('Country')[0] === 'Peru');
      await close();
      await owner.sheet.choose('Data', 'Sort visible cells only by A, A → Z');
      await owner.until('they are sorted back', () => owner.column('Country')[0] === 'Brazil');
      await scene.answersCome();
      await owner.until('the run ends by itself', () => hasReceipt(owner));
      expect(owner.column('Country')).toEqual(['Brazil', 'France', 'Japan', 'Kenya', 'Peru']);
      expect(answers(owner)).toEqual(RIGHT);
      expect(owner.state.linkup.billed).toBe(0.03);
      await owner.openSidebar();
      await owner.sidebar.root
        .getByText(/: 5 of 5 rows answered/)
        .first()
        .waitFor();
    },
  );

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
      // Between Google and Linkup too.
      await owner.sheet.trouble('Cut network');
      await owner.until('the network is cut', ({ networkDown }) => networkDown);
      await owner.sheet.trouble('Cut network');
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
  played(
    'see the same run, begun by a double click, and pay for it once',
    SLOW,
    async ({ owner, colleague, answersCome }) => {
      const other = await colleague();
      await (await owner.openSidebar()).enrich.dblclick();
      const theirs = await other.openSidebar();
      await theirs.region('“Capital” is running').waitFor();
      await answersCome();
      await owner.sidebar.receipt();
      await theirs.receipt();
      expect(answers(owner)).toEqual(RIGHT);
      expect(owner.state.linkup.billed).toBe(0.03);
      await other.sheet.cellShowing('Brazil').waitFor();
    },
  );
});
