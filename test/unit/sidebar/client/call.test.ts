/** Calls that fail on their way: each becomes a sentence that a person can act on. */
import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../../../src/sidebar/client/calls/call';

describe('a failed google.script.run call', () => {
  it.each([
    ['PERMISSION_DENIED', 'several Google accounts'],
    ['Authorization is required to perform that action.', 'several Google accounts'],
    ['NetworkError: Connection failure due to HTTP 0', 'internet connection'],
    ['Service invoked too many times for one day: urlfetch.', 'limits how often'],
    ['Exceeded maximum execution time', 'took too long'],
    ['We’re sorry, a server error occurred.', 'could not finish'],
  ])('explains “%s”', (message, words) => expect(sentenceFor(new Error(message))).toContain(words));
});
