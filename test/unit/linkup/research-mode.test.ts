import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/enrichment/question';
import { errorIn } from '../../../src/linkup/errors';
import { isAboutMode } from '../../../src/linkup/research-mode';

const RESEARCH: Question = { type: 'research', input: { q: 'x', mode: 'answer' } };

/** A refusal of a batch as an HTTP answer would tell it. */
function refusal(details: readonly object[], message = 'Validation failed') {
  const content = JSON.stringify({ error: { code: 'VALIDATION_ERROR', details, message } });
  return errorIn({ status: 400, content, header: () => undefined }, (text) => text);
}

describe('a refusal', () => {
  it.each([
    'mode',
    'input.mode',
    '0.input.mode',
    '[0].input.mode',
    '/0/input/mode',
    '0.input["mode"]',
  ])('at %s is about the mode', (field) =>
    expect(isAboutMode(refusal([{ field, message: 'no' }]), [RESEARCH])).toBe(true));

  it.each([
    [refusal([{ field: '', message: 'input.mode must be one of: Answer, Investigate' }])],
    [refusal([{ message: 'mode must be one of the following values: Answer' }])],
    [refusal([], 'Invalid value for mode: must be Answer')],
  ])('that names the mode in its words only is about it too', (thrown) =>
    expect(isAboutMode(thrown, [RESEARCH])).toBe(true));

  it.each([
    [refusal([{ field: 'input.q', message: 'q should not be empty' }])],
    [refusal([{ field: 'input.model', message: 'model is unknown' }])],
    [refusal([{ field: 'input.q', message: 'q is too long for this mode' }])],
    [new Error('mode')],
  ])('of anything else is not', (thrown) => expect(isAboutMode(thrown, [RESEARCH])).toBe(false));

  it('of questions without a mode is about no mode', () => {
    const search: Question = { type: 'search', input: { q: 'x' } };
    expect(isAboutMode(refusal([{ field: 'mode', message: 'no' }]), [search])).toBe(false);
  });
});
