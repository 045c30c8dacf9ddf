import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Topic } from '../../doubles/linkup';
import { played } from '../played';

/** Markup and addresses that would set a flag if anything took them for what they are. */
const STRINGS = [
  '<img src=x onerror="self.hit=1">',
  '<script>self.hit=1</script>',
  '"><svg onload=self.hit=1>',
  '</textarea></style><iframe srcdoc="self.hit=1"></iframe>',
  '<a href="javascript:self.hit=1">press</a>',
];

const HEADING = '<img src=y onerror="self.hit=1">';
const NAME = '<b onmouseover="self.hit=1">Note</b>';

/** Rows are called like hostile strings, and so are the answers. */
const TOPICS: readonly Topic[] = STRINGS.map((text) => ({
  name: text,
  facts: [{ key: 'note', value: `${text} answered`, sentence: `The note is ${text}` }],
  sources: [{ name: text, url: 'javascript:self.hit=1', content: text }],
  images: [],
}));

const SETTING = {
  table: [[HEADING], ...STRINGS.map((text) => [text])],
  tableName: '<svg onload=self.hit=1>',
  topics: TOPICS,
};

/** What Linkup says against a question. */
const FAULT = {
  path: '/v1/search',
  effect: 'before',
  status: 400,
  code: 'VALIDATION_ERROR',
  message: `${STRINGS[0]} refused`,
} as const;

/** What the sidebar and the sheet are never made of: elements out of a string. */
const ELEMENTS =
  'img, iframe:not([title]), [onload], [onerror], [onmouseover], a[href^="javascript"], script + script';

/** Elements that came out of strings, and whether a script ran. */
async function harm(page: Page, sidebar: FrameLocator): Promise<unknown> {
  return {
    hit: await page.evaluate(() => 'hit' in window),
    hitInSidebar: await sidebar.locator('body').evaluate(() => 'hit' in window),
    inPage: await page.locator(ELEMENTS).count(),
    inCells: await page.locator('.grid td[data-x][data-y] *').count(),
    inSidebar: await sidebar.locator(`${ELEMENTS}, main svg, main b`).count(),
  };
}

const NONE = { hit: false, hitInSidebar: false, inPage: 0, inCells: 0, inSidebar: 0 };

describe('hostile strings', () => {
  played(
    'as headings, names, rows, errors of Linkup, answers and sources are shown, and are only text',
    SETTING,
    async (stage) => {
      const { page, sheet } = stage.owner;
      const sidebar = await stage.owner.openSidebar();
      await sidebar.connect();
      await sidebar.text(`on “${SETTING.tableName}”`).waitFor();
      await sidebar.name(NAME);
      await sidebar.button(HEADING).click();
      await sidebar.field('Question').press('End');
      await sidebar.field('Question').pressSequentially(' note?');
      await sidebar.text(`${STRINGS[0]} note?`).waitFor();
      await stage.playground.rig({ kind: 'fault', fault: FAULT });
      await sidebar.button('Try one row').click();
      await sidebar.region('One row, tried').getByText(FAULT.message).first().waitFor();
      expect(await harm(page, stage.owner.frame)).toEqual(NONE);
      // A hand comes back over the page: one that had rested on the button all the time would be told from it.
      await sidebar.region('One row, tried').hover();
      await sidebar.button('Try one row').click();
      await sidebar.region('One row, tried').getByText('Answered').waitFor();
      expect(await harm(page, stage.owner.frame)).toEqual(NONE);
      await sidebar.save();
      await sidebar.enrich.click();
      expect(await sidebar.receipt()).toContain('5 rows answered');
      // As what is asked, and as the title of where it was found.
      for (const text of STRINGS) await sheet.cellShowing(text).nth(1).waitFor();
      for (const text of STRINGS) await sheet.cellContaining(`The note is ${text}`).waitFor();
      expect(await harm(page, stage.owner.frame)).toEqual(NONE);
      await sheet.choose('Enrich with Linkup', 'Enrich…');
      await page.getByRole('dialog').waitFor();
      expect(await harm(page, stage.owner.frame)).toEqual(NONE);
    },
  );
});
