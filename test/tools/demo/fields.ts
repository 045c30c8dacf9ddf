/** Fields as typed on the command line: `capital:text, area:number`. */
import { FIELD_KINDS, type Field, type FieldKind } from '../../../src/enrichment/definition';
import { BadInput } from '../common/bad-input';

/** Short words besides the kinds' own names. */
const SHORT: Readonly<Record<string, FieldKind>> = {
  bool: 'yes/no',
  boolean: 'yes/no',
  integer: 'whole number',
  email: 'e-mail',
  url: 'link',
};

/** A choice would need its choices too. */
const KINDS: ReadonlyMap<string, FieldKind> = new Map([
  ...FIELD_KINDS.filter((kind) => kind !== 'choice').map((kind): [string, FieldKind] => [kind, kind]),
  ...Object.entries(SHORT),
]);

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
  const known = KINDS.get(kind.toLowerCase());
  if (!known)
    throw new BadInput(`--fields: "${kind}" is no kind of field; use ${[...KINDS.keys()].join(', ')}`);
  return { name, kind: known };
}
