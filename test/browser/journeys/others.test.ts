/** What others bring about: a second person at the same enrichment, another script at the document, a definition that somebody spoiled. */
import { describe, expect } from 'vitest';
import { sentenceFor } from '../../../src/enrichment/words';
import { progress, SAVED, START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, alone, no, yes } from '../alone';
import { played, type Scene } from '../played';
import { CAPITAL_SAVED, DISTURBED } from '../states';

const READY = {
  table: [['Country'], ['France'], ['Brazil'], ['Japan']],
  saved: 'What is the capital of {{Country}}?',
};

/** Two people at one enrichment, and the other one was quicker. */
async function disagreement({ owner, colleague }: Scene) {
  const mine = await owner.openSidebar();
  const theirs = await (await colleague()).openSidebar();
  await mine.button('Edit Capital').click();
  await mine.field('Question').fill('Mine: {{Country}}?');
  await theirs.button('Edit Capital').click();
  await theirs.field('Question').fill('Theirs: {{Country}}?');
  await theirs.save();
  await mine.button('Save').click();
  await mine.problem('Somebody else saved or removed “Capital”').waitFor();
  return mine;
}

describe('two people who edit the same', () => {
  played('are told, and the second can take what the first has saved', READY, async (stage) => {
    const sidebar = await disagreement(stage);
    await sidebar.button('Discard mine and take theirs').click();
    await sidebar.region('What “Capital” asks').getByText('Theirs: {{Country}}?').waitFor();
  });

  played('are told, and the second can save over it', READY, async (stage) => {
    const sidebar = await disagreement(stage);
    await sidebar.button('Save mine anyway').click();
    await sidebar.region('What “Capital” asks').getByText('Mine: {{Country}}?').waitFor();
  });
});

describe('a colleague’s run', () => {
  const theirs = progress({ by: 'sam@example.com' });
  const left = { agreement: 'a1', questions: 112, underWay: 20, price: 0.006, total: 0.672, balance: 5 };
  const replies = [no('offer-changed', sentenceFor('offer-changed', '$0.70')), yes(progress({ by: '' }))];
  const THEIRS: Answers = {
    ...CAPITAL_SAVED,
    start: () => yes({ ...WITH_CAPITAL, progress: [theirs] }),
    rest: () => yes(left),
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
