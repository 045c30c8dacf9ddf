/** What others bring about: a second person at the same enrichment, another script at the document, a definition that somebody spoiled, columns that came with a copy. */
import { describe, expect } from 'vitest';
import { sentenceFor } from '../../../src/enrichment/words';
import { textOf } from '../../../src/sidebar/client/model/along';
import type { Refreshing, Saved, Start, Wished } from '../../../src/sidebar/protocol';
import { progress, REFRESHING, REST, SAVED, START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, alone, no, yes } from '../alone';
import { COPIED, DISTURBED } from '../states/before-a-run';
import { refreshed } from '../states/refresh';
import { CAPITAL_SAVED } from '../states/state';

describe('two people who edit the same', () => {
  const theirs = (revision: string): Saved => ({ ...SAVED, template: 'Theirs: {{Country}}?', revision });
  let saved = SAVED;
  const shared: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...START, enrichments: [saved] }),
    // As scenarios/sidebar/save hold it.
    save: ({ draft, revision, force }) => {
      if (revision !== saved.revision && !force)
        return no('changed-meanwhile', sentenceFor('changed-meanwhile', 'Capital'));
      saved = { ...saved, ...draft, revision: `${revision}+` };
      return yes({ id: saved.id, revision: saved.revision });
    },
  };

  alone(
    'are told, and the second can take what the first has saved, or save over it',
    shared,
    async ({ sidebar }) => {
      const asks = sidebar.region('What “Capital” asks');
      const disagree = async (revision: string): Promise<void> => {
        await sidebar.button('Edit Capital').click();
        await sidebar.field('Question').fill('Mine: {{Country}}?');
        saved = theirs(revision);
        await sidebar.button('Save').click();
        await sidebar.problem('Somebody else saved or removed “Capital”').waitFor();
        expect(saved).toEqual(theirs(revision));
      };
      await disagree('r2');
      await sidebar.button('Discard mine and take theirs').click();
      await asks.getByText('Theirs: {{Country}}?').waitFor();
      await disagree('r3');
      await sidebar.button('Save mine anyway').click();
      await asks.getByText('Mine: {{Country}}?').waitFor();
      expect(saved.template).toBe('Mine: {{Country}}?');
    },
  );
});

describe('a colleague’s run', () => {
  const theirs = progress({ by: 'sam@example.com' });
  const replies = [no('offer-changed', sentenceFor('offer-changed', '$0.70')), yes(progress({ by: '' }))];
  const THEIRS: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...WITH_CAPITAL, progress: [theirs] }),
    rest: () => yes(REST),
    carryOn: () => replies.shift(),
  };

  alone(
    'is gone on with at a price that is told first, and again where it has changed',
    THEIRS,
    async ({ sidebar }) => {
      await sidebar.button('Go on with my key').click();
      await sidebar.root.getByText('112 questions left at $0.006').waitFor();
      await sidebar.button('Go on · up to $0.672').click();
      await sidebar.button('Count again').click();
      await sidebar.button('Go on · up to $0.672').click();
      await sidebar.root.getByText('Go on with my key').waitFor({ state: 'detached' });
    },
  );
});

describe('a document that another script is writing to', () => {
  const replies = [no('busy', sentenceFor('busy')), yes(progress({ state: 'working' }))];
  const BUSY: Answers = { ...CAPITAL_SAVED, enrich: () => replies.shift() };

  alone('is told of, and the same button starts the run a little later', BUSY, async ({ sidebar }) => {
    await sidebar.enrich.click();
    await sidebar.problem('Nothing was started or changed; try again in a minute.').waitFor();
    await sidebar.button('Try again').click();
    await sidebar.region('“Capital” is running').waitFor();
  });
});

describe('an enrichment that cannot be read', () => {
  const sentence = '“Industry” is left out. This enrichment’s settings cannot be read.';
  let gone = false;
  const answers: Answers = {
    start: () => yes({ ...START, unreadable: gone ? [] : [{ id: 'broken', sentence, canDelete: true }] }),
    remove: () => {
      gone = true;
      return yes(null);
    },
  };

  alone('is deleted where it is told of, after a second thought', answers, async ({ sidebar }) => {
    gone = false;
    await sidebar.button('Delete').click();
    await sidebar.text('Its answers stay in the table.').waitFor();
    await sidebar.button('Keep it').click();
    await sidebar.button('Delete').click();
    await sidebar.button('Delete for good').click();
    await sidebar.text(sentence).waitFor({ state: 'detached' });
  });
});

const ADOPTED = { ...SAVED, id: 'new', name: 'Currency' };
const OTHER: Start = { ...START, sheetId: 8, sheet: 'Plan', headings: ['Country', 'Capital'] };

describe('an enrichment that comes along', () => {
  let start: Start = { ...START, copies: [COPIED] };
  /** Whether the form as it is saved asks for a source of each field. */
  let isSourced: boolean | undefined;
  const answers: Answers = {
    ...CAPITAL_SAVED,
    save: ({ draft }) => {
      isSourced = draft.fieldSources;
      return undefined;
    },
    start: () => yes(start),
    adopt: () => {
      start = { ...START, enrichments: [ADOPTED] };
      return yes({ id: ADOPTED.id });
    },
    sheets: () => {
      start = OTHER;
      return yes([
        { sheetId: START.sheetId, name: START.sheet },
        { sheetId: OTHER.sheetId, name: OTHER.sheet },
      ]);
    },
  };
  alone('is gone on with, used on another sheet, and pasted from a text', answers, async ({ sidebar }) => {
    await sidebar.text('48 rows are answered, and not paid for again.').waitFor();
    await sidebar.button('Go on').click();
    await sidebar.region('What “Currency” asks').waitFor();
    expect(await sidebar.button('Go on').count()).toBe(0);

    await sidebar.button('Copy to… another sheet or file: Currency').click();
    const text = await sidebar.field('Copy to another file, as text').inputValue();
    expect(text).toBe(textOf(ADOPTED));
    await sidebar.button('Copy').click();
    await sidebar.text('Copied.').waitFor();
    await sidebar.button('Copy it there').click();
    await sidebar.text('on “Plan”').waitFor();
    expect(await sidebar.field('Question').inputValue()).toBe('Capital of {{Country}}?');
    await sidebar.button('Discard changes').click();

    await sidebar.text('Start from a template').click();
    await sidebar.button('Paste one from another file').click();
    const box = sidebar.field('Text of the enrichment');
    await box.fill(text.slice(1));
    await sidebar.button('Use it').click();
    await sidebar.problem('it is no JSON, or only a part of it').waitFor();
    await box.fill(text);
    await sidebar.button('Use it').click();
    await sidebar.unfold('What comes back');
    // “Capital” is a column of that sheet.
    await sidebar.button('More about Capital 2').waitFor();
    await sidebar.root.getByRole('checkbox', { name: /^A source for each field/ }).check();
    expect(await sidebar.field('Question').inputValue()).toBe('Capital of {{Country}}?');
    await sidebar.button('Save').first().click();
    await expect.poll(() => isSourced, { timeout: 20_000 }).toBe(true);
  });
});

describe('a table that somebody sorted, with a column called otherwise and another one deleted', () => {
  let start = DISTURBED;
  /** The sheet as the next reading finds it. */
  const then = (change: Partial<typeof DISTURBED>): void => {
    start = { ...start, ...change };
  };
  const answers: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes(start),
    widenFilter: () => {
      then({ sorting: { back: 0, filter: null } });
      return yes(null);
    },
    nameMe: () => {
      then({ named: true });
      return yes(null);
    },
    save: () => {
      const [saved = SAVED] = start.enrichments;
      then({ enrichments: [{ ...saved, ...(saved.renamed ? { renamed: null } : { missing: [] }) }] });
      return yes({ id: 'e1', revision: 'r2' });
    },
  };

  alone('is put right press by press, and each offer goes with it', answers, async ({ sidebar }) => {
    await sidebar.text('12 rows had been sorted away from their answers').waitFor();
    for (const offer of ['Widen it to A1:H250', 'Use “Land” instead', 'Put it back']) {
      await sidebar.button(offer).click();
      await sidebar.button(offer).waitFor({ state: 'detached' });
    }
    await sidebar.enrich.waitFor();
    await sidebar.button('Manage the Linkup key').click();
    await sidebar.root.getByRole('checkbox', { name: 'Name me in receipts' }).check();
    await expect.poll(() => start.named).toBe(true);
  });
});

describe('an enrichment that is refreshed by itself', () => {
  const wishes: Wished[] = [];
  let refreshing: Refreshing | null = null;
  const agreedBy = ({ rule, rows, cap }: Wished): Refreshing => {
    refreshing = { ...REFRESHING, rule, rows: { ...rows }, cap, last: null };
    return refreshing;
  };
  // As scenarios/sidebar/schedule hold it.
  const SCHEDULED: Answers = {
    ...refreshed(null),
    start: () => yes({ ...START, enrichments: [{ ...SAVED, options: { depth: 'deep' }, refreshing }] }),
    schedule: (wish) => {
      wishes.push(wish);
      if (!wish.rows.fresh) return no('nothing-refreshed', sentenceFor('nothing-refreshed'));
      return yes(agreedBy(wish));
    },
    pauseSchedule: () => {
      refreshing = { ...REFRESHING, next: '', off: 'Paused by ada@example.com.', isPaused: true };
      return yes(refreshing);
    },
    refreshNow: () => yes(progress({ run: 'r2' })),
  };

  alone(
    'is so once its most is agreed to; it is paused, taken over from a colleague, and started at once',
    SCHEDULED,
    async ({ sidebar }) => {
      const part = sidebar.region('Refresh by itself');
      const line = sidebar.root.getByRole('heading', { name: 'Refresh by itself' }).locator('..');
      const isFocused = () => sidebar.root.locator('#refresh:focus').waitFor();
      await sidebar.unfold('Refresh by itself');
      expect(await line.innerText()).toContain('off');
      await part.getByText(AT_MOST).waitFor();
      for (const kind of ['New rows', 'Changed rows', 'Failed or expired rows'])
        await part.getByLabel(kind).click();
      await sidebar.button('Turn refresh on').click();
      // What was refused stands at its box, until that is mended.
      await part.locator('fieldset:focus').getByText('Choose at least one kind of rows.').waitFor();
      await part.getByLabel('New rows').click();
      expect(await sidebar.problem('Choose at least one').count()).toBe(0);
      await sidebar.button('Turn refresh on').click();
      await part.getByText('Friday 27 November, 7:00', { exact: true }).waitFor();
      await isFocused();
      const rows = { fresh: true, changed: false, failed: false };
      expect(wishes[1]).toMatchObject({ id: 'e1', revision: 'r1', rows, price: 0.055, cap: 1 });

      await sidebar.button('Pause').click();
      await sidebar.calm('Paused by ada@example.com.').waitFor();
      expect(await line.innerText()).toContain('paused');
      // Meanwhile a colleague has turned it on, and is gone.
      refreshing = { ...REFRESHING, mine: false, isFree: true, by: 'sam@example.com', cap: 0.5 };
      await sidebar.button('Read the sheet again').click();
      await part.getByText('sam@example.com').waitFor();
      await part.getByText('At most $0.50 a start, $15.50 a month, with your key …9f3c').waitFor();
      await sidebar.button('Take over').click();
      await part.getByText('yours, …9f3c').waitFor();
      expect(wishes[2]).toMatchObject({ rows: REFRESHING.rows, cap: 0.5 });

      await sidebar.button('Edit Capital').click();
      await sidebar.calm('Refreshed by itself every day at 7:00: until you save, as it was.').waitFor();
      await sidebar.button('Close').click();
      await sidebar.unfold('Refresh by itself');
      await sidebar.button('Start now · up to $0.50').click();
      await sidebar.root.locator('#run:focus').waitFor();
      // A run that begins folds nothing away, and starts no second one.
      await part.locator('[aria-disabled=true]').getByText('Start now').waitFor();
    },
  );
});

const AT_MOST =
  'At most $1.00 a start, $31.00 a month, with your key …9f3c, as ada@example.com; never beyond your own limit per month.';
