/** The stamp by which an open page knows that there is news: runs that begin and end, and schedules. */
import { describe, expect, it } from 'vitest';
import { stampOf } from '../../../../src/run/record/stamp';

const RESTING = {
  'linkup.enrichment.e1': '{}',
  'linkup.last.e1': '{"run":"r1"}',
  'linkup.schedule.e1': '{"next":1}',
};

describe('the stamp of a document', () => {
  it('is the same while nothing begins or ends, however far a run is and in whatever order all is kept', () => {
    const running = { ...RESTING, 'linkup.run.r2': '{"sent":[]}' };
    const further = { 'linkup.run.r2': '{"sent":[[1,9]]}', 'linkup.far.r2': '{}', ...RESTING };
    expect(stampOf(further)).toBe(stampOf(running));
  });

  it('is another one when a run has begun, when it has ended, and when a schedule stands otherwise', () => {
    const states = [
      RESTING,
      { ...RESTING, 'linkup.run.r2': '{}' },
      { ...RESTING, 'linkup.last.e1': '{"run":"r2"}' },
      { ...RESTING, 'linkup.schedule.e1': '{"next":1,"off":{}}' },
      {},
    ];
    expect(new Set(states.map(stampOf)).size).toBe(states.length);
  });
});
