/** Edits that are not saved yet, by enrichment: those kept from an earlier visit, and those whose enrichment is still there. Pure. */
import type { Kept, Saved, Start } from '../../protocol';
import { BLANK, type Form, formOf } from './form';
import { isLive } from './runs';

/** Edits that are not saved, and the revision they were begun from ('' for a new enrichment). */
export interface Edit {
  readonly form: Form;
  readonly revision: string;
}

/** Edits by enrichment id, '' for a new one. */
export type Edits = { readonly [id: string]: Edit };

/** The enrichment whose run is on, else the first; a new one where there is none. */
export function firstToShow(start: Start): string {
  return start.progress.find(isLive)?.id ?? start.enrichments[0]?.id ?? '';
}

/** Whether a sheet has the enrichment; a new one it always has. */
export function isKnown(start: Start, id: string): boolean {
  return id === '' || start.enrichments.some((saved) => saved.id === id);
}

/** Edits of an enrichment that somebody deleted meanwhile go with it. */
export function onlyKnown(edits: Edits, start: Start): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([id]) => isKnown(start, id)));
}

/** The edits that the server kept from an earlier visit. One that cannot be read is left out. */
export function keptEdits(start: Start): Edits {
  return Object.fromEntries(start.drafts.filter(({ id }) => isKnown(start, id)).flatMap(keptEdit));
}

function keptEdit(kept: Kept): [string, Edit][] {
  try {
    return [[kept.id, { form: formOf(kept), revision: kept.revision }]];
  } catch {
    return [];
  }
}

/** All but one. */
export function without<T>(all: { readonly [id: string]: T }, id: string): { readonly [id: string]: T } {
  const { [id]: _gone, ...others } = all;
  return others;
}

/** A form that cannot be read any more is started afresh rather than taking the page down. */
export function readable(saved: Saved): Form {
  try {
    return formOf(saved);
  } catch {
    return { ...BLANK, id: saved.id, name: saved.name };
  }
}
