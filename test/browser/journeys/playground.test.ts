/** The local spreadsheet as one would show it to a customer: what is there at first, and what a person expects of a sheet. */
import { describe, expect } from 'vitest';
import { startPlayground } from '../../tools/playground/server/playground';
import { countrySample } from '../../tools/playground/server/sample';
import { played } from '../played';
import { shoot } from '../screenshots';
import { turnFormulaOn } from '../states/formula';

/** The clock is turned by what of an hour has not passed by itself, as it is a fast one here. */
const HALF_AN_HOUR_MS = 1_800_000;

/** A table as people have it: what is known, and what they would like to know. */
const THREE_EMPTY = [
  ['Country', 'Capital', 'Currency', 'Is landlocked'],
  ['Peru', '', '', ''],
  ['Chad', '', 'Franc', ''],
  ['Mali', '', '', ''],
  ['Japan', '', '', ''],
];

describe('a playground that welcomes somebody', () => {
  played(
    'has companies, the sidebar open and a key in place: three presses lead to answers',
    { welcome: true },
    async ({ owner }) => {
      const { page, sidebar } = owner;
      await page.getByRole('tab', { name: 'Companies', selected: true }).waitFor();
      await page.getByText('Answers here come from sample data about these tables').waitFor();
      await sidebar.button('Company profile').click();
      await sidebar.save();
      await sidebar.enrich.click();
      expect(await sidebar.receipt()).toContain('24 rows answered');
      expect(owner.presses).toBe(3);
      await owner.sheet.cellShowing('Bern, Switzerland').waitFor();
      await shoot(page, 'playground enriched');
      // What was enriched goes along with a copy of its tab, and costs nothing there.
      await page.getByRole('tab', { name: 'Companies' }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await page.getByRole('tab', { name: 'Copy of Companies', selected: true }).waitFor();
      await sidebar.button('Read the sheet again').click();
      await sidebar.text('24 rows are answered, and not paid for again.').waitFor();
      // What comes with another sheet, unasked, takes no press at first: whoever means it presses again.
      const goOn = sidebar.button('Go on');
      const asks = sidebar.region('What “Company profile” asks');
      await goOn.click();
      const isThere = async (): Promise<boolean> => {
        if (await asks.isVisible()) return true;
        if (await goOn.isVisible()) await goOn.click({ timeout: 1_000 }).catch(() => {});
        return false;
      };
      await expect.poll(isThere, { timeout: 60_000 }).toBe(true);

      await page.getByRole('tab', { name: 'Countries' }).click();
      await owner.sheet.cellShowing('Afghanistan').waitFor();

      // An hour passes for Google, for Linkup, and for the sidebar.
      const now = () => owner.frame.locator('body').evaluate(() => Date.now());
      const before = await now();
      await page.getByRole('button', { name: '+1 hour' }).click();
      await owner.until('the hour is over', ({ ahead, hurried }) => ahead > HALF_AN_HOUR_MS && !hurried);
      await expect.poll(now).toBeGreaterThan(before + HALF_AN_HOUR_MS);
    },
  );
});

describe('what is typed', () => {
  // Beyond 400 rows only those in view are in the page.
  for (const rows of [60, 450]) {
    played(
      `stays in its cell as the sheet scrolls, with ${rows} rows`,
      { table: [['Country'], ...Array.from({ length: rows }, (_, i) => [`Country ${i + 1}`])] },
      async ({ owner: { page, sheet } }) => {
        await sheet.cell(8, 2).click();
        await page.keyboard.type('L');
        await sheet.scrollBy(40);
        await page.keyboard.type('ima');
        await page.keyboard.press('Enter');
        await sheet.cellShowing('Lima').waitFor();
      },
    );
  }

  played(
    'stays in its cell as the table grows by what somebody else types',
    { table: [['Country'], ['Peru']] },
    async ({ playground, owner: { page, sheet } }) => {
      await sheet.cell(2, 2).click();
      await page.keyboard.type('L');
      const cells = [2, 120].map((row) => ({ row, column: 1, text: `Country ${row}` }));
      await playground.act({ kind: 'type', sheet: playground.state.sheets[0]?.id ?? 0, cells });
      await sheet.cellShowing('Country 2').waitFor();
      await page.keyboard.type('ima');
      await page.keyboard.press('Enter');
      await sheet.cellShowing('Lima').waitFor();
      await sheet.cell(120, 1).getByText('Country 120').waitFor({ state: 'attached' });
    },
  );
});

describe('beyond the table', () => {
  played(
    'a question becomes rows on a sheet, the rows are enriched, and a cell asks by itself',
    { welcome: true },
    async ({ owner }) => {
      const { page, sheet, sidebar } = owner;
      const list = 'The five largest companies with website and city';
      await sidebar.button('Make a list…').click();
      await sidebar.field('What to list').fill(list);
      await sidebar.button('Use as fields: Company, Website, City').click();
      await sidebar.button('Make the list for $0.006').click();
      await sidebar.text(`5 rows added to “${list}”. $0.006 was billed.`).waitFor();
      await sidebar.text('$24.994').waitFor();
      await sidebar.button('Enrich these rows').click();
      await page.getByRole('tab', { name: list, selected: true }).waitFor();
      await sheet.cellShowing('Lumen Optics').waitFor();
      // Where they are by now.
      await sidebar.button('Enrich these rows').waitFor({ state: 'detached' });
      await sidebar.ask('What it does', 'What does {{Company}} do?');
      await sidebar.save();
      await sidebar.enrich.click();
      expect(await sidebar.receipt()).toContain('5 rows answered');
      await sheet.cellContaining('Makes lenses and mirrors').waitFor();

      await sheet.type(2, 10, '=LINKUP("In which city is " & A2 & "?")');
      await sheet.cellShowing('#ERROR!').waitFor();
      expect(await sheet.cell(2, 10).getAttribute('title')).toContain('is off in this spreadsheet');
      await turnFormulaOn(sidebar);
      await sheet.type(2, 10, '=LINKUP("Where is " & A2 & " based?")');
      await sheet.cellContaining('headquarters are in Jena').waitFor();
      await owner.until('each was billed once', ({ linkup }) => Math.abs(linkup.billed - 0.042) < 1e-9);
      await shoot(page, 'playground with a list and a formula');
    },
  );
});

describe('presses of mouse or Enter, typing not counted', () => {
  played(
    'are four at most to sixty rows, where a key is in place',
    { welcome: true, table: countrySample() },
    async (stage) => {
      const { owner } = stage;
      await owner.sidebar.field('Question').click();
      await owner.page.keyboard.type('What is the currency of ');
      await owner.sidebar.button('Country').click();
      await owner.sidebar.save();
      await owner.sidebar.enrich.click();
      expect(await owner.sidebar.receipt()).toContain('60 rows answered');
      expect(owner.presses).toBe(4);
    },
  );

  played(
    'are four at most to three empty columns filled, where a key is in place: no field is written, what was typed stays; and a night fills what is typed then',
    { welcome: true, table: THREE_EMPTY },
    async ({ owner }) => {
      const { sidebar, sheet, page } = owner;
      const fill = sidebar.button('Fill your empty columns: Capital, Currency, Is landlocked');
      await fill.waitFor();
      await shoot(page, 'playground empty columns');
      await fill.click();
      await sidebar.save();
      await sidebar.text('Rows with a blank in a column to fill. What you typed stays.').waitFor();
      await sidebar.enrich.click();
      expect(await sidebar.receipt()).toContain('4 rows answered');
      expect(owner.presses).toBeLessThanOrEqual(4);
      await sheet.cellShowing('Lima').waitFor();
      const [before, now] = [THREE_EMPTY[2], owner.state.sheets[0]?.rows[2]];
      expect(before?.[2]).toBe('Franc');
      expect(now?.slice(0, 4)).toEqual(['Chad', "N'Djamena", 'Franc', 'TRUE']);

      // Refreshed by itself from now on, with nobody at it.
      await sidebar.unfold('Refresh by itself');
      await sidebar.root.getByRole('radio', { name: 'Every hour' }).click();
      await sidebar.button('Turn refresh on').click();
      await sidebar.button(/^Start now/).waitFor();
      await sheet.type(6, 1, 'Ghana');
      await page.getByRole('button', { name: '+1 night' }).click();
      await sheet.cellShowing('Accra').waitFor();
    },
  );

  played(
    'are five at most to a first answer in a fresh sheet',
    { table: [['Country'], ['Peru']] },
    async ({ owner }) => {
      const { page, sidebar } = owner;
      await owner.sheet.choose('Enrich with Linkup', 'Set up');
      await sidebar.field('API key').click();
      await page.keyboard.type('test-key-7f3a9c51');
      await page.keyboard.press('Enter');
      // It is where the focus is now.
      await sidebar.field('Question').waitFor();
      await page.keyboard.type('What is the capital of {{Country}}?');
      await sidebar.button('Try one row').click();
      await sidebar.region('One row, tried').getByText('Lima').first().waitFor();
      expect(owner.presses).toBe(5);
    },
  );
});

describe('the sheet', () => {
  played(
    'takes edits and widths back, has tabs of one’s own, and begins anew when the playground does',
    { table: [['Name'], ['Ada'], ['Bob']], tableName: 'People' },
    async ({ owner, playground }) => {
      const { page, sheet } = owner;
      const tab = (name: string) => page.getByRole('tab', { name, exact: true });
      await sheet.type(2, 1, 'Eve');
      await sheet.type(3, 1, 'Mallory');
      await sheet.cellShowing('Mallory').waitFor();
      await page.keyboard.press('ControlOrMeta+Z');
      await sheet.cellShowing('Bob').waitFor();
      await sheet.choose('Edit', 'Undo');
      await sheet.cellShowing('Ada').waitFor();

      const width = (): number => owner.state.sheets[0]?.columns[0]?.width ?? 0;
      const before = width();
      await sheet.dragEdge(1, 60);
      await owner.until('the column is wider', () => width() === before + 60);
      await page.keyboard.press('ControlOrMeta+Z');
      await owner.until('the column is as it was', () => width() === before);

      await page.getByRole('button', { name: 'Add a sheet' }).click();
      await tab('Sheet2').dblclick();
      await page.getByLabel('Name of the sheet').fill('Prices');
      await page.keyboard.press('Enter');
      await tab('Prices').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual(['People']);
      await page.keyboard.press('ControlOrMeta+Z');
      await tab('Prices').waitFor();

      const open = (name: string, bytes: readonly number[]) =>
        page.getByLabel('CSV file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
      await open('latin.csv', [0x4e, 0x0a, 0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68]);
      await sheet.cellShowing('Zürich').waitFor();
      await open('logo.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      await page.getByText('This file is a picture (PNG), not a CSV file').waitFor();

      const { port } = new URL(playground.url);
      await playground.close();
      const again = await startPlayground({ port: Number(port), table: [['Planet'], ['Mars']] });
      await sheet.cellShowing('Mars').waitFor();
      expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Countries']);
      await page.goto('about:blank');
      await again.close();
    },
  );
});
