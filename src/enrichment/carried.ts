/** An enrichment as text that leaves its document: in the note of a copied sheet, or as a person copies it out. Nothing secret is in a definition. */
import { type Enrichment, enrichment, LAYOUT } from './definition';
import { object, parseJson } from './parse';
import { Problem } from './problem';

/** The form of the text: raised when what is written today could be read wrongly by what reads it today. */
const VERSION = 1;

/** The longest text that is looked at, in characters: a definition takes a fifth of it. */
const LONGEST = 50_000;

/** One line of JSON that names its version. */
export function carriedText(e: Enrichment): string {
  return JSON.stringify({ linkup: VERSION, enrichment: e });
}

/** What a person takes along: what it asks and gives back, without what belongs to one sheet, its columns to be filled included. */
export function exportedText(e: Enrichment): string {
  const { id, sheetId, slots, old, layout, fills, fields, ...said } = e;
  const named = fields.map(({ slot, fills: column, ...field }) => field);
  return JSON.stringify({ linkup: VERSION, enrichment: { ...said, fields: named } }, null, 2);
}

/** Reads either text, each member by its own rule. Throws `malformed` with what is wrong; `newer-version` where a later add-on wrote it. */
export function carried(text: string): Enrichment {
  if (text.length > LONGEST) throw new Problem('malformed', `it is longer than ${LONGEST} characters`);
  const { linkup, enrichment: inner } = object(jsonIn(text), 'the text');
  if (linkup === undefined)
    throw new Problem('malformed', 'it does not begin with {"linkup": 1, so it is none of an enrichment');
  const source = object(inner, 'enrichment');
  if (linkup !== VERSION || Number(source.layout ?? 0) > LAYOUT) throw new Problem('newer-version');
  return enrichment({ ...source, id: source.id ?? '', sheetId: source.sheetId ?? 0 }, '');
}

function jsonIn(text: string): unknown {
  const found = parseJson(text);
  if (found === undefined) throw new Problem('malformed', 'it is no JSON, or only a part of it');
  return found;
}
