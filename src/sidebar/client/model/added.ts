/** Which columns a Save would add to the table: all of them by name, for a heading that comes unannounced is a surprise in somebody's table. Pure. */
import { outputColumns, visibleHeadings } from '../../../enrichment/columns';
import type { Enrichment } from '../../../enrichment/definition';
import { unlessProblem } from '../../../enrichment/problem';
import type { Saved } from '../../protocol';
import { enrichmentOf, type Form, formOf } from './form';

/** The line for a form as it stands, with the name that it would get; '' where nothing is added, or nothing can be told yet. */
export function addedLine(form: Form, saved: Saved | undefined): string {
  const names = columnsAdded(form, saved).map((name) => `“${name}”`);
  const last = names.pop();
  if (last === undefined) return '';
  const all = names.length === 0 ? last : `${names.join(', ')} and ${last}`;
  return saved
    ? `Adds ${all} to your table.`
    : `Adds ${all} to your table, and three hidden columns for its own notes.`;
}

/** Headings of the visible columns that a Save would create. Fields without a name are none yet. */
export function columnsAdded(form: Form, saved: Saved | undefined): string[] {
  const fields = form.fields.filter(({ name }) => name.trim() !== '');
  return unlessProblem(() => addedTo(enrichmentOf({ ...form, fields }, 0), saved)) ?? [];
}

function addedTo(e: Enrichment, saved: Saved | undefined): string[] {
  const all = visibleHeadings(e);
  if (!saved) return all;
  const known = new Set(outputColumns(enrichmentOf(formOf(saved), 0)).map(({ part }) => part));
  // A field that was saved keeps its column under another name.
  const kept = new Set(e.fields.filter(({ slot }) => slot).map(({ name }) => name));
  const headings = outputColumns(e)
    .filter(({ part, heading }) => !known.has(part) && !kept.has(heading))
    .map(({ heading }) => heading);
  // What somebody deleted from the table is made again.
  return [...new Set([...headings, ...saved.missing.filter((heading) => all.includes(heading))])];
}
