/** Which choices of rows are on view, by what there is to choose. */
import { describe, expect, it } from 'vitest';
import { pillsFor } from '../../../../src/sidebar/client/model/pills';
import type { Scope } from '../../../../src/sidebar/protocol';

const labels = (counts: Parameters<typeof pillsFor>[0], chosen: Scope = 'fill'): string[] =>
  pillsFor(counts, chosen).map(({ label }) => label);

const ALWAYS = ['To fill', 'First', 'Selected', 'Visible'];

describe('the choices of rows', () => {
  it('before anything was asked are only those that can apply', () => {
    expect(labels({ fill: 60, failed: 0, outdated: 0, all: 60, deeper: 0 })).toEqual(ALWAYS);
    expect(labels(undefined)).toEqual(ALWAYS);
  });

  it('are more as soon as there are rows for them', () => {
    expect(labels({ fill: 3, failed: 3, outdated: 0, all: 3, deeper: 0 })).toEqual([...ALWAYS, 'Failed']);
    expect(labels({ fill: 4, failed: 0, outdated: 4, all: 6, deeper: 0 })).toEqual([
      ...ALWAYS,
      'Outdated',
      'Not found too',
    ]);
  });

  it('keep the chosen one, whose rows may be gone by now', () => {
    expect(labels({ fill: 0, failed: 0, outdated: 0, all: 0, deeper: 0 }, 'failed')).toEqual([
      ...ALWAYS,
      'Failed',
    ]);
  });
});
