import { describe, expect, it, vi } from 'vitest';
import { PlayClock } from './play-clock';

describe('the playground’s clock', () => {
  it('lets others live while somebody sleeps, as fast as it runs', () => {
    vi.useFakeTimers();
    const waits: number[] = [];
    const clock = new PlayClock(60, (ms) => {
      waits.push(ms);
      vi.advanceTimersByTime(100);
      return false;
    });
    const before = clock.now();
    clock.sleep(12_000);
    vi.useRealTimers();
    expect(waits).toEqual([200, 100]);
    expect(before).toBeGreaterThan(0);
  });

  it('stops sleeping when that is in vain', () => {
    let naps = 0;
    new PlayClock(1, () => {
      naps += 1;
      return true;
    }).sleep(60_000);
    expect(naps).toBe(1);
  });

  it('lets whoever sleeps sleep through the time that it is turned forward, in pieces', () => {
    vi.useFakeTimers();
    const waits: number[] = [];
    const clock = new PlayClock(1, (ms) => {
      waits.push(ms);
      vi.advanceTimersByTime(ms);
      return false;
    });
    const before = clock.now();
    clock.hurry(25_000);
    clock.sleep(30_000);
    vi.useRealTimers();
    expect(waits).toEqual([0, 0, 0, 5_000]);
    expect(clock.ahead).toBe(25_000);
    expect(before).toBeGreaterThan(0);
  });

  it('stays one of whole milliseconds, also where it is turned to a moment between two', () => {
    vi.useFakeTimers();
    const clock = new PlayClock(1, () => false);
    const before = clock.now();
    clock.hurry(60_000);
    clock.hurryTo(before + 1_000.25);
    expect(clock.now()).toBe(before + 1_001);
    expect(clock.isHurried).toBe(true);
    clock.hurryTo(Number.POSITIVE_INFINITY);
    expect(clock.now()).toBe(before + 60_000);
    expect(clock.isHurried).toBe(false);
    vi.useRealTimers();
  });

  it('wakes nobody for nothing', () => {
    new PlayClock(1, () => expect.unreachable()).sleep(0);
  });
});
