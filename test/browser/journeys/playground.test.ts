/** The local spreadsheet as one would show it to a customer: what is there at first, and what a person expects of a sheet. */
import { describe, expect } from 'vitest';
import { startPlayground } from '../../tools/playground/server/playground';
import { played } from '../played';
import { shoot } from '../screenshots';

describe('a playground that welcomes somebody', () => {
  played(
    'has companies, the sidebar open and a key in place: three presses lead to answers',
    { welcome: true },
    async ({ owner }) => {
      const { page, sidebar } = owner;
      await page.getByRole('tab', { name: 'Companies', selected: true }).waitFor();
      await sidebar.button('Company profile').click();
      await sidebar.save();
      await sidebar.enrich.click();
      expect(await sidebar.receipt()).toContain('24 rows answered');
      await owner.sheet.cellShowing('Bern, Switzerland').waitFor();
      await shoot(page, 'playground enriched');
      await page.getByRole('tab', { name: 'Countries' }).click();
      await owner.sheet.cellShowing('Afghanistan').waitFor();
    },
  );
});

describe('the sheet', () => {
  played(
    'takes edits back, has tabs of one’s own, and begins anew when the playground does',
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

      await page.getByRole('button', { name: 'Add a sheet' }).click();
      await tab('Sheet2').dblclick();
      await page.getByLabel('Name of the sheet').fill('Prices');
      await page.keyboard.press('Enter');
      await tab('Prices').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual(['People']);
      await page.keyboard.press('ControlOrMeta+Z');
      await tab('Prices').waitFor();

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
