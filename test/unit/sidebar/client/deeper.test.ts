/** Further steps on the form: which are offered, and what choosing them means. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../../src/enrichment/step';
import { stepChoices, stepsInWords, withStep } from '../../../../src/sidebar/client/model/deeper';
import { BLANK, draftOf, type Form, formOf } from '../../../../src/sidebar/client/model/form';
import { filledIn } from '../../../world/sidebar-samples';

const DEEP: Step = { type: 'search', depth: 'deep' };
const labels = (form: Form): string[] => stepChoices(form).map(({ label }) => label);
const ASKED = filledIn();

describe('further steps', () => {
  it('are those that go deeper than what is asked first, with their prices', () => {
    expect(labels(ASKED)).toEqual(['Deep search · $0.055', 'Research S · $0.25']);
    expect(labels({ ...ASKED, search: { depth: 'fast' } })).toContain('Standard search · $0.006');
    expect(labels({ ...ASKED, search: { depth: 'deep' } })).toEqual(['Research S · $0.25']);
    expect(labels({ ...ASKED, type: 'research' })).toEqual([]);
    const page = { ...ASKED, type: 'fetch', address: '{{Country}}' } as const;
    expect(labels(page)).toEqual(['Fetch with JavaScript · $0.005', 'Pro fetch with JavaScript · $0.01']);
  });

  it('give no research where a list of results is wanted', () => {
    expect(labels({ ...ASKED, shapes: { ...ASKED.shapes, search: 'results' } })).toEqual([
      'Deep search · $0.05',
    ]);
  });

  it('are kept in the order in which they are asked, and told in a line', () => {
    const research = stepChoices(ASKED)[1]?.step ?? DEEP;
    const both = withStep(withStep(ASKED, research, true), DEEP, true);
    expect(both.steps).toEqual([DEEP, research]);
    expect(stepsInWords(both)).toBe('then deep search, then research S');
    expect(withStep(both, DEEP, false).steps).toEqual([research]);
    expect(stepsInWords(ASKED)).toBe('');
  });

  it('go to the server and back, and those of another kind of task stay with the form', () => {
    const deep = withStep(ASKED, DEEP, true);
    expect(draftOf(deep).steps).toEqual([DEEP]);
    expect(formOf(draftOf(deep)).steps).toEqual([DEEP]);
    expect(draftOf({ ...deep, type: 'fetch', address: '{{Country}}' }).steps).toBeUndefined();
    expect(draftOf(BLANK).steps).toBeUndefined();
  });
});
