/** How long the page is, in the suite's own font at Google's width: what is asked stands on one screen and a half. */
import { describe, expect } from 'vitest';
import { START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Alone, type Answers, alone, yes } from '../alone';
import { CAPITAL_SAVED } from '../states/state';

const [CAPITAL] = WITH_CAPITAL.enrichments;

const FIELDS = ['Currency', 'Area', 'Languages'].map((name) => ({ name, kind: 'text' }) as const);

const THREE: Answers = {
  ...CAPITAL_SAVED,
  start: () =>
    yes({ ...WITH_CAPITAL, enrichments: CAPITAL ? [{ ...CAPITAL, shape: 'fields', fields: FIELDS }] : [] }),
};

const NEW: Answers = { ...CAPITAL_SAVED, start: () => yes(START) };

function length({ page }: Alone): Promise<number> {
  return page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
}

describe('the form', () => {
  alone('of three fields takes 900 px', THREE, async (stage) => {
    await stage.sidebar.button('Edit Capital').click();
    await stage.sidebar.button('Save').waitFor();
    expect(await length(stage)).toBeLessThanOrEqual(900);
    // A long question scrolls in its box.
    await stage.sidebar.field('Question').fill('What is said of {{Country}}, and by whom? '.repeat(60));
    const box = stage.page.locator('.marked');
    expect(await box.evaluate((marked) => [marked.clientHeight <= 240, marked.scrollHeight > 480])).toEqual([
      true,
      true,
    ]);
  });

  alone('that a template of five fields has filled in takes 1,200 px', NEW, async (stage) => {
    await stage.sidebar.button('Company profile').click();
    await stage.sidebar.text('Filled in: Company profile.').waitFor();
    expect(await length(stage)).toBeLessThanOrEqual(1200);
  });
});
