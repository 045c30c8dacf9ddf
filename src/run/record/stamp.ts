/** A stamp of what has happened in a document: another one when a run has begun or ended, or a schedule has started something, stopped or been changed. */
import type { Properties } from '../../platform/properties';
import { hashOfCell } from '../../sheet/written';
import { LAST_PREFIX } from './last-run';
import { RUN_PREFIX } from './run';
import { SCHEDULE_PREFIX } from './schedules';

/** Made of the texts as they are kept, for whoever only wants to know whether there is anything new. How far a live run is makes no other. */
export function stampOf(properties: Properties): string {
  const told = Object.entries(properties).flatMap(([key, text]) => {
    if (key.startsWith(RUN_PREFIX)) return [key];
    return key.startsWith(LAST_PREFIX) || key.startsWith(SCHEDULE_PREFIX) ? [key + text] : [];
  });
  return hashOfCell(told.sort().join('\n'));
}
