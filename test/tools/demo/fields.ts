/** Fields as typed on the command line: `capital:text, area:number`. */
import type { Field } from '../../../src/enrichment/definition';
import { BadInput } from '../common/bad-input';

const KINDS: Readonly<Record<string, Field['kind']>> = {
  text: 'text',
  number: 'number',
  'yes/no': 'yes/no',
  bool: 'yes/no',
  boolean: 'yes/no',
  date: 'date',
  list: 'list',
};

/** The fields in their order; a field without a kind is text. Throws BadInput; an empty text is no fields. */
export function parseFields(written: string): Field[] {
  if (!written.trim()) return [];
  return written.split(',').map((item) => parseField(item.trim()));
}

/** The kind stands after the last colon, so that a name may hold one. */
function parseField(item: string): Field {
  const colon = item.lastIndexOf(':');
  const name = (colon < 0 ? item : item.slice(0, colon)).trim();
  const kind = colon < 0 ? 'text' : item.slice(colon + 1).trim();
  if (!name) throw new BadInput(`--fields: "${item}" has no name; write "name:kind", such as "area:number"`);
  const known = Object.hasOwn(KINDS, kind.toLowerCase()) ? KINDS[kind.toLowerCase()] : undefined;
  if (!known)
    throw new BadInput(`--fields: "${kind}" is no kind of field; use ${Object.keys(KINDS).join(', ')}`);
  return { name, kind: known };
}
