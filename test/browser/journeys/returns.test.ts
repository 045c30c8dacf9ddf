/** Coming back to a page that stood open: what others did meanwhile is there, and nothing of one's own is gone. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { sentenceFor } from '../../../src/enrichment/words';
import type { AboutRow, Kept, Progress, Start, Tried } from '../../../src/sidebar/protocol';
import { ABOUT_ROW, MONTH, OFFER, progress, SAVED, START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { ADDRESS, type Answers, alone, comeBack, no, yes } from '../alone';
import { TRIED } from '../states/row';
import { CAPITAL_SAVED } from '../states/state';

/** How things stand at the server: what others do changes it. */
interface Server {
  start: Start;
  rows: number;
  balance: number;
  run: Progress | undefined;
  tried: Tried | undefined;
  /** Google is out of reach, as the page knows it. */
  isCut: boolean;
  /** Of the selected row. */
  standing: AboutRow['standing'];
  /** How often the sheet was read, and the page looked whether there is news. */
  reads: number;
  looks: number;
}

/** The pointer comes over the page from the sheet beside it, a minute after the last time. */
async function pointIn(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 60_000;
    document.documentElement.dispatchEvent(new PointerEvent('pointerenter'));
  });
}

const CUT = no('unreachable', 'Google could not be reached. Check your internet connection.');

/** How many rows each choice would take. */
const OTHERS = { ...OFFER.others, deeper: 4 };

function answersOf(server: Server): Answers {
  return {
    ...CAPITAL_SAVED,
    start: () => {
      server.reads += 1;
      return yes(server.start);
    },
    active: () => {
      server.looks += 1;
      const { sheetId, sheet: name, stamp } = server.start;
      return yes({ sheetId, name, stamp });
    },
    aboutRow: () => yes({ ...ABOUT_ROW, standing: server.standing }),
    offer: () =>
      server.isCut ? CUT : yes({ ...OFFER, rows: server.rows, balance: server.balance, others: OTHERS }),
    balance: () => yes({ balance: server.balance, month: MONTH }),
    progress: () => (server.run ? yes(server.run) : undefined),
    tryOne: () => (server.tried ? yes(server.tried) : no('no-credits', sentenceFor('no-credits'))),
  };
}

const opened = (): Server => ({
  start: WITH_CAPITAL,
  rows: 60,
  balance: 18.43,
  run: undefined,
  tried: TRIED,
  isCut: false,
  standing: 'answered',
  reads: 0,
  looks: 0,
});

describe('the balance', () => {
  const server = opened();
  alone(
    'is the one after a try, and beside “credits are used up”',
    answersOf(server),
    async ({ sidebar }) => {
      const account = sidebar.region('Linkup account');
      await account.getByText('$18.43').waitFor();
      await account.getByText('$1.52 asked this month, in this file').waitFor();
      server.balance = 18.42;
      await sidebar.button('Try one row').click();
      await account.getByText('$18.42').waitFor();
      Object.assign(server, { balance: 0, tried: undefined });
      await sidebar.button('Try one row').click();
      await sidebar.problem('Your Linkup credits are used up').waitFor();
      await account.getByText('$0').waitFor();
    },
  );
});

describe('whoever comes back', () => {
  const server = opened();
  alone('sees a colleague’s run begin, move and end, and loses nothing', answersOf(server), async (stage) => {
    const { page, sidebar } = stage;
    const account = sidebar.region('Linkup account');
    await sidebar.text('60 rows to ask.').waitFor();
    await sidebar.field('Spend at most (USD)').fill('0.25');
    Object.assign(server, { rows: 75, balance: 17.5 });
    await comeBack(page);
    await sidebar.text('75 rows to ask.').waitFor();
    await account.getByText('$17.50').waitFor();
    expect(await sidebar.field('Spend at most (USD)').inputValue()).toBe('0.25');
    await sidebar.root.locator('input:focus').waitFor();
    // Nobody asked for that look: it is taken again by itself, and what was counted stands until then.
    Object.assign(server, { rows: 80, isCut: true });
    await comeBack(page);
    await sidebar.calm('Rows are counted as soon as it can.').waitFor();
    expect(await sidebar.problem('Google').count()).toBe(0);
    await sidebar.text('75 rows to ask.').waitFor();
    server.isCut = false;
    await sidebar.network('online');
    await sidebar.text('80 rows to ask.').waitFor();
    expect(await sidebar.calm('Rows are counted').count()).toBe(0);

    const choice = (name: RegExp) => sidebar.root.getByRole('radio', { name, checked: true });
    await sidebar.root.getByRole('radio', { name: 'One step deeper, 4 rows' }).click();
    await choice(/^One step deeper/).waitFor();
    const theirs = progress(
      { by: 'sam@example.com' },
      { done: 0, notFound: 0, failed: 0, come: 9, running: 34 },
    );
    server.start = { ...WITH_CAPITAL, progress: [theirs] };
    await comeBack(page);
    await sidebar.region('“Capital” is running').waitFor();
    await sidebar.run.getByText('9 back from Linkup, soon in the sheet').waitFor();
    expect(await sidebar.root.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('18');

    server.run = progress({ state: 'ended' }, { done: 50, notFound: 0, failed: 0, running: 0, waiting: 0 });
    server.rows = 10;
    await comeBack(page);
    await sidebar.region('Last run of “Capital”').waitFor();
    await sidebar.text('10 rows to ask.').waitFor();
    // Those rows have had their step: what is left to be filled is another choice.
    await choice(/^To fill/).waitFor();

    // A night later a refresh has begun and ended by itself. A hand over the page, and it is told, with the row on view.
    await sidebar.unfold('About the selected row');
    await sidebar.text('Row 2: Answered').waitFor();
    const night = progress({ run: 'run2', state: 'ended' }, { done: 12, rows: 12, running: 0, waiting: 0 });
    server.start = { ...WITH_CAPITAL, progress: [night], stamp: 's2' };
    Object.assign(server, { rows: 3, standing: 'outdated' });
    await pointIn(page);
    await sidebar.text('3 rows to ask.').waitFor();
    await sidebar.text('Row 2: Outdated').waitFor();
    // Nothing is new: the look is all that is asked.
    const { reads, looks } = server;
    await pointIn(page);
    await expect.poll(() => server.looks).toBe(looks + 1);
    expect(server.reads).toBe(reads);
  });
});

describe('whoever goes to another sheet', () => {
  const cities = { ...START, sheet: 'Cities', sheetId: 8 };
  const server = opened();
  const answers: Answers = { ...answersOf(server), save: () => yes({ id: 'e2', revision: 'r1' }) };

  alone('is followed, but not away from what is typed: that is told, and stays', answers, async (stage) => {
    const { page, sidebar } = stage;
    await sidebar.text('on “Countries”').waitFor();
    // Nothing is pressed: no event tells of another sheet, but a hand that comes from there does.
    server.start = cities;
    await pointIn(page);
    await sidebar.text('on “Cities”').waitFor();
    expect(server.looks).toBe(1);
    // Where nothing is written yet, a table that is typed meanwhile is there with its columns.
    const year = { heading: 'Year', at: 2, kind: 'number', choices: [] } as const;
    server.start = { ...cities, headings: ['City', 'Year'], empty: [year] };
    await pointIn(page);
    await sidebar.button('Fill your empty column: Year').waitFor();
    server.start = cities;
    await pointIn(page);
    await sidebar.button('Fill your empty column: Year').waitFor({ state: 'detached' });
    await sidebar.field('Question').fill('Mayor of {{Country}}?');
    server.start = WITH_CAPITAL;
    await comeBack(page);
    const note = sidebar.text('You are looking at “Countries”. This is about “Cities”.');
    await note.waitFor();
    server.start = cities;
    await pointIn(page);
    await note.waitFor({ state: 'detached' });
    server.start = WITH_CAPITAL;
    await pointIn(page);
    await note.waitFor();
    expect(server.looks).toBe(3);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect((await note.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    expect(await sidebar.field('Question').inputValue()).toBe('Mayor of {{Country}}?');
    await sidebar.button('Go on with “Countries”').click();
    await sidebar.text('on “Countries”').waitFor();
    server.start = cities;
    await sidebar.button('Read the sheet again').click();
    await sidebar.text('on “Cities”').waitFor();
    expect(await sidebar.field('Question').inputValue()).toBe('Mayor of {{Country}}?');
    // Saved where it was written, and nowhere else.
    const saved = { ...SAVED, id: 'e2', name: 'Mayor' };
    server.start = { ...cities, active: { sheetId: 7, name: 'Countries' }, enrichments: [saved] };
    await sidebar.button('Save').click();
    await sidebar
      .text('You are looking at “Countries”. This is about “Cities”, where it is saved.')
      .waitFor();
    await sidebar.region('What “Mayor” asks').waitFor();
  });
});

describe('what was written and not saved', () => {
  let kept: readonly Kept[] = [];
  const keeping: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...START, drafts: kept }),
    keepDraft: ({ draft, revision }) => {
      kept = [{ ...draft, revision }];
      return yes(null);
    },
  };

  // That they are kept, for their person alone, is held by scenarios/sidebar/save.
  alone('is there again when the sidebar was closed', keeping, async ({ page, sidebar }) => {
    await sidebar.ask('Half', 'What is the area of {{Cou');
    await sidebar.text('A draft, kept 60 days.').waitFor();
    const written = { name: 'Half', template: 'What is the area of {{Cou' };
    await expect.poll(() => kept).toMatchObject([written]);
    await page.goto(ADDRESS);
    await expect.poll(() => sidebar.field('Question').inputValue()).toBe(written.template);
    await sidebar.unfold('Name');
    expect(await sidebar.nameField.inputValue()).toBe('Half');
  });
});
