/** The meter: what a day has used of Google's quotas, and what is left for triggers and web requests. */
import { describe, expect, it } from 'vitest';
import { isConsumer, Meter } from '../../../../src/run/record/meter';
import { problemOf } from '../../../world/definitions';
import { memoryStore } from '../../../world/memory-store';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = Date.UTC(2026, 10, 23, 12);

function storeWith(usage: { since?: number; fetches?: number; triggerMs?: number }) {
  return memoryStore({ 'linkup.meter': JSON.stringify({ since: NOON, fetches: 0, triggerMs: 0, ...usage }) });
}

/** What a trigger may do after so many minutes of the day. */
function allowed(minutes: number, consumer = true): string {
  return new Meter(storeWith({ triggerMs: minutes * MINUTE }), NOON, () => consumer).allowance();
}

describe('trigger time', () => {
  it('of a consumer account is full, then a glance, then none, short of 90 minutes', () => {
    expect([0, 59, 60, 85, 86, 90].map((minutes) => allowed(minutes))).toEqual([
      'full',
      'full',
      'glance',
      'glance',
      'none',
      'none',
    ]);
  });

  it('of other accounts lasts four times as long', () => {
    expect([86, 237, 240, 345].map((minutes) => allowed(minutes, false))).toEqual([
      'full',
      'full',
      'glance',
      'none',
    ]);
  });

  it('adds up over executions, and only over those of triggers', () => {
    const store = memoryStore();
    new Meter(store, NOON, () => true).save(NOON + 50 * MINUTE, true);
    new Meter(store, NOON, () => true).save(NOON + 50 * MINUTE, false);
    expect(new Meter(store, NOON, () => true).allowance()).toBe('full');
    new Meter(store, NOON, () => true).save(NOON + 20 * MINUTE, true);
    expect(new Meter(store, NOON, () => true).allowance()).toBe('glance');
  });

  it('is counted once, however often an execution keeps its count', () => {
    const store = memoryStore();
    const meter = new Meter(store, NOON, () => true);
    for (let i = 0; i < 5; i++) meter.save(NOON + 20 * MINUTE, true);
    expect(new Meter(store, NOON, () => true).allowance()).toBe('full');
  });
});

describe('web requests', () => {
  it.each([
    [true, 19_500],
    [false, 99_500],
  ])('stop short of Google’s limit (consumer: %s) at %i', (consumer, limit) => {
    const meter = new Meter(storeWith({ fetches: limit - 1 }), NOON, () => consumer);
    meter.countFetch();
    expect(problemOf(() => meter.countFetch()).code).toBe('fetch-quota');
  });

  it('are remembered by the next execution', () => {
    const store = storeWith({ fetches: 19_498 });
    const first = new Meter(store, NOON, () => true);
    first.countFetch();
    first.save(NOON, false);
    const second = new Meter(store, NOON, () => true);
    second.countFetch();
    expect(problemOf(() => second.countFetch()).code).toBe('fetch-quota');
  });
});

describe('a day', () => {
  it('begins with the first use and ends 24 hours later', () => {
    const store = memoryStore();
    const first = new Meter(store, NOON, () => true);
    first.save(NOON + 90 * MINUTE, true);
    expect(first.renewedAt()).toBe(NOON + DAY);
    expect(new Meter(store, NOON + DAY - 1, () => true).allowance()).toBe('none');
    expect(new Meter(store, NOON + DAY, () => true).allowance()).toBe('full');
    expect(new Meter(store, NOON + DAY, () => true).renewedAt()).toBe(NOON + 2 * DAY);
  });

  it.each(['', 'nonsense', '[]', '{"since":"today"}'])('begins anew where the count reads %j', (kept) => {
    const meter = new Meter(memoryStore({ 'linkup.meter': kept }), NOON, () => true);
    expect([meter.allowance(), meter.renewedAt()]).toEqual(['full', NOON + DAY]);
  });
});

describe('an account', () => {
  it.each([
    ['ada@gmail.com', true],
    ['Ada@GoogleMail.com', true],
    ['', true],
    ['ada@example.com', false],
    ['ada@gmail.com.example.org', false],
    ['ada@notgmail.com', false],
  ])('%j is a consumer’s: %s', (email, consumer) => {
    expect(isConsumer(email)).toBe(consumer);
  });
});
