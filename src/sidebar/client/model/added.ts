/** Which columns a Save would add to the table, and which of the person's own it would fill from now on: all of them by name, for a heading that comes unannounced is a surprise in somebody's table. Pure. */
import { filledHeadings, outputColumns, visibleHeadings } from '../../../enrichment/columns';
import type { Enrichment } from '../../../enrichment/definition';
import { unlessProblem } from '../../../enrichment/problem';
import type { Saved } from '../../protocol';
import { enrichmentOf, type Form, formOf } from './form';

/** The line for a form as it stands, with the name that it would get; '' where nothing is added or filled anew, or nothing can be told yet. */
export function addedLine(form: Form, saved: Saved | undefined): string {
  const [filled, added] = [columnsFilled(form, saved), columnsAdded(form, saved)];
  const hidden = saved ? '' : ', and three hidden columns that say how each row stands';
  const fills = filled.length > 0 ? `Fills ${quoted(filled)}.` : '';
  const adds = added.length > 0 ? `Adds ${quoted(added)} to your table${hidden}.` : '';
  return [fills, adds].filter(Boolean).join(' ');
}

/**
 * What of a table no add-on can widen, for what is Google’s own goes on without the columns beside it; '' where none are new. Whether a
 * sheet has a Table no script can see, so it is said of all.
 */
export function notTakenIn(form: Form, saved: Saved | undefined): string {
  if (saved || columnsAdded(form, saved).length === 0) return '';
  return 'A Table, chart or named range of yours does not take in the new columns.';
}

/** Headings in a sentence: “A”, “B” and “C”. */
export function quoted(headings: readonly string[]): string {
  const names = headings.map((name) => `“${name}”`);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** Headings of the person's own columns that a Save would fill and that are not filled by it yet. */
export function columnsFilled(form: Form, saved: Saved | undefined): string[] {
  const before = saved ? filledHeadings(savedEnrichment(saved)) : [];
  return (
    unlessProblem(() => filledHeadings(begun(form)).filter((heading) => !before.includes(heading))) ?? []
  );
}

/** Headings of the visible columns that a Save would create. Fields without a name are none yet. */
export function columnsAdded(form: Form, saved: Saved | undefined): string[] {
  return unlessProblem(() => addedTo(begun(form), saved)) ?? [];
}

function begun(form: Form): Enrichment {
  return enrichmentOf({ ...form, fields: form.fields.filter(({ name }) => name.trim() !== '') }, 0);
}

function savedEnrichment(saved: Saved): Enrichment {
  return enrichmentOf(formOf(saved), 0);
}

function addedTo(e: Enrichment, saved: Saved | undefined): string[] {
  const all = visibleHeadings(e);
  if (!saved) return all;
  // What filled a column of the person's own has none yet.
  const made = outputColumns(savedEnrichment(saved)).filter(({ fills }) => !fills);
  const known = new Set(made.map(({ part }) => part));
  const filling = saved.fields.flatMap(({ slot, fills }) => (fills ? slot : []));
  // A field that was saved keeps its column under another name.
  const kept = new Set(
    e.fields.filter(({ slot }) => slot && !filling.includes(slot)).map(({ name }) => name),
  );
  const headings = outputColumns(e)
    .filter(({ part, heading, fills }) => !fills && !known.has(part) && !kept.has(heading))
    .map(({ heading }) => heading);
  // What somebody deleted from the table is made again.
  return [...new Set([...headings, ...saved.missing.filter((heading) => all.includes(heading))])];
}
