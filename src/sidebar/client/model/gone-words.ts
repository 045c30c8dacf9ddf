/** What is said of columns that somebody deleted. */
import { agree } from '../../../enrichment/amounts';
import type { Saved } from '../../protocol';

/** Which they are, and what becomes of what stood in them. */
export function deletedLine({ name, missing }: Pick<Saved, 'name' | 'missing'>): string {
  const n = missing.length;
  if (n === 0) return `Hidden columns of “${name}” were deleted.`;
  const columns = missing.map((heading) => `“${heading}”`).join(', ');
  return `${columns} ${agree(n, 'was', 'were')} deleted. Put back, ${agree(n, 'it is', 'they are')} empty: the next run fills in what Linkup still has, for nothing, and asks for the rest.`;
}

/** The button that makes them again. */
export function putBackLabel({ missing }: Pick<Saved, 'missing'>): string {
  return `Put ${agree(missing.length, 'it', 'them')} back`;
}
