/** Which runs filled a row before the one that its State names: a short name of each of the last three is kept beside the cells. */
import { hashOfCell } from './written';

/** Slot under which `cells` holds these names: no enrichment has the hundreds of outputs after which its letters would be given. */
export const EARLIER_SLOT = 'was';

/** Characters of a name. What is counted by them is only said, so that two runs in a million may be taken for one. */
const LENGTH = 4;

/** Names that are kept: whoever undoes a run that others have overwritten more often is not told of that row. */
const MOST = 3;

function nameOf(run: string): string {
  return hashOfCell(run).slice(-LENGTH).padStart(LENGTH, '0');
}

/** What of a State tells who filled the row. */
interface Before {
  readonly state: string;
  readonly run: string;
  readonly was?: string;
}

/** The names for a State that a run writes in place of the one before. Only what was answered left anything in the row. */
export function earlierRuns(before: Before | undefined, run: string): string {
  const { was = '' } = before ?? {};
  if (!before || before.run === run || before.state !== 'done') return was;
  return (nameOf(before.run) + was).slice(0, LENGTH * MOST);
}

/** The names without the latest, whose State is back in its place. */
export function withoutLatest(was = ''): string {
  return was.slice(LENGTH);
}

/** Whether a run filled the row before the one that its State names. */
export function wasFilledBy({ was = '' }: Pick<Before, 'was'>, run: string): boolean {
  const name = nameOf(run);
  for (let at = 0; at < was.length; at += LENGTH) if (was.startsWith(name, at)) return true;
  return false;
}
