/** The playground's time between two pieces of news. */
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../view';

/** So often it moves, ms. */
const TICK_MS = 500;

/** The playground's clock, ms since 1970; 0 before anything was heard. */
export function useNow({ vitals, heardAt }: View): number {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return vitals ? vitals.now + Math.max(0, Date.now() - heardAt) * vitals.speed : 0;
}
