/** What the menu says of the schedules of a sheet: when they start next, as whom, with whose key and for how much; and which have stopped. */
import { usd } from '../../enrichment/amounts';
import { inUsd } from '../../enrichment/money';
import { wallClock, wallInWords } from '../../enrichment/wall-clock';
import { stoppedSentence } from '../../enrichment/words';
import type { Properties } from '../../platform/properties';
import { allEnrichments } from '../record/enrichments';
import { type Schedule, schedulesIn } from '../record/schedules';
import type { Services } from '../services';

/** One sentence each, with a space before it; '' where there is none. */
export function toldSchedules(services: Services, sheetId: number, properties: Properties): string {
  const schedules = schedulesIn(properties);
  if (schedules.length === 0) return '';
  const here = allEnrichments(services.documents).filter((e) => e.sheetId === sheetId);
  const names = new Map(here.map(({ id, name }) => [id, name]));
  return schedules
    .flatMap((each) => {
      const name = names.get(each.enrichment);
      return name === undefined ? [] : [` ${told(services, name, each)}`];
    })
    .join('');
}

function told({ workbook }: Services, name: string, { by, key, cap, next, off }: Schedule): string {
  if (off) return `“${name}” is not refreshed by itself any more: ${stoppedSentence(off)}`;
  const when = wallInWords(wallClock(workbook.timeZone())(next));
  const whose = `${by ? `as ${by}, ` : ''}with the key …${key}`;
  return `“${name}” is refreshed next on ${when}, ${whose}, for at most ${usd(inUsd(cap))}.`;
}
