/** The button that is offered with a problem. */
import { describe, expect, it } from 'vitest';
import { codeOfPause, connectLabel, remedyFor } from '../../../../src/sidebar/client/model/remedy';

describe('a problem', () => {
  it.each([
    ['bad-key', 'connect'],
    ['no-credits', 'top-up'],
    ['offer-changed', 'count'],
    ['filter-unclear', 'count'],
    ['hidden-by-hand', 'count'],
    ['already-running', 'read'],
    ['already-scheduled', 'read'],
    ['schedule-void', 'read'],
    ['google', 'again'],
    ['not-tried', 'again'],
    ['wrong-sheet', 'again'],
    ['not-saved', 'again'],
    ['cannot-read', 'again'],
    ['try-too-fast', 'again'],
    ['changed-meanwhile', 'none'],
    ['unknown-column', 'none'],
  ])('with the code %s offers: %s', (code, remedy) => expect(remedyFor(code)).toBe(remedy));
});

describe('the button for a key', () => {
  it('changes one only where there is one, whatever the page knew', () => {
    expect(connectLabel('bad-key', true)).toBe('Change the key');
    expect(connectLabel('bad-key', false)).toBe('Connect');
    expect(connectLabel('no-key', true)).toBe('Connect');
  });
});

describe('a run that waits', () => {
  it('has a button for the key or the money of whoever started it, and of nobody else', () => {
    expect(codeOfPause({ by: '', code: 'bad-key' })).toBe('bad-key');
    expect(codeOfPause({ by: 'sam@example.com', code: 'no-credits' })).toBe('');
  });

  it('has none beside “Go on” where the sheet is to be mended', () => {
    expect(codeOfPause({ by: '', code: 'columns-missing' })).toBe('');
  });
});
