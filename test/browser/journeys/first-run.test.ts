import { describe, expect } from 'vitest';
import { rich } from '../../tools/playground/page/grid/cells';
import { countrySample } from '../../tools/playground/server/sample';
import { companyTable } from '../../world/companies';
import { played, thoroughly } from '../played';
import { shoot } from '../screenshots';
import type { Window } from '../window';

/** Their names and websites. */
const THREE_COMPANIES = companyTable()
  .slice(0, 4)
  .map((row) => row.slice(0, 2));
const COUNTRIES = [['Country'], ['France'], ['Brazil'], ['Japan'], ['Kenya'], ['Peru']];
const CAPITALS = ['Paris', 'Brasília', 'Tokyo', 'Nairobi', 'Lima'];
const KEY = 'test-key-7f3a9c51';

describe('somebody who has never seen it', () => {
  // As the keyboard alone, the page's own hints, and journeys/presses (a template) hold it.
  thoroughly(
    'gets from an empty sidebar to filled cells with the mouse and a template',
    { table: THREE_COMPANIES },
    async ({ owner }) => {
      const sidebar = await owner.openSidebar();
      await sidebar.connect();
      await sidebar.button('Company profile').click();
      await sidebar.text('the company “Brotwerk” (website: brotwerk.example)').waitFor();
      await sidebar.save();
      // New columns lie right of the window, mostly: the first of them is shown.
      await expect.poll(() => owner.sheet.selected.innerText()).toBe('C1');
      await sidebar.text('3 rows to ask.').waitFor();
      await sidebar.text(/^3 questions at \$0\.006$/).waitFor();
      await sidebar.enrich.click();
      await sidebar.run.getByRole('progressbar').waitFor();
      expect(await sidebar.receipt()).toMatch(/^3 questions asked, 3 rows answered, for \$0.018\./);
      expect(owner.column('Industry')).toEqual(['Bakery', 'Laser optics', 'Ferries']);
      expect(owner.column('Employees')).toEqual(['140', '2300', '810']);
      await owner.sheet.cellShowing('Jena, Germany').waitFor();
      await owner.sheet.cellShowing('Lumen Optics').waitFor();
    },
  );

  played('gets there with the keyboard alone', { table: COUNTRIES }, async ({ owner }) => {
    const { page, sidebar } = owner;
    const { keyboard } = page;
    await owner.tabTo(page.getByRole('button', { name: 'Open the sidebar' }));
    await keyboard.press('Enter');
    await owner.tabTo(sidebar.field('API key'));
    await keyboard.type(KEY);
    await keyboard.press('Enter');
    // It is where the focus is now.
    await sidebar.field('Question').waitFor();
    await keyboard.type('What is the capital of ');
    await owner.tabTo(sidebar.button('Country'));
    await keyboard.press('Enter');
    await keyboard.type('?');
    await sidebar.text('What is the capital of France?').waitFor();
    await owner.tabTo(sidebar.root.locator('summary').filter({ hasText: 'What comes back' }));
    await keyboard.press('Enter');
    await owner.tabTo(sidebar.root.getByRole('radio', { name: 'One answer' }));
    await keyboard.press('ArrowDown');
    await owner.tabTo(sidebar.root.getByRole('group', { name: 'Field 1' }).getByLabel('Name'));
    await keyboard.type('Capital');
    await owner.tabTo(sidebar.button('Save'));
    await keyboard.press('Enter');
    await owner.tabTo(sidebar.enrich);
    await keyboard.press('Enter');
    expect(await sidebar.receipt()).toContain('5 rows answered');
    expect(owner.column('Capital')).toEqual(CAPITALS);
  });

  const FIVE = { table: countrySample().slice(0, 6) };
  played(
    'needs nothing but what the page says, and sees first what a row would get',
    FIVE,
    async ({ owner }) => {
      const { page, sidebar } = owner;
      await owner.openSidebar();
      await page.getByRole('button', { name: 'Copy the key' }).click();
      await sidebar.field('API key').click();
      await page.keyboard.press('ControlOrMeta+V');
      await sidebar.button('Connect').click();
      await page.getByRole('button', { name: 'Copy the question' }).click();
      await sidebar.field('Question').click();
      await page.keyboard.press('ControlOrMeta+V');
      await triesRows(owner);
      await sidebar.name('Facts');
      await sidebar.save();
      await sidebar.enrich.click();
      expect(await sidebar.receipt()).toContain('5 rows answered');
      expect(owner.column('Facts')[1]).toContain('dinar');
      await seesNotes(owner);
      await page.getByText('Done: the answers are in the sheet').waitFor();
    },
  );
});

/** The pages that an answer is from stand in its cell as links; what they say there is its note, under the pointer. */
async function seesNotes({ page, sheet, state }: Window): Promise<void> {
  const [headings = []] = state.sheets[0]?.rows ?? [];
  const at = headings.findIndex((heading) => rich(heading).text === 'Facts sources') + 1;
  const { links = [], note = '' } = rich(state.sheets[0]?.rows[1]?.[at - 1]);
  expect(links[0]).toContain('wikipedia.org');
  expect(note).toContain('Afghanistan');
  await sheet.cell(2, at).hover();
  await page.getByRole('tooltip').waitFor();
  // The grid may scroll, or be painted again, under a pointer that rests.
  await sheet.cell(2, at).dispatchEvent('scroll');
  expect(await page.getByRole('tooltip').innerText()).toBe(note);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await shoot(page, `playground note ${colorScheme}`);
  }
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
}

/** A try shows the answer, its sources, time and price, and writes nothing; and it asks the row that is selected. */
async function triesRows(owner: Window): Promise<void> {
  const { sidebar, sheet } = owner;
  const tried = sidebar.region('One row, tried');
  await sidebar.button('Try one row').click();
  await tried.getByText('Answered').waitFor();
  const shown = await tried.innerText();
  expect(shown).toContain('Row 2: What are the currency, the area in km² and the languages of Afghanistan?');
  expect(shown).toMatch(/in (\d+ s|\d+ min( \d+ s)?), for \$0.006. Nothing was written./);
  expect(shown).toContain('afghani');
  await tried.getByRole('link', { name: 'Afghanistan - Wikipedia' }).waitFor();
  await sheet.cell(4, 1).click();
  // A hand comes back over the page: one that had rested on the button all the time would be told from it.
  await tried.hover();
  await sidebar.button('Try one row').click();
  await tried.getByText(/^Row 4: .* of Angola\?$/).waitFor();
  await tried.getByText('Answered').waitFor();
  expect(owner.state.sheets[0]?.rows.map((row) => row.length)).toEqual(Array(6).fill(4));
}
