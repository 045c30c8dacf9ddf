/** Keeping unsaved edits: the latest only, one call at a time, and nothing that is kept already. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DraftJob, DraftKeeper } from '../../../../src/sidebar/client/calls/draft-keeper';
import { jobsBetween } from '../../../../src/sidebar/client/calls/use-drafts';
import { formOf } from '../../../../src/sidebar/client/model/form';
import { CAPITAL, filledIn } from '../../../world/sidebar-samples';

function keep(name: string, id = 'e1'): DraftJob {
  return { keep: true, sheetId: 7, draft: { ...CAPITAL, id, name }, revision: 'r1' };
}

const drop: DraftJob = { keep: false, sheetId: 7, id: 'e1' };

describe('the keeper of drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function keeper() {
    const sent: DraftJob[] = [];
    const release: ((isDone?: boolean) => void)[] = [];
    const send = (job: DraftJob) => {
      sent.push(job);
      return new Promise<boolean>((resolve) => release.push((isDone = true) => resolve(isDone)));
    };
    return { sent, release, keeper: new DraftKeeper(send) };
  }

  it('sends what was written last, once the person pauses', async () => {
    const { sent, keeper: it } = keeper();
    it.put(keep('A'));
    it.put(keep('AB'));
    expect(sent).toEqual([]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual([keep('AB')]);
  });

  it('waits for one call before the next, so that an old draft never arrives after it was dropped', async () => {
    const { sent, release, keeper: it } = keeper();
    it.put(keep('A'));
    await vi.runAllTimersAsync();
    it.put(drop);
    await vi.runAllTimersAsync();
    expect(sent).toEqual([keep('A')]);
    release[0]?.();
    await vi.runAllTimersAsync();
    expect(sent).toEqual([keep('A'), drop]);
  });

  it('sends again what did not get through, or what was written since', async () => {
    const { sent, release, keeper: it } = keeper();
    it.put(keep('A'));
    await vi.runAllTimersAsync();
    release[0]?.(false);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(sent).toEqual([keep('A')]);
    expect(it.waiting).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([keep('A'), keep('A')]);
    it.put(keep('AB'));
    release[1]?.(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.slice(2)).toEqual([keep('AB')]);
    release[2]?.();
    await vi.runAllTimersAsync();
    expect(it.waiting).toBe(false);
  });

  it('drops at once what was saved or discarded', () => {
    const { sent, keeper: it } = keeper();
    it.put(keep('A'));
    it.put(drop);
    expect(sent).toEqual([drop]);
  });

  it('sends at once what is waiting when the page may be closing', async () => {
    const { sent, keeper: it } = keeper();
    it.put(keep('A', ''));
    it.flush();
    expect(sent).toEqual([keep('A', '')]);
  });
});

describe('what is sent after a change', () => {
  const form = formOf(CAPITAL);
  const before = { e1: { form, revision: 'r1' } };

  it('is nothing where nothing changed', () => {
    expect(jobsBetween(before, { ...before }, 7)).toEqual([]);
  });

  it('is the changed draft with the revision it was begun from', () => {
    const after = { e1: { form: { ...form, name: 'X' }, revision: 'r1' } };
    expect(jobsBetween(before, after, 7)).toEqual([keep('X')]);
  });

  it('is to drop what was saved or discarded', () => {
    expect(jobsBetween(before, {}, 7)).toEqual([drop]);
  });

  it('is nothing while the form cannot be read', () => {
    const half = filledIn({ scope: { include: '', exclude: '', from: '', to: '', results: '1e' } });
    expect(jobsBetween({}, { '': { form: half, revision: '' } }, 7)).toEqual([]);
  });
});
