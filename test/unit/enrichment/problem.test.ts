/** Problems: our own stay as they are, anything else becomes one without losing its message for the log. */
import { describe, expect, it, vi } from 'vitest';
import { asProblem, orLog, Problem, problemOf } from '../../../src/enrichment/problem';

describe('a problem', () => {
  it('says its code to whoever reads the log, with what Google said of it, and never its subject, which may be a person’s', () => {
    expect(String(new Problem('unknown-column', 'City'))).toBe('Problem: unknown-column');
    const told = problemOf('cannot-read', new Error('Service error'));
    expect([String(told), told.subject]).toEqual(['Problem: cannot-read: Service error', 'Service error']);
    const missing = new Error('Required permissions: https://www.googleapis.com/auth/userinfo.email');
    expect(String(problemOf('cannot-read', missing))).toBe('Problem: no-permission: userinfo.email');
  });

  it('is an Error that remembers where it came from', () => {
    expect(new Problem('busy')).toBeInstanceOf(Error);
    expect(new Problem('busy').stack).toContain('problem.test');
  });

  it('that was thrown stays the same', () => {
    const problem = new Problem('cap-reached');
    expect(asProblem(problem)).toBe(problem);
  });

  it.each([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['plain text', 'plain text'],
    [undefined, 'undefined'],
  ])('is made of anything else that was thrown: %s', (thrown, subject) => {
    expect(asProblem(thrown)).toMatchObject({ code: 'unexpected', subject });
  });
});

describe('what is good to have', () => {
  it('is no reason to fail: whoever reads the log hears of it, and whoever needs to know that it is not there', () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const answers = [true, undefined, false].map((answer) => orLog(() => answer));
    expect(answers).toEqual([true, true, false]);
    expect(log).not.toHaveBeenCalled();
    const fails = orLog(() => {
      throw new Problem('busy');
    });
    expect(fails).toBe(false);
    expect(log).toHaveBeenCalledExactlyOnceWith('Problem: busy');
    log.mockRestore();
  });
});
