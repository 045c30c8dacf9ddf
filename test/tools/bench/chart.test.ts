import { describe, expect, it } from 'vitest';
import { chartOf } from './chart';

const JOBS = [
  { rows: 1_000, sheetCalls: 70, virtualSeconds: 45 },
  { rows: 20_000, sheetCalls: 1_400, virtualSeconds: 860 },
];

const BY_ROW = { rowsDone: 141, sheetCallsPerRow: 5, secondsPerRow: 2.6 };

/** Heights of the dots of the first panel, from the top, in pixels. */
function heights(svg: string): number[] {
  return [...svg.matchAll(/<circle [^>]*cy="([\d.]+)"/g)].map(([, y]) => Number(y)).slice(0, JOBS.length);
}

describe('the chart of the README', () => {
  const svg = chartOf(JOBS, BY_ROW);

  it('has a dot for each job in both panels, the dearer the higher', () => {
    expect(svg.match(/<circle/g)).toHaveLength(4);
    const [cheap = 0, dear = 0] = heights(svg);
    expect(dear).toBeLessThan(cheap);
  });

  it('says what the largest job took, and where row by row ends', () => {
    expect(svg).toContain('Enrich with Linkup: 1,400');
    expect(svg).toContain('Enrich with Linkup: 14 min');
    expect(svg).toContain('after 141 rows');
  });

  it('can be read in the dark, and runs nothing', () => {
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/<script|href|on\w+=/);
  });
});
