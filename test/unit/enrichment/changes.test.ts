/** What changed in a row, and what of it is empty, in words. */
import { expect, it } from 'vitest';
import { namesOf } from '../../../src/enrichment/blanks';
import { changesIn } from '../../../src/enrichment/changes';
import { alsoCheck, checkStatus, nothingFor, STATUS, withMore } from '../../../src/enrichment/status';

it('names two, and counts the others', () => {
  const named = [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']].map(namesOf);
  expect(named).toEqual(['', 'a', 'a and b', 'a, b and 1 more', 'a, b and 2 more']);
});

it('says from what to what, each cut to forty characters', () => {
  expect(changesIn([{ heading: 'Employees', from: '120', to: '150' }])).toBe('Employees 120 → 150');
  expect(changesIn([{ heading: 'Site', from: '', to: 'a\nb' }])).toBe('Site (blank) → a b');
  expect(changesIn([{ heading: 'About', from: 'x'.repeat(40), to: '🙂'.repeat(41) }])).toBe(
    `About ${'x'.repeat(40)} → ${'🙂'.repeat(39)}…`,
  );
});

it('puts more behind a Status, and a doubt before it', () => {
  const nothing = withMore(STATUS.done, nothingFor('Employees'));
  expect(nothing).toBe('Done · nothing for Employees');
  expect(withMore(STATUS.kept, nothingFor('Employees'))).toBe(
    'Done · your own value kept; nothing for Employees',
  );
  expect(alsoCheck(nothing, 'B2 refuses')).toBe('Done · check: B2 refuses; nothing for Employees');
  expect(alsoCheck(checkStatus('x'), 'y')).toBe('Done · check: x; y');
  expect(withMore(STATUS.done, nothingFor(''))).toBe('Done');
});
