/** An enrichment comes along: with a copied file, to another sheet, and as a text from another file. */
import { describe, expect } from 'vitest';
import { textOf } from '../../../src/sidebar/client/model/along';
import type { Start } from '../../../src/sidebar/protocol';
import { SAVED, START } from '../../world/sidebar-samples';
import { alone, yes } from '../alone';
import { CAPITAL_SAVED, COPIED } from '../states';

const ADOPTED = { ...SAVED, id: 'new', name: 'Currency' };
const OTHER: Start = { ...START, sheetId: 8, sheet: 'Plan', headings: ['Country', 'Capital'] };

describe('an enrichment that comes along', () => {
  let start: Start = { ...START, copies: [COPIED] };
  const answers = {
    ...CAPITAL_SAVED,
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

    await sidebar.button('Take along Currency').click();
    const text = await sidebar.field('As text, for another file').inputValue();
    expect(text).toBe(textOf(ADOPTED));
    await sidebar.button('Copy').click();
    await sidebar.text('Copied.').waitFor();
    await sidebar.button('Use it there').click();
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
    expect(await sidebar.field('Question').inputValue()).toBe('Capital of {{Country}}?');
  });
});
