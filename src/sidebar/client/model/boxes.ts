/** Which box of the page a problem is about, by the id of its element: there it is said, and there one is led. Pure. */
import { type Fault, NO_FAULT } from '../calls/call';
import type { FieldRow } from './form';

/** Boxes by the codes that are about one box wherever they come from. */
const BY_CODE: { readonly [box: string]: string } = {
  question:
    'empty-template no-placeholder empty-placeholder unclosed-placeholder unknown-column ambiguous-column',
  schema: 'bad-schema',
  'add-field': 'no-fields',
  name: 'name-taken',
  key: 'key-refused',
  cap: 'cap-too-small',
  rows: 'nothing-selected nothing-to-ask filter-unclear visible-unclear hidden-by-hand empty-table',
};

/** A field of the list by its number, as the server counts them. */
const FIELD = /^field (\d+) (name|description|choices)$/;

/** The box that a fault is about; '' where it is about none, or about several things. */
export function boxOf({ code, place = '', sentence }: Fault, fields: readonly FieldRow[] = []): string {
  if (sentence === '') return '';
  const [, number, part] = FIELD.exec(place) ?? [];
  if (number !== undefined) {
    const row = fields[Number(number)];
    return row ? fieldBox(row.key, part) : 'add-field';
  }
  if (place === 'fields') return 'add-field';
  return place || (Object.keys(BY_CODE).find((box) => BY_CODE[box]?.split(' ').includes(code)) ?? '');
}

/** The id of a field's box for its name, its description or its choices. */
export function fieldBox(key: number | undefined, part = 'name'): string {
  return `field-${key}-${part}`;
}

/** Boxes that stand beside the button that starts a run; all others are in the form. */
const BESIDE_ENRICH = ['rows', 'cap'];

/** The box of the form that a refused start is about: it is led to there. '' for none. */
export function formBoxOf(fault: Fault): string {
  const box = boxOf(fault);
  return BESIDE_ENRICH.includes(box) ? '' : box;
}

/** What there is to say of a fault besides what a box says. */
export function besideBoxes(fault: Fault, fields?: readonly FieldRow[]): Fault {
  return boxOf(fault, fields) ? NO_FAULT : fault;
}
