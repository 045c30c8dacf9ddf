/** Whoever has no mouse sees where they are. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Reply } from '../../../src/sidebar/protocol';
import { progress, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, alone, no, yes } from '../alone';
import { scriptFor } from '../fonts';
import type { SidebarPage } from '../sidebar-page';
import { STATES } from '../states/all';
import { TRIED } from '../states/row';
import { CAPITAL_SAVED } from '../states/state';

/** States with most kinds of controls. */
const FULL_STATES = ['template filled in', 'ready with warnings', 'running with failures', 'last run'];

/** What has the focus: whether that can be seen, and what hides it. */
const focus = (page: Page): Promise<{ name: string; fault: string }> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const box = element.getBoundingClientRect();
    // A pill's ring is drawn by the label around it, a choice's by the box itself.
    const ring = getComputedStyle(element.closest('.pills .choice') ?? element);
    const isRinged = ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 2;
    const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const isOnTop = there !== null && (element.contains(there) || there.contains(element));
    const fault = `${isRinged ? '' : 'no ring '}${isOnTop ? '' : 'out of sight'}`;
    return { name: element === document.body ? '' : element.outerHTML.slice(0, 80), fault };
  });

describe('with the keyboard', () => {
  for (const { name, answers, reach } of STATES.filter(({ name }) => FULL_STATES.includes(name))) {
    const statement = `(${name}): every stop of the Tab key shows where it is, in usual and in wide letters`;
    alone(statement, answers, async ({ page, sidebar }) => {
      await reach(sidebar);
      for (const letters of ['usual', 'wide'] as const) {
        await page.evaluate(scriptFor(letters));
        // From above the page's first stop on.
        await page.evaluate(() => document.body.focus());
        const stops: Awaited<ReturnType<typeof focus>>[] = [];
        do {
          await page.keyboard.press('Tab');
          stops.push(await focus(page));
        } while (stops.at(-1)?.name !== '' && stops.length < 100);
        expect(stops.length).toBeGreaterThan(12);
        expect(stops.filter(({ name, fault }) => name !== '' && fault !== '')).toEqual([]);
      }
    });
  }
});

/** The id of what has the focus, else what is written on it; '' where nothing has it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return '';
    const label = document.getElementById(element.getAttribute('aria-labelledby') ?? '') ?? element;
    const own = /^P\d/.test(element.id) ? '' : element.id; // Not one that Preact made.
    return own || element.getAttribute('aria-label') || (label.textContent ?? '').trim();
  });

/** Waits until it is there, or anywhere but nowhere. */
const lands = (page: Page, where: string): Promise<void> =>
  expect.poll(() => focused(page), { timeout: 60_000 }).toBe(where);

/** What a box says of itself, and whether all of that is in view, above the bar. */
const marked = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const group = element.closest('[role=radiogroup]') ?? element;
    const said = document.getElementById(group.getAttribute('aria-describedby') ?? '');
    const bar = document.querySelector('footer')?.getBoundingClientRect().top ?? innerHeight;
    const [top, bottom] = [element.getBoundingClientRect().top, said?.getBoundingClientRect().bottom ?? 0];
    return { said: said?.innerText ?? '', isInView: top >= 0 && bottom <= Math.max(bar, 0) };
  });

/** The parts of a definition that the server may refuse, each with its box and how it is mended. */
const PLACES: readonly (readonly [place: string, box: string, mend: string])[] = [
  ['name', 'name', 'Capitals'],
  ['question', 'question', 'Capital of {{Country}}'],
  ['field 1 description', 'field-2-description', 'of all people'],
  ['field 0 name', 'field-1-name', 'City'],
  ['results', 'results', '7'],
  ['include', 'include', 'who.int'],
  ['exclude', 'exclude', 'example.com'],
  ['from', 'from', '2026-01-01'],
  ['to', 'to', '2026-02-01'],
  ['fields', 'add-field', ''],
];

describe('what is refused', () => {
  const refusals: Reply<never>[] = [];
  const refused = () => refusals.shift() ?? no('busy', 'Busy.');
  const REFUSING = { ...CAPITAL_SAVED, save: refused, tryOne: refused, enrich: refused, connect: refused };

  alone('leads to its box, which says why until it is edited', REFUSING, async ({ page, sidebar }) => {
    const leads = async (press: string | RegExp, box: string, refusal?: Reply<never>): Promise<void> => {
      if (refusal) refusals.push(refusal);
      await sidebar.button(press).press('Enter');
      await lands(page, box);
      await expect
        .poll(() => marked(page), { timeout: 60_000 })
        .toEqual({ said: expect.stringMatching(/\w/), isInView: true });
    };
    await sidebar.field('Spend at most (USD)').fill('a lot');
    await leads(sidebar.enrichName, 'cap');
    await sidebar.field('Spend at most (USD)').fill('0.001');
    await leads(sidebar.enrichName, 'cap', no('cap-too-small', 'The cap is too small.'));
    await sidebar.field('Spend at most (USD)').fill('');
    await leads(
      sidebar.enrichName,
      'To fill, 53 rows',
      no('nothing-selected', 'No table rows are selected.'),
    );
    // The form is not on view: it is opened there.
    refusals.push(no('no-condition-column', 'There is no column “Notes”.', 'only-if'));
    await sidebar.enrich.press('Enter');
    await sidebar.problem('There is no column “Notes”.').waitFor();
    await leads('Change it in the form', 'only-if');
    await sidebar.button('Close').press('Enter');
    await lands(page, 'ready');
    await sidebar.button('Manage the Linkup key').click();
    await leads('Connect', 'key');
    await sidebar.field('New API key').fill('wrong');
    await leads('Connect', 'key', no('key-refused', 'Linkup does not accept the key.'));
    await sidebar.button('Edit Capital').click();
    for (const [place, box, mend] of PLACES) {
      await leads('Save', box, no('bad-option', `About ${place}.`, place));
      if (mend) await page.locator(':focus').fill(mend);
      else await page.keyboard.press('Enter');
      await sidebar.problem(`About ${place}.`).waitFor({ state: 'detached' });
    }
    await leads('Try one row', 'question', no('unknown-column', 'There is no column “City”.'));
  });
});

/** What is pressed, and where one is then: an id, or what is written there. */
type Step = readonly [press: string | RegExp, where: string];

describe('whoever presses what goes away', () => {
  const all = async (page: Page, sidebar: SidebarPage, steps: readonly Step[]): Promise<void> => {
    for (const [press, where] of steps) {
      await sidebar.button(press).first().press('Enter');
      await lands(page, where);
    }
  };
  const SAVING = {
    ...CAPITAL_SAVED,
    tryOne: () => yes(TRIED),
    save: () => yes({ id: 'e1', revision: 'r2' }),
    dropTry: () => yes(null),
  };

  alone('is at what comes next, in the form', SAVING, async ({ page, sidebar }) => {
    await all(page, sidebar, [
      ['Edit Capital', 'question'],
      ['Close', 'ready'],
      ['Edit Capital', 'question'],
    ]);
    await sidebar.field('Question').fill('Currency of {{Country}}?');
    await sidebar.button('Try one row').click();
    await sidebar.text('Nothing was written.').waitFor();
    await all(page, sidebar, [['Discard changes', 'ready']]);
    // What was tried of it is gone with it.
    expect(await sidebar.region('One row, tried').count()).toBe(0);
    await all(page, sidebar, [
      ['Take them back', 'question'],
      ['Save', 'ready'],
      ['Rename Capital', 'name'],
    ]);
    // The old name is written over, and Enter saves.
    await page.keyboard.type('Capitals');
    expect(await sidebar.nameField.inputValue()).toBe('Capitals');
    await page.keyboard.press('Enter');
    await lands(page, 'ready');
    await all(page, sidebar, [['Delete Capital', 'Keep the answers']]);
    await all(page, sidebar, [
      ['Cancel', 'delete'],
      ['New enrichment', 'question'],
      ['Company profile', 'Company profile'],
      ['Take it back', 'question'],
    ]);
    await sidebar.field('Question').fill('the currency, the area in km² and the languages of {{Country}}');
    await all(page, sidebar, [[/^Fill 3 columns/, 'comes-back']]);
    await page.keyboard.press('Enter');
    await all(page, sidebar, [
      ['Remove Currency', 'field-2-name'],
      ['Remove Languages', 'field-2-name'],
      [/^Remove Area/, 'add-field'],
      ['Write a JSON Schema instead', 'List the fields instead'],
    ]);
    await page.keyboard.press('Shift+Tab');
    await lands(page, 'schema');
    await sidebar.root.getByRole('tab', { name: 'Search', exact: true }).press('ArrowRight');
    await lands(page, 'Fetch');
    await all(page, sidebar, [['Discard changes', 'question']]);
  });

  const PAUSED = progress({ state: 'paused', code: 'no-credits', paused: 'No credits.' });
  const LIVE = { ...PAUSED, state: 'working', paused: '', code: '' } as const;
  const RECEIPT = { asked: 48, answered: 45, cost: 0.27, balanceAfter: 18.16 };
  const ENDED = progress(
    {
      state: 'ended',
      endedAt: Date.now(),
      receipt: RECEIPT,
      canUndo: true,
      failures: [{ reason: 'No page.', total: 3, rows: [] }],
    },
    { running: 0, waiting: 0 },
  );
  const RUNNING: Answers = {
    ...CAPITAL_SAVED,
    start: () =>
      yes({ ...WITH_CAPITAL, unreadable: [{ id: 'x', sentence: 'One is left out.', canDelete: true }] }),
    enrich: () => yes(PAUSED),
    resume: () => yes(LIVE),
    stop: () => yes(ENDED),
    undo: () => yes({ cleared: 45, kept: 0, later: 0, earlier: 0 }),
    tryOne: () => yes(TRIED),
    dropTry: () => yes(null),
    writeTried: () => yes({ row: 2 }),
    remove: () => yes(null),
    disconnect: () => yes(null),
    connect: () => yes({ key: '9f3c', balance: 18.43 }),
  };

  alone('is at what comes next, before and after a run', RUNNING, async ({ page, sidebar }) => {
    await all(page, sidebar, [
      ['Delete', 'Keep it'],
      ['Keep it', 'Delete'],
      ['Try one row', 'try'],
      ['Write this answer', 'trial'],
      ['Close the tried row', 'try'],
      ['Manage the Linkup key', 'manage-key'],
      ['Remove the key…', 'Remove'],
      ['Keep it', 'manage-key'],
      [sidebar.enrichName, 'run'],
      ['Go on', 'run'],
      ['Stop', 'run'],
      ['Undo this run', 'Undo this run'],
      ['Keep them', 'Undo this run'],
      ['Undo this run', 'Undo this run'],
      ['Clear these rows', 'run'],
      [/^Retry 3 failed rows/, 'Failed, 3 rows'],
      ['Delete Capital', 'Keep the answers'],
    ]);
    await sidebar.button('Delete').last().press('Enter');
    await lands(page, 'enrichment');
    await sidebar.text('“Capital” is deleted. Its answers stay in the sheet.').waitFor();
    await all(page, sidebar, [
      ['Manage the Linkup key', 'manage-key'],
      ['Remove the key…', 'Remove'],
      ['Remove', 'key'],
    ]);
    await page.locator('#key').fill('test-key');
    await all(page, sidebar, [['Connect', 'manage-key']]);
  });
});
