/** What deleting an enrichment does to its columns, said before and after: those of the person's own always stay. Pure. */
import type { Calls, Saved } from '../../protocol';
import { quoted } from './added';
import { fillsOf } from './fills';

/** What becomes of its columns. */
export type Fate = Calls['remove']['argument']['columns'];

/** An enrichment as it was, and what became of its columns. */
export interface Deleted {
  readonly saved: Saved;
  readonly columns: Fate;
}

/** The choices; one where it has made no column of its own. */
export function fates(saved: Saved): { value: Fate; label: string; hint: string }[] {
  const { made, filled } = columnsOf(saved);
  const keep = {
    value: 'keep',
    label: 'Keep the answers',
    hint: 'Only its status and its hidden columns go.',
  } as const;
  if (made.length === 0) return [keep];
  const stays = filled.length > 0 ? ` What it filled stays: ${quoted(filled)}.` : '';
  const hint = `${quoted(made)} and all answers there go.${stays}`;
  return [keep, { value: 'delete', label: 'Delete its columns too', hint }];
}

/** That it is gone, what is left of it in the sheet, and which enrichment is on view instead. */
export function deletedLine({ saved, columns }: Deleted, now: string): string {
  const { filled } = columnsOf(saved);
  const left =
    columns === 'keep'
      ? 'Its answers stay in the sheet.'
      : `Its columns are gone from the sheet${filled.length > 0 ? `, but for what it filled: ${quoted(filled)}` : ''}.`;
  return [`“${saved.name}” is deleted. ${left}`, now && `This is “${now}” now.`].filter(Boolean).join(' ');
}

function columnsOf(saved: Saved): { readonly made: readonly string[]; readonly filled: readonly string[] } {
  const filled = fillsOf(saved).map(({ heading }) => heading);
  return { made: saved.outputs.filter((heading) => !filled.includes(heading)), filled };
}
