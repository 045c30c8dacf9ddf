/** Agreements: what a person said yes to, kept with them, drawn on before anything is sent, and never beyond. */

import { describe, expect, it } from 'vitest';
import { checkAgreement } from '../../../../src/run/record/agreed-terms';
import { type Agreement, Agreements, sealOf } from '../../../../src/run/record/agreement';
import { accountOf } from '../../../../src/run/record/key';
import { problemOf } from '../../../world/definitions';
import { memoryStore } from '../../../world/memory-store';
import { RUN } from '../../../world/run-sample';

const AGREED: Agreement = {
  id: 'run1',
  document: 'doc',
  account: accountOf('key'),
  enrichment: 'e1',
  revision: 'abcdef012345',
  agreedAt: RUN.startedAt,
  price: 600,
  cap: 6_000,
  asked: 0,
  open: [],
};

/** A count for the month that takes whatever it is told. */
const settled = (): boolean => true;

/** A person with a key who agreed to something in the document. */
function holder(changes: Partial<Agreement> = {}) {
  const user = memoryStore({ 'linkup.key': 'key' });
  new Agreements(user, 'doc', settled).save([{ ...AGREED, ...changes }]);
  return { user, again: (document = 'doc') => new Agreements(user, document, settled) };
}

const draw = (agreements: Agreements, post: string, questions: number, run = RUN): void =>
  agreements.draw(post, [{ run, questions }]);

describe('an agreement', () => {
  it('is found again by its holder, in its document, for its enrichment', () => {
    const { again } = holder();
    expect(again().of(RUN)).toEqual(AGREED);
    expect(again('another').isMine(RUN)).toBe(false);
    expect(again().isMine({ ...RUN, enrichment: 'e2' })).toBe(false);
    const other = memoryStore({ 'linkup.key': 'key' });
    expect(new Agreements(other, 'doc', settled).isMine(RUN)).toBe(false);
  });

  it.each([
    { price: 0 },
    { price: 0.5 },
    { cap: -1 },
    { cap: Number.MAX_VALUE },
    { asked: -1 },
    { agreedAt: 0 },
  ])('that says %j is none', (changes) => {
    expect(holder(changes).again().isMine(RUN)).toBe(false);
  });

  it('of several runs leaves to each what the others have asked, and are about to ask in the same POST', () => {
    const { again } = holder({ pool: { id: 'run1', after: [] } });
    const other = { ...RUN, id: 'run2', agreement: 'run2', enrichment: 'e2' };
    const second = { ...AGREED, id: 'run2', enrichment: 'e2', price: 1_200, pool: { id: 'run1', after: [] } };
    again().save([second]);
    draw(again(), 'p1', 2, other);
    expect([again().left(RUN), again().left(other)]).toEqual([6, 3]);
    expect(again().left(RUN, [{ run: other, questions: 2 }])).toBe(2);
    expect(again().left(RUN, [{ run: { ...RUN, agreement: 'run9' }, questions: 2 }])).toBe(6);
  });

  it('is drawn on up to its cap, and what was drawn is on record at once', () => {
    const { again } = holder();
    draw(again(), 'p1', 7);
    expect(again().left(RUN)).toBe(3);
    expect(problemOf(() => draw(again(), 'p2', 4)).code).toBe('cap-reached');
    draw(again(), 'p2', 3);
    expect(again().left(RUN)).toBe(0);
  });

  it('is drawn on by several runs of one POST together', () => {
    const { again } = holder();
    const parts = [
      { run: RUN, questions: 6 },
      { run: { ...RUN, id: 'run2' }, questions: 5 },
    ];
    expect(problemOf(() => again().draw('p1', parts)).code).toBe('cap-reached');
    expect(again().left(RUN)).toBe(10);
  });

  it('gets back what certainly was not asked: of that POST, once, and no more than it drew', () => {
    const { again } = holder();
    draw(again(), 'p1', 5);
    again().close(RUN, 'forged', 5);
    expect(again().left(RUN)).toBe(5);
    again().close(RUN, 'p1', 99);
    again().close(RUN, 'p1', 5);
    expect(again().left(RUN)).toBe(10);
  });

  it('gets nothing back on the word of a record that somebody has changed', () => {
    const { again } = holder();
    again().draw('p1', [{ run: RUN, questions: 5, seal: sealOf([1, 2, 3, 4, 5]) }]);
    again().close(RUN, 'p1', 5, sealOf([6, 7, 8, 9, 10]));
    expect(again().left(RUN)).toBe(5);
  });

  it('gets nothing back from a POST that was closed, whatever the document says later', () => {
    const { again } = holder();
    draw(again(), 'p1', 5);
    again().close(RUN, 'p1', 0);
    again().close(RUN, 'p1', 5);
    expect(again().left(RUN)).toBe(5);
  });

  it('does not hold for another key until its holder says so, nor for another definition', () => {
    const { user, again } = holder();
    checkAgreement(again(), RUN, AGREED.revision);
    expect(problemOf(() => checkAgreement(again(), RUN, '012345abcdef')).code).toBe('agreement-void');
    user.set('linkup.key', 'another');
    expect(problemOf(() => checkAgreement(again(), RUN, AGREED.revision)).code).toBe('key-changed');
    again().handOver(RUN);
    checkAgreement(again(), RUN, AGREED.revision);
  });

  it('goes with its run, in this document alone', () => {
    const { user, again } = holder();
    again('another').keepOnly([]);
    again().keepOnly([RUN]);
    expect(again().isMine(RUN)).toBe(true);
    again().keepOnly([]);
    expect(Object.keys(user.all())).toEqual(['linkup.key']);
  });
});

describe('a POST whose outcome is open', () => {
  it('is known with when it failed, by its holder alone and until it is closed', () => {
    const { again } = holder();
    draw(again(), 'post1', 2);
    const failedAt = RUN.startedAt + 60_000;
    again().failed('post1', failedAt);
    again().failed('another', failedAt);
    const open = { post: 'post1', questions: 2, seal: '', failedAt };
    expect(again().openBy('post1')).toEqual([open]);
    expect(again().openOf(RUN, 'post1')).toEqual(open);
    again().close(RUN, 'post1', 0);
    expect(again().openBy('post1')).toEqual([]);
  });
});
