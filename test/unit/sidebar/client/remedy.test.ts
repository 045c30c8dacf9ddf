/** The button that is offered with a problem. */
import { describe, expect, it } from 'vitest';
import { remedyFor } from '../../../../src/sidebar/client/model/remedy';

describe('a problem', () => {
  it.each([
    ['bad-key', 'connect'],
    ['no-credits', 'top-up'],
    ['offer-changed', 'count'],
    ['filter-unclear', 'count'],
    ['already-running', 'read'],
    ['google', 'again'],
    ['not-tried', 'again'],
    ['not-saved', 'again'],
    ['cannot-read', 'again'],
    ['try-too-fast', 'again'],
    ['changed-meanwhile', 'none'],
    ['unknown-column', 'none'],
  ])('with the code %s offers: %s', (code, remedy) => expect(remedyFor(code)).toBe(remedy));
});
