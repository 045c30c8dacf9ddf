import type { Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Fault } from '../../doubles/linkup';
import { played, type Scene, SLOW_LINKUP, thoroughly } from '../played';

const TABLE = [['Country'], ['France'], ['Brazil'], ['Japan']];
const QUESTION = 'What is the capital of {{Country}}?';
const CALM = { table: TABLE };
const READY = { ...CALM, saved: QUESTION };
const SLOW = { ...READY, linkup: SLOW_LINKUP };

/** The next request to an address at Linkup fails. */
const fails = ({ playground }: Scene, fault: Omit<Fault, 'effect'>): Promise<void> =>
  playground.rig({ kind: 'fault', fault: { effect: 'before', ...fault } });

describe('a key', () => {
  played('that Linkup refuses is not kept, and another can be pasted', CALM, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.button('Connect').click();
    await sidebar.problem('Paste your Linkup API key first.').waitFor();
    await sidebar.field('API key').fill('wrong');
    await sidebar.button('Connect').click();
    await sidebar.problem('Linkup does not accept the key').waitFor();
    await sidebar.connect();
    await sidebar.text('$25.00').waitFor();
  });

  thoroughly('cannot be checked while Linkup is down, and can be right after', CALM, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await owner.sheet.trouble('Cut network');
    await owner.until('the network is cut', ({ networkDown }) => networkDown);
    await sidebar.field('API key').fill('test-key-7f3a9c51');
    await sidebar.button('Connect').click();
    await sidebar.problem('Linkup could not be reached, so the key was not kept.').waitFor();
    await owner.sheet.trouble('Cut network');
    await sidebar.button('Connect').click();
    await sidebar.button('Manage the Linkup key').waitFor();
  });

  played('that stops working is changed, and the run goes on', READY, async (stage) => {
    const { sidebar } = stage.owner;
    await stage.owner.openSidebar();
    await fails(stage, { method: 'POST', path: '/v1/tasks', status: 401, code: 'UNAUTHORIZED' });
    await sidebar.enrich.click();
    await sidebar.problem('Paused: Linkup does not accept the key of this run').waitFor();
    await sidebar.button('Change the key').click();
    await sidebar.field('New API key').fill('test-key-7f3a9c51');
    await sidebar.button('Connect').click();
    await sidebar.field('New API key').waitFor({ state: 'detached' });
    await sidebar.button('Go on').click();
    expect(await sidebar.receipt()).toContain('3 rows answered');
  });
});

describe('money', () => {
  played('that is used up lets nothing start, and a top-up does', READY, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await owner.sheet.trouble('End credits');
    await owner.until('the credits are gone', ({ creditsGone }) => creditsGone);
    await sidebar.button('Count again').click();
    await sidebar.text(/Your balance is enough for 0 questions/).waitFor();
    await sidebar.enrich.click();
    await sidebar.problem('Your Linkup credits are used up: what is left does not pay').waitFor();
    await sidebar.root.getByRole('link', { name: 'Top up at app.linkup.so' }).last().waitFor();
    await owner.sheet.trouble('End credits');
    await owner.until('the credits are back', ({ creditsGone }) => !creditsGone);
    await sidebar.button('Try again').click();
    expect(await sidebar.receipt()).toContain('3 rows answered');
  });

  const SCARCE = { ...READY, linkup: { ...SLOW_LINKUP, queueLimit: 2 } };
  played(
    'that ends in the middle of a run pauses it, and a top-up lets it go on',
    SCARCE,
    async ({ owner, answersCome }) => {
      const sidebar = await owner.openSidebar();
      await sidebar.enrich.click();
      await sidebar.run.getByText('2 running', { exact: true }).waitFor();
      await owner.sheet.trouble('End credits');
      await owner.until('the credits are gone', ({ creditsGone }) => creditsGone);
      await answersCome();
      await sidebar.problem('Paused: The Linkup credits that pay for this run are used up.').waitFor();
      await sidebar.root.getByRole('link', { name: 'Top up at app.linkup.so' }).waitFor();
      await owner.sheet.trouble('End credits');
      await owner.until('the credits are back', ({ creditsGone }) => !creditsGone);
      await sidebar.button('Go on').click();
      await sidebar.run.getByText('1 running', { exact: true }).waitFor();
      await answersCome();
      expect(await sidebar.receipt()).toContain('3 rows answered');
    },
  );

  played('is not spent at another price than the one on view', READY, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await owner.sheet.type(5, 1, 'Kenya');
    await owner.until('Kenya is there', () => owner.column('Country').includes('Kenya'));
    await sidebar.enrich.click();
    await sidebar.problem('The table has changed since the price was worked out').waitFor();
    expect(owner.state.linkup.ended).toBe(0);
    await sidebar.button('Count again').last().click();
    await sidebar.text('4 rows to ask.').waitFor();
    await sidebar.enrich.click();
    expect(await sidebar.receipt()).toContain('4 rows answered');
  });

  thoroughly('is not spent on a cap that is no amount, or below one question', READY, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.field('Spend at most (USD)').fill('a lot');
    await sidebar.enrich.click();
    await sidebar.problem('The spending cap is not an amount.').waitFor();
    await sidebar.field('Spend at most (USD)').fill('0.001');
    await sidebar.enrich.click();
    await sidebar.problem('The spending cap is below the price of one question').waitFor();
    await sidebar.field('Spend at most (USD)').fill('0.012');
    await sidebar.text(/^Asks 2 of 3 questions, then stops/).waitFor();
    await sidebar.enrich.click();
    expect(await sidebar.receipt()).toContain('2 questions asked, 2 rows answered, for $0.012');
  });
});

describe('Linkup', () => {
  const FULL = { ...READY, linkup: { neighbours: { slots: 100, everyMs: null, perListRead: 0 } } };
  played('with a full queue makes rows wait, and takes them later', FULL, async ({ owner, playground }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.enrich.click();
    await sidebar.run.getByText('3 waiting', { exact: true }).waitFor();
    await sidebar.text(/You can close this sheet, it goes on/).waitFor();
    const free = { neighbours: { slots: 0, everyMs: null, perListRead: 0 } };
    await playground.rig({ kind: 'knobs', knobs: free });
    expect(await sidebar.receipt()).toContain('3 rows answered');
  });

  played(
    'that cannot be reached in the middle of a run costs nothing twice',
    SLOW,
    async ({ owner, answersCome }) => {
      const sidebar = await owner.openSidebar();
      await sidebar.enrich.click();
      await sidebar.run.getByText('3 running').waitFor();
      await owner.sheet.trouble('Cut network');
      await owner.until('the network is cut', ({ networkDown }) => networkDown);
      await owner.sheet.trouble('Cut network');
      await answersCome();
      expect(await sidebar.receipt()).toContain('3 rows answered');
      expect(owner.state.linkup.billed).toBe(0.018);
    },
  );

  played('that has no time for a try says so, and can be asked again', CALM, async (stage) => {
    const sidebar = await stage.owner.openSidebar();
    await sidebar.connect();
    await sidebar.ask('Capital', QUESTION);
    await fails(stage, { path: '/v1/search', status: 429, code: 'TOO_MANY_REQUESTS' });
    await sidebar.button('Try one row').click();
    await sidebar.problem('Linkup asks us to slow down. Nothing was asked').waitFor();
    await sidebar.button('Try again').click();
    await sidebar.region('One row, tried').getByText('Answered').waitFor();
  });
});

describe('the table', () => {
  played('without a column that the question names offers one in its place', CALM, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    await sidebar.ask('Capital', 'What is the capital of {{Land}}?');
    await sidebar.problem(/no column “Land”/).waitFor();
    await sidebar.text('Put a column in place of “Land”').waitFor();
    await sidebar.button('Country').click();
    expect(await sidebar.field('Question').inputValue()).toBe(QUESTION);
    await sidebar.save();
  });

  played('that lost a column of the ledger gets it back by saving again', READY, async ({ owner }) => {
    const { page, sheet } = owner;
    const sidebar = await owner.openSidebar();
    await sheet.menu('View').click();
    await page.getByRole('menuitemcheckbox', { name: 'Show hidden columns' }).click();
    await sheet.cell(1, 6).click({ button: 'right' });
    const before = owner.state.sheets[0]?.rows[0]?.length ?? 0;
    await page.getByRole('menuitem', { name: 'Delete 1 column' }).click();
    await owner.until('it is gone', ({ sheets }) => sheets[0]?.rows[0]?.length === before - 1);
    await sidebar.enrich.click();
    await sidebar.problem('A column of this enrichment is gone').first().waitFor();
    await sidebar.button('Edit Capital').click();
    await sidebar.save();
    await sidebar.enrich.click();
    expect(await sidebar.receipt()).toContain('3 rows answered');
  });

  thoroughly('in which no row is selected says which to select', READY, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.root.getByRole('radio', { name: 'Selected' }).check();
    await sidebar.problem('No table rows are selected.').waitFor();
    await owner.sheet.cell(3, 1).click();
    await sidebar.button('Count again').first().click();
    await sidebar.text('1 row to ask.').waitFor();
  });

  thoroughly('without rows has nothing to ask', { table: [['Country']] }, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    await sidebar.ask('Capital', QUESTION);
    await sidebar.save();
    await sidebar.problem('There are no rows to ask about.').waitFor();
  });
});

describe('Google', () => {
  const refuses = (route: Route): Promise<void> =>
    route.fulfill({
      status: 500,
      body: 'We’re sorry, a server error occurred. Error code PERMISSION_DENIED.',
    });

  thoroughly('that takes somebody for another account is explained', CALM, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    await owner.page.route('**/deeds', refuses);
    await sidebar.button('Read the sheet again').click();
    await sidebar
      .problem('If several Google accounts are signed in here, open the sheet in a private window')
      .waitFor();
    await owner.page.unroute('**/deeds');
    await sidebar.button('Try again').click();
    await sidebar.problem('Google accounts').waitFor({ state: 'detached' });
  });

  thoroughly('that cannot be reached can be asked again', CALM, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    await owner.page.route('**/deeds', (route) => route.abort());
    await sidebar.button('Read the sheet again').click();
    await sidebar.problem('Google could not be reached. Check your internet connection.').waitFor();
    await owner.page.unroute('**/deeds');
    await sidebar.button('Try again').click();
    await sidebar.problem('Google could not be reached').waitFor({ state: 'detached' });
  });
});
