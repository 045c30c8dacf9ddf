/** Tries and lists that were paid for, on the page: found again when the sidebar is opened anew, until they are written or closed. */
import { describe, expect } from 'vitest';
import { Problem } from '../../../src/enrichment/problem';
import { sentence } from '../../../src/enrichment/words';
import type { KeptTrial, Listed, Saved, Tried } from '../../../src/sidebar/protocol';
import { SAVED, START } from '../../world/sidebar-samples';
import { ADDRESS, type Answers, alone, no, yes } from '../alone';
import { played, SLOW_LINKUP } from '../played';
import type { SidebarPage } from '../sidebar-page';
import { UNDER_WAY } from '../states/list';
import { TRIED } from '../states/row';
import { CAPITAL_SAVED } from '../states/state';
import type { Window } from '../window';

const TABLE = [['Country'], ['France'], ['Brazil']];
const QUESTION = 'What is the capital of {{Country}}?';
const SLOW = { table: TABLE, linkup: SLOW_LINKUP };

const trialOf = (sidebar: SidebarPage) => sidebar.region('One row, tried');

/** A deep search of the first row is under way. */
async function tried({ sidebar }: Window): Promise<SidebarPage> {
  await sidebar.connect();
  await sidebar.ask('Capital', QUESTION);
  await sidebar.root.getByRole('heading', { name: 'How deep' }).click();
  await sidebar.root.getByRole('radio', { name: 'Deep' }).check();
  await sidebar.button('Try one row').click();
  await trialOf(sidebar).getByText('Row 2 is being looked up').waitFor();
  return sidebar;
}

describe('a deep try', () => {
  played(
    'is there again when the sidebar is opened anew, and its answer is written without being asked again',
    SLOW,
    async ({ owner, answersCome }) => {
      await owner.openSidebar();
      await (await tried(owner)).save();
      await owner.page.reload();
      const sidebar = await owner.openSidebar();
      await trialOf(sidebar).getByText('Row 2 is being looked up').waitFor();
      await answersCome();
      await trialOf(sidebar).getByText('Answered').waitFor();
      expect(await trialOf(sidebar).innerText()).toMatch(/for \$0\.055\. Nothing was written\./);
      const write = sidebar.button('Write this answer');
      await sidebar.button('Edit Capital').click();
      await sidebar.field('Question').fill('What is the currency of {{Country}}?');
      await expect.poll(() => write.count()).toBe(0);
      await sidebar.button('Discard changes').click();
      await write.click();
      await trialOf(sidebar).getByText('Written into row 2.').waitFor();
      expect(owner.column('Capital')[0]).toContain('Paris');
      expect(owner.state.linkup.billed).toBe(0.055);
      await sidebar.text('1 row to ask.').waitFor();
    },
  );

  let enrichments: readonly Saved[] = [];
  let tries: readonly KeptTrial[] = [];
  let asked = 0;
  const keeping: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...START, enrichments, tries }),
    // As scenarios/sidebar/try-kept hold it: one of each enrichment, under the id that it is saved with, until it is closed.
    tryOne: ({ draft }) => {
      asked += 1;
      const tried: Tried = {
        ...TRIED,
        values: [],
        sources: [],
        outcome: 'pending',
        task: 't1',
        kept: `k${asked}`,
      };
      tries = [
        ...tries.filter((each) => each.draft.id !== draft.id),
        { draft, startedAt: Date.now(), tried },
      ];
      return yes(tried);
    },
    save: ({ draft }) => {
      enrichments = [{ ...SAVED, ...draft, id: 'e1' }];
      tries = tries.map((each) => ({ ...each, draft: { ...each.draft, id: 'e1' } }));
      return yes({ id: 'e1', revision: SAVED.revision });
    },
    dropTry: ({ kept }) => {
      tries = tries.filter(({ tried }) => tried.kept !== kept);
      return yes(null);
    },
  };

  alone('stays with its enrichment, and goes with the edits that asked it', keeping, async (stage) => {
    const { page, sidebar } = stage;
    const isLookedUp = () => trialOf(sidebar).getByText('Row 2 is being looked up').waitFor();
    await sidebar.ask('Capital', QUESTION);
    await sidebar.button('Try one row').click();
    await isLookedUp();
    await sidebar.save();
    await isLookedUp();
    await sidebar.button('Duplicate Capital').click();
    const picker = sidebar.root.getByRole('combobox').first();
    await picker.getByRole('option', { name: 'Capital copy (not saved)' }).waitFor({ state: 'attached' });
    await expect.poll(() => trialOf(sidebar).count()).toBe(0);
    await sidebar.button('Try one row').click();
    await isLookedUp();
    await sidebar.button('Discard changes').click();
    await expect.poll(() => trialOf(sidebar).count()).toBe(0);
    await picker.selectOption({ label: 'Capital' });
    await isLookedUp();
    await page.goto(ADDRESS);
    await isLookedUp();
    await sidebar.button('Close the tried row').click();
    await expect.poll(() => tries).toEqual([]);
    await page.goto(ADDRESS);
    await sidebar.button('Edit Capital').waitFor();
    expect(await trialOf(sidebar).count()).toBe(0);
  });
});

describe('a list that is under way', () => {
  const refusal = sentence(new Problem('list-other-key'));
  let lists: readonly Listed[] = [];
  const refused: Answers = {
    start: () => yes({ ...START, lists }),
    lookAtList: () => no('list-other-key', refusal),
    dropList: () => {
      lists = [];
      return yes(null);
    },
  };

  alone(
    'can be closed once it is refused, and not before, and does not come back',
    refused,
    async ({ page, sidebar }) => {
      await sidebar.button('Make a list…').waitFor();
      lists = [UNDER_WAY];
      // Nobody waits for the first look.
      await page.evaluate(() => {
        const { setTimeout: wait } = window;
        Object.assign(window, { setTimeout: (then: () => void, ms: number) => wait(then, ms / 5) });
      });
      await sidebar.button('Read the sheet again').click();
      await sidebar.text('Its rows are being looked for.').waitFor();
      expect(await sidebar.button('Close the list').count()).toBe(0);
      await sidebar.button('Look again').waitFor();
      await sidebar.text(refusal).waitFor();
      await sidebar.button('Close the list').click();
      await expect.poll(() => lists).toEqual([]);
      expect(await sidebar.region('A list').count()).toBe(0);
      await page.goto(ADDRESS);
      await sidebar.button('Make a list…').waitFor();
      expect(await sidebar.region('A list').count()).toBe(0);
    },
  );
});
