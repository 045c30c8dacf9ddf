/** The sheet as it is once an enrichment of it was saved, until it is read again. Pure. */
import type { Refreshing, Start } from '../../protocol';
import { draftOf, type Form } from './form';

/** Its columns are what they were: which it has now, the next reading tells. */
export function withSaved(start: Start, form: Form, id: string, revision: string): Start {
  const before = start.enrichments.find((each) => each.id === id);
  const others = start.enrichments.filter((each) => each.id !== id);
  const { outputs = [], status = '', missing = [], isBroken = false } = before ?? {};
  const { renamed = null, refreshing = null } = before ?? {};
  const about = { outputs, status, missing, isBroken, renamed, refreshing };
  const saved = { ...draftOf(form), id, revision, ...about };
  return { ...start, enrichments: [...others, saved].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** The sheet as it is once one of its enrichments is refreshed by itself otherwise than before, or not any more. */
export function withSchedule(
  start: Start,
  { id, refreshing }: { readonly id: string; readonly refreshing: Refreshing | null },
): Start {
  const enrichments = start.enrichments.map((each) => (each.id === id ? { ...each, refreshing } : each));
  return { ...start, enrichments };
}
