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

  it('wakes nobody for nothing', () => {
    new PlayClock(1, () => expect.unreachable()).sleep(0);
  });
});
