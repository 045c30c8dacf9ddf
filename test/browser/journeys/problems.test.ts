/** What goes wrong, and the way on. Where the server is played, it says what `scenarios/` hold that it says: there nothing is spent, and nothing lost. */
import type { Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { Problem, type ProblemCode } from '../../../src/enrichment/problem';
import { pausedSentence, saidThere, sentence } from '../../../src/enrichment/words';
import { MONTH, OFFER, progress, SAVED, START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, alone, comeBack, no, yes } from '../alone';
import { played, thoroughly } from '../played';
import { TRIED } from '../states/row';
import { CAPITAL_SAVED } from '../states/state';

const TABLE = [['Country'], ['France'], ['Brazil'], ['Japan']];
const QUESTION = 'What is the capital of {{Country}}?';
const CALM = { table: TABLE };
const READY = { ...CALM, saved: QUESTION };

/** A refusal in the words of the sidebar. */
const refusal = (code: ProblemCode, subject = '') =>
  no(code, saidThere(sentence(new Problem(code, subject))));

/** A run of three rows that waits for its person. */
const paused = (code: ProblemCode) =>
  progress({ state: 'paused', code, paused: saidThere(pausedSentence(new Problem(code, 'Capital'))) }, THREE);

const THREE = { done: 0, notFound: 0, failed: 0, running: 0, waiting: 3, rows: 3 };

const RECEIPT = { asked: 3, answered: 3, cost: 0.018, balanceAfter: 24.982 };

/** The same when it has ended well. */
const ENDED = progress({ state: 'ended', receipt: RECEIPT }, { ...THREE, done: 3, waiting: 0 });

describe('a key', () => {
  let key = '';
  const fresh: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...START, key }),
    balance: () => yes({ balance: 25, month: MONTH }),
    connect: ({ key: pasted }) => {
      if (pasted === 'wrong') return refusal('key-refused');
      key = pasted.slice(-4);
      return yes({ key, balance: 25 });
    },
  };
  alone('that Linkup refuses is told of, and another can be pasted', fresh, async ({ sidebar }) => {
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

  let isChanged = false;
  const stopsWorking: Answers = {
    ...CAPITAL_SAVED,
    enrich: () => yes(paused('bad-key')),
    connect: () => {
      isChanged = true;
      return yes({ key: '9c51', balance: 25 });
    },
    resume: () => yes(isChanged ? ENDED : paused('bad-key')),
  };
  alone('that stops working is changed, and the run goes on', stopsWorking, async ({ sidebar }) => {
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
  const account = { balance: 18.43 };
  const usedUp: Answers = {
    ...CAPITAL_SAVED,
    offer: () => yes({ ...OFFER, balance: account.balance }),
    enrich: () => (account.balance > 0 ? yes(ENDED) : refusal('no-credits')),
  };
  alone('that is used up lets nothing start, and a top-up does', usedUp, async ({ sidebar }) => {
    await sidebar.enrich.waitFor();
    account.balance = 0;
    await sidebar.button('Count again').click();
    await sidebar.text(/Your balance is enough for 0 questions/).waitFor();
    await sidebar.enrich.click();
    await sidebar.problem('Your Linkup credits are used up: what is left does not pay').waitFor();
    await sidebar.root.getByRole('link', { name: 'Top up at app.linkup.so' }).last().waitFor();
    account.balance = 25;
    await sidebar.button('Try again').click();
    expect(await sidebar.receipt()).toContain('3 rows answered');
  });

  let standing = progress({}, { ...THREE, running: 2, waiting: 1 });
  const ends: Answers = {
    ...CAPITAL_SAVED,
    enrich: () => yes(standing),
    progress: () => yes(standing),
    resume: () => {
      standing = progress({}, { ...THREE, done: 2, running: 1, waiting: 0 });
      return yes(standing);
    },
  };
  alone('that ends in the middle of a run pauses it, and a top-up lets it go on', ends, async (stage) => {
    const { page, sidebar } = stage;
    await sidebar.enrich.click();
    await sidebar.run.getByText('2 running', { exact: true }).waitFor();
    standing = paused('no-credits');
    await comeBack(page);
    await sidebar.problem('Paused: The Linkup credits that pay for this run are used up.').waitFor();
    await sidebar.root.getByRole('link', { name: 'Top up at app.linkup.so' }).waitFor();
    await sidebar.button('Go on').click();
    await sidebar.run.getByText('1 running', { exact: true }).waitFor();
    standing = ENDED;
    await comeBack(page);
    expect(await sidebar.receipt()).toContain('3 rows answered');
  });

  /** A row is added to three after the price was told. */
  const table = { rows: 3 };
  const dearer: Answers = {
    ...CAPITAL_SAVED,
    offer: () =>
      yes({ ...OFFER, rows: table.rows, questions: table.rows, shared: 0, total: 0.006 * table.rows }),
    // As the server has it: what is on view is what may be spent.
    enrich: ({ total }) => (total < 0.006 * table.rows ? refusal('offer-changed', '$0.024') : yes(ENDED)),
  };
  alone('is not spent at another price than the one on view', dearer, async ({ sidebar }) => {
    await sidebar.text('3 rows to ask.').waitFor();
    table.rows = 4;
    await sidebar.enrich.click();
    await sidebar.problem('The table has changed since the price was worked out').waitFor();
    await sidebar.button('Count again').last().click();
    await sidebar.text('4 rows to ask.').waitFor();
    await sidebar.enrich.click();
    await sidebar.receipt();
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
  let standing = progress({}, THREE);
  const full: Answers = { ...CAPITAL_SAVED, enrich: () => yes(standing), progress: () => yes(standing) };
  alone('with a full queue makes rows wait, and takes them later', full, async ({ page, sidebar }) => {
    await sidebar.enrich.click();
    await sidebar.run.getByText('3 waiting', { exact: true }).waitFor();
    await sidebar.text(/You can close this sheet, it goes on/).waitFor();
    standing = ENDED;
    await comeBack(page);
    expect(await sidebar.receipt()).toContain('3 rows answered');
  });

  const replies = [refusal('try-too-fast'), yes(TRIED)];
  const hasty: Answers = { ...CAPITAL_SAVED, start: () => yes(START), tryOne: () => replies.shift() };
  alone('that has no time for a try says so, and can be asked again', hasty, async ({ sidebar }) => {
    await sidebar.ask('Capital', QUESTION);
    await sidebar.button('Try one row').click();
    await sidebar.problem('Linkup asks us to slow down. Nothing was asked').waitFor();
    await sidebar.button('Try again').click();
    await sidebar.region('One row, tried').getByText('Answered').waitFor();
  });
});

describe('the table', () => {
  let asked = '';
  const lacking: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes(asked === QUESTION ? WITH_CAPITAL : START),
    save: ({ draft }) => {
      asked = draft.template;
      return yes({ id: SAVED.id, revision: SAVED.revision });
    },
  };
  alone('without a column that the question names offers one in its place', lacking, async ({ sidebar }) => {
    await sidebar.ask('Capital', 'What is the capital of {{Land}}?');
    await sidebar.problem(/no column “Land”/).waitFor();
    await sidebar.text('Put a column in place of “Land”').waitFor();
    await sidebar.button('Country').click();
    expect(await sidebar.field('Question').inputValue()).toBe(QUESTION);
    await sidebar.save();
    expect(asked).toBe(QUESTION);
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
