/** What a press does when something else comes to stand under the pointer: nothing that costs money, or an answer. And which rows it is about. */
import { describe, expect } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { ABOUT_ROW, MONTH, OFFER, progress, SAVED, START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Alone, type Answers, alone, no, SIZE, yes } from '../alone';
import { atTheFoot, centreOf, isInView, moved } from '../places';
import { shoot } from '../screenshots';
import { BOTH_RUNNING, CHAINED } from '../states/chain';
import { chooseRun, WITH_RUNS } from '../states/past';
import { CAPITAL_SAVED } from '../states/state';

/** A field that is removed leaves its place, and nothing moves under the pointer, until it is put back there. */
async function removeAndPutBack({ page, sidebar }: Alone): Promise<void> {
  const second = sidebar.button('Remove Capital');
  const before = await second.boundingBox();
  await sidebar.button('Remove Land').click();
  const back = sidebar.button('Put back Land');
  await back.waitFor();
  expect((await second.boundingBox())?.y).toBe(before?.y);
  await second.click();
  await sidebar.button('Put back Capital').click();
  await back.click();
  await back.waitFor({ state: 'detached' });
  const names = await page.getByRole('textbox', { name: 'Name', exact: true }).all();
  expect(await Promise.all(names.map((name) => name.inputValue()))).toEqual(['Land', 'Capital']);
}

describe('a second press', () => {
  let spent = 0;
  let isSaved = false;
  const begun: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes(isSaved ? WITH_CAPITAL : START),
    save: () => {
      isSaved = true;
      return yes({ id: 'e1', revision: 'r1' });
    },
    enrich: () => {
      spent += 1;
      return yes(progress());
    },
    tryOne: () => {
      spent += 1;
      return undefined;
    },
  };

  alone('on Save meets nothing that asks Linkup', begun, async (stage) => {
    const { page, sidebar } = stage;
    await sidebar.field('Question').fill('Find the country and the capital of {{Country}}.');
    await sidebar.button('Fill 2 columns: Country 2, Capital').click();
    const field = sidebar.root.getByRole('group', { name: 'Field 1' }).getByLabel('Name');
    await sidebar.unfold('What comes back');
    await field.fill('Country');
    await sidebar.root.getByRole('heading', { name: 'What comes back' }).click();
    await sidebar.button('Try one row').click();
    // The field that Save would refuse comes on view, and nothing is paid for before.
    await sidebar.root.locator('input:focus').and(field).waitFor();
    await sidebar.problem('The table has a column “Country” already.').waitFor();
    expect(spent).toBe(0);
    await field.fill('Land');
    await removeAndPutBack(stage);
    const place = await centreOf(stage, 'Save');
    await page.mouse.click(...place);
    await sidebar.region(/^What “/).waitFor();
    await page.mouse.click(...place);
    expect(spent).toBe(0);
    // A hand that means it is not kept waiting.
    await sidebar.enrich.click();
    await sidebar.run.waitFor();
    expect(spent).toBe(1);
  });

  let undone = 0;
  const ended: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...WITH_CAPITAL, progress: [progress({ state: 'ended', canUndo: true })] }),
    undo: () => {
      undone += 1;
      return yes({ cleared: 18, kept: 0, later: 0, earlier: 0 });
    },
  };

  alone('on Undo clears nothing', ended, async (stage) => {
    const { page, sidebar } = stage;
    await sidebar.root.getByRole('heading', { name: 'Last run', exact: true }).click();
    await sidebar.text('Empties the cells this run wrote. What it overwrote is not brought back.').waitFor();
    const clear = sidebar.button('Clear these rows');
    await page.setViewportSize({ ...SIZE, height: 600 });
    for (const [where, find] of Object.entries({ amidst: centreOf, 'at the foot': atTheFoot })) {
      const place = await find(stage, 'Undo this run');
      const stays = await moved(sidebar.button('Undo this run'));
      await page.mouse.click(...place);
      // What is asked is seen at once, and nothing has moved under the pointer.
      await clear.waitFor();
      expect(await isInView(clear.locator('../..'))).toBe(true);
      expect(await stays()).toBeLessThanOrEqual(1);
      await shoot(page, `sidebar undo ${where} light`);
      await page.mouse.click(...place);
      await clear.waitFor({ state: 'detached' });
      expect(await stays()).toBeLessThanOrEqual(1);
    }
    expect(undone).toBe(0);
  });

  alone('on Manage closes what has opened, which is in view', CAPITAL_SAVED, async (stage) => {
    const { page, sidebar } = stage;
    const box = sidebar.field('New API key');
    await sidebar.enrich.waitFor();
    await page.setViewportSize({ ...SIZE, height: 600 });
    const place = await atTheFoot(stage, 'Manage the Linkup key');
    const stays = await moved(page.locator('#manage-key'));
    await page.mouse.click(...place);
    await box.waitFor();
    expect(await isInView(box)).toBe(true);
    expect(await stays()).toBeLessThanOrEqual(1);
    await shoot(page, 'sidebar manage at the foot light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, 'sidebar manage at the foot dark');
    await page.mouse.click(...place);
    await box.waitFor({ state: 'detached' });
    expect(await stays()).toBeLessThanOrEqual(1);
  });
});

describe('a press on “Ask this row again”', () => {
  const notFound: Answers = {
    ...CAPITAL_SAVED,
    aboutRow: () => yes({ ...ABOUT_ROW, standing: 'not found', bill: 'free' }),
    askAgain: () => yes(progress()),
  };

  alone('begins a run like any other, at the price that stands on it', notFound, async ({ sidebar }) => {
    await sidebar.unfold('About the selected row');
    await sidebar.button('Ask this row again · $0.006').click();
    await sidebar.region('“Capital” is running').waitFor();
  });
});

describe('a limit that is set when an offer is on view', () => {
  const server = { limit: 0.1 };
  const limited: Answers = {
    ...CAPITAL_SAVED,
    ownLimit: () => yes({ ...MONTH, limit: server.limit }),
    setOwnLimit: ({ limit }) => {
      server.limit = limit;
      return yes({ ...MONTH, limit });
    },
    offer: () => yes({ ...OFFER, stakes: server.limit > 1 ? [] : [`A limit of $${server.limit}.`] }),
    enrich: () => no('own-limit', 'Refused by your limit.'),
  };

  alone('is told before the press, and lets go of what was refused for it', limited, async ({ sidebar }) => {
    await sidebar.text('A limit of $0.1.').waitFor();
    await sidebar.button('Enrich 53 rows · up to $0.288').click();
    await sidebar.problem('Refused by your limit.').waitFor();
    await sidebar.button('Manage the Linkup key').click();
    await sidebar.unfold('Limit per month');
    await sidebar.field('In a month at most (USD)').fill('0.2');
    await sidebar.button('Set limit').click();
    await sidebar.text('A limit of $0.2.').waitFor();
    await sidebar.problem('Refused by your limit.').waitFor({ state: 'detached' });
  });
});

describe('an older run', () => {
  let looks = 0;
  const counted: Answers = {
    ...WITH_RUNS,
    runLeft: (asked) => {
      looks += 1;
      return WITH_RUNS.runLeft?.(asked);
    },
  };

  alone('is undone from the list of all, which is read again then', counted, async ({ page, sidebar }) => {
    await chooseRun(sidebar);
    expect(looks).toBe(1);
    await sidebar.button('Clear these rows').click();
    await sidebar
      .text(/^9 rows cleared\. 1 row kept.* 4 rows kept, because a later run or try wrote them/)
      .waitFor();
    await expect.poll(() => looks).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('past-r12');
  });
});

const UNCLEAR = 'Which of 60 rows to ask are hidden by hand cannot be told.';

describe('which rows', () => {
  let isUnclear = false;
  const SEEN = {
    ...{ ...OFFER, rows: 4, questions: 4, shared: 0, copies: 0 },
    skipped: [
      { reason: 'answered already', rows: 40 },
      { reason: 'hidden', rows: 9 },
    ],
  };
  const answers: Answers = {
    ...CAPITAL_SAVED,
    offer: ({ scope }) =>
      isUnclear ? no('hidden-by-hand', UNCLEAR) : yes(scope === 'visible' ? SEEN : OFFER),
  };
  alone('are chosen, refused beside the choice, and said in the form in one line', answers, async (stage) => {
    const { page, sidebar } = stage;
    const pill = (name: string | RegExp) => sidebar.root.getByRole('radio', { name });
    await pill('First, 5 rows').click();
    await sidebar.field('How many rows').selectOption('100 rows');
    await pill('First, 50 rows').waitFor();
    await pill('Visible').click();
    await sidebar.text('What a filter view hides is not').waitFor();
    await pill('Visible, 4 rows').waitFor();
    await sidebar.text('49 rows left out: answered already (40), hidden (9).').waitFor();
    await sidebar.region('Which rows').scrollIntoViewIfNeeded();
    await shoot(page, 'sidebar visible rows light');
    isUnclear = true;
    await sidebar.button('Count again').click();
    await sidebar.region('Which rows').getByText(UNCLEAR).waitFor();
    // The button says it too: the rows may be out of view.
    expect(await page.getByRole('button', { name: 'Enrich', description: UNCLEAR }).count()).toBe(1);
    expect(await sidebar.field('How many rows').count()).toBe(0);
    expect(await page.getByRole('radiogroup', { name: 'Rows' }).getAttribute('aria-invalid')).toBe('true');

    await sidebar.button('Edit Capital').click();
    await sidebar.unfold('Only if');
    const line = page.locator('summary', { hasText: 'Only if' });
    expect(await line.textContent()).toContain('every row');
    await sidebar.field('Column').selectOption('Notes');
    await sidebar.field('What it must be').selectOption('contains');
    await sidebar.field('Value').fill('old');
    expect(await line.textContent()).toContain('Notes contains old');
    await sidebar.text('$0.006 per row, counted after Save').waitFor();
    await sidebar.field('What it must be').selectOption('is empty');
    expect(await line.textContent()).toContain('Notes is empty');
    expect(await sidebar.field('Value').count()).toBe(0);
    await sidebar.field('Column').selectOption('No condition');
    expect(await sidebar.field('What it must be').count()).toBe(0);
    expect(await line.textContent()).toContain('every row');
  });
});

describe('a template of several enrichments', () => {
  let kept: Draft[] = [];
  let isRefused = true;
  let agreed: unknown[] = [];
  const listed = () =>
    kept.map((draft) => ({ ...SAVED, ...draft, outputs: draft.fields.map(({ name }) => name) }));
  const headings = () => ['Company', ...listed().flatMap(({ outputs }) => outputs)];
  const answers: Answers = {
    ...CHAINED,
    start: () => yes({ ...START, headings: headings(), enrichments: listed() }),
    save: ({ draft }) => {
      const id = draft.type === 'search' ? 'find' : 'read';
      if (id === 'read' && isRefused) return no('name-taken', 'That name is taken.', 'name');
      kept = [...kept, { ...draft, id }];
      return yes({ id, revision: 'r1' });
    },
    enrichChain: (terms) => {
      agreed = [...agreed, terms];
      return yes(BOTH_RUNNING);
    },
  };
  alone('takes one press to save, and one more to run', answers, async ({ page, sidebar }) => {
    await sidebar.button('Website → profile').click();
    await sidebar.text('Save makes this one, then').waitFor();
    await sidebar.button('Save both').click();
    // What was refused is on view, as what it is, with what is wrong; the first is saved.
    await sidebar.text('That name is taken.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
    expect(kept.map(({ template }) => template)).toEqual([expect.stringContaining('{{Company}}')]);
    isRefused = false;
    await sidebar.nameField.fill('Read it');
    await sidebar.button('Save').click();
    await sidebar.button('Enrich all columns · up to $0.48').waitFor();
    await sidebar.text('Website of “Find the website”').waitFor();
    expect(kept.map(({ name, template }) => [name, template])[1]).toEqual(['Read it', '{{Website}}']);

    expect(agreed).toEqual([]);
    await sidebar.field('At most for all (USD)').fill('0.2');
    // Who presses twice means it once.
    await sidebar.button('Enrich all columns · up to $0.20').dblclick();
    await sidebar.region('All columns').getByText('waits for “Find the website”').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('all-running');
    expect(agreed).toEqual([{ sheetId: 7, revision: 'c1', total: 0.48, cap: 0.2 }]);
  });
});
