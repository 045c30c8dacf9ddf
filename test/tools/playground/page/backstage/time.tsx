/** The playground's clock, and buttons that turn it forward: what takes an hour at Google and Linkup can be seen at once. */
import type { Playground } from '../use-playground';
import { untilMorning } from './night';

const HOUR_MS = 3_600_000;

/** "Thu 14:05", with the buttons beside it. */
export function Time({ playground, now }: { playground: Playground; now: number }) {
  const { view, doIt } = playground;
  const { vitals } = view;
  if (!vitals) return null;
  // The real Linkup has a clock of its own.
  const isFixed = vitals.hurried || vitals.linkup.live;
  const turn = (ms: number, label: string) => (
    <button type="button" disabled={isFixed} onClick={() => doIt({ kind: 'forward', ms })}>
      {label}
    </button>
  );
  return (
    <section class="time" aria-label="The playground’s clock">
      <time>{clock(now)}</time>
      {turn(HOUR_MS, '+1 hour')}
      {turn(untilMorning(now), '+1 night')}
    </section>
  );
}

function clock(now: number): string {
  return new Date(now).toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
}
