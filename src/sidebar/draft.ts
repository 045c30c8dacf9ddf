/** An enrichment as the sidebar edits it, to and from the one that is checked and saved. */
import { type Enrichment, enrichment } from '../enrichment/definition';
import { fieldsWithSlots } from '../enrichment/keep-slots';
import { object, type Parser } from '../enrichment/parse';
import type { Json } from './json';
import type { Draft } from './protocol';

/** The enrichment that a draft describes, on a sheet. Throws `malformed`. */
export function enrichmentOf(draft: Draft, sheetId: number, id = draft.id): Enrichment {
  return enrichment({ ...draft, id, sheetId, schema: draft.schema || undefined }, '');
}

/** A saved enrichment as a draft, whose fields can be told by their slots whatever they are called next. */
export function savedDraftOf(e: Enrichment): Draft {
  return { ...draftOf(e), fields: fieldsWithSlots(e) };
}

/** An enrichment as a draft. */
export function draftOf(e: Enrichment): Draft {
  const { id, name, type, template, shape, fields, schema = '', sources } = e;
  const { fills, onlyIf, steps, fieldSources } = e;
  const options: { [name: string]: Json } = {};
  for (const [option, value] of Object.entries(e.options)) options[option] = value;
  const said = {
    ...(fills ? { fills } : {}),
    ...(onlyIf ? { onlyIf } : {}),
    ...(steps?.length ? { steps } : {}),
    ...(fieldSources ? { fieldSources } : {}),
  };
  return { id, name, type, template, shape, fields, schema, ...said, sources, options };
}

/** Reads a draft from the page or from storage; what an enrichment has no place for is dropped. */
export const draft: Parser<Draft> = (value, path) => {
  const source = object(value, path);
  const schema = source.schema === '' ? undefined : source.schema;
  return draftOf(enrichment({ ...source, schema, sheetId: 0 }, path));
};
