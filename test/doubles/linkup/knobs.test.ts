/** The list of knobs: each says where its default comes from, and what would settle it. */
import { describe, expect, it } from 'vitest';
import { defaultKnobs } from './knob-values';
import { KNOBS } from './knobs';

describe('every knob', () => {
  it.each(Object.entries(KNOBS))('%s has a source, and a question where it is only assumed', (_, knob) => {
    expect(knob.source).toMatch(/\w{4}/);
    if (knob.basis === 'assumed' || knob.basis === 'observed') expect(knob.question).toMatch(/\w.*\?$/);
    if (knob.basis === 'apparatus') expect(knob.question).toBe('');
  });

  it('starts from the list, and what a test turns is its own', () => {
    const [one, other] = [defaultKnobs(), defaultKnobs()];
    one.neighbours.slots = 7;
    expect(Object.keys(one)).toEqual(expect.arrayContaining(Object.keys(KNOBS)));
    expect([other.neighbours.slots, KNOBS.neighbours.value.slots]).toEqual([0, 0]);
  });

  it('asks each question once', () => {
    const questions = Object.values(KNOBS).flatMap(({ question }) => (question ? [question] : []));
    expect(new Set(questions).size).toBe(questions.length);
  });
});
