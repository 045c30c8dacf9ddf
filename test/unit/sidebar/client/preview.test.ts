/** The question as it is marked in its box, and as the first row asks it. */
import { describe, expect, it } from 'vitest';
import { formOf } from '../../../../src/sidebar/client/model/form';
import { pieces, previewOf } from '../../../../src/sidebar/client/model/preview';
import { summaryOf } from '../../../../src/sidebar/client/model/summary';
import { CAPITAL, filledIn, START } from '../../../world/sidebar-samples';

describe('the marks behind a question', () => {
  it('join to the question again, whatever it holds', () => {
    const text = 'A {{Country}}\n{{ city }} {{}} {{open';
    expect(
      pieces(text, ['Country'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('tell columns that are there from those that are not', () => {
    const kinds = pieces('Of {{country\u00a0name}} and {{City}}', ['Country\nName']).map(({ kind }) => kind);
    expect(kinds).toEqual(['plain', 'column', 'plain', 'unknown']);
  });

  it('underline nothing while the columns are not known', () => {
    expect(pieces('{{City}}', undefined)).toEqual([{ text: '{{City}}', kind: 'column' }]);
  });
});

describe('the preview', () => {
  it('takes the very column of two that look alike', () => {
    const start = {
      ...START,
      headings: ['Country', 'Country '],
      sample: { Country: 'Chad', 'Country ': 'Mali' },
    };
    expect(previewOf(filledIn({ question: 'Capital of {{Country }}?' }), start)).toBe('Capital of Mali?');
  });

  it('asks what the first row will ask', () => {
    expect(previewOf(filledIn({ question: 'Capital of {{ country }}?' }), START)).toBe('Capital of Chad?');
  });

  it('says when the first row would be left out', () => {
    expect(previewOf(filledIn({ question: '{{Country}}: {{Notes}}' }), START)).toBe(
      'Nothing: “Notes” is empty there.',
    );
  });

  it('waits for a question that can be read, and for a row', () => {
    expect(previewOf(filledIn({ question: '{{City}}' }), START)).toBe('');
    expect(previewOf(filledIn({ question: '{{Coun' }), START)).toBe('');
    expect(previewOf(filledIn(), { ...START, sample: {} })).toBe('');
    expect(previewOf(filledIn(), undefined)).toBe('');
  });
});

describe('the summary', () => {
  it('says what is asked, what comes back, how deep and where', () => {
    expect(summaryOf(formOf(CAPITAL), ['Capital', 'People'])).toEqual([
      { term: 'Ask', text: 'Capital of {{Country}}?' },
      { term: 'Fields', text: 'Capital, People' },
      { term: 'How', text: 'Standard search · $0.006 per row · only un.org, 5 results' },
    ]);
  });

  it('is silent about places when it may look anywhere', () => {
    expect(summaryOf(filledIn(), []).at(-1)?.text).toBe('Standard search · $0.006 per row');
    const onlyIf = { column: 'Notes', test: 'empty' } as const;
    expect(summaryOf({ ...filledIn(), onlyIf }, []).at(-1)).toEqual({
      term: 'Only if',
      text: 'Notes is empty',
    });
  });
});
