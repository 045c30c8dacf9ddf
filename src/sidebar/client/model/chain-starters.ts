/** Templates of several enrichments: the form of the first, and after each Save the form of the next, which asks with its columns. Pure. */

import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { freeName } from '../../../enrichment/names';
import { BLANK, type Following, type Form } from './form';
import type { Chain, Starter } from './starter-texts';
import { startFrom } from './starters';

/** The form of the first. Fields that are called like an empty column fill it. */
export function startChain(
  { first, rest }: Chain,
  headings: readonly string[],
  columns: readonly EmptyColumn[],
): Form {
  return filledFrom(first, headings, { rest, found: {} }, columns);
}

/** The form of the one that comes after it is saved; undefined for the last one. */
export function nextAfter({ fields, follows }: Form, headings: readonly string[]): Form | undefined {
  const [next, ...rest] = follows?.rest ?? [];
  if (!follows || !next) return undefined;
  const own = follows.own.fields.map(([slot], i) => {
    const field = fields.find(({ key }) => key === i + 1);
    return [slot, field?.fills?.heading ?? field?.name.trim() ?? slot] as const;
  });
  const found = { ...follows.found, ...Object.fromEntries(own) };
  return filledFrom(next, [...headings, ...Object.values(found)], { rest, found });
}

function filledFrom(
  own: Starter,
  headings: readonly string[],
  { rest, found }: Omit<Following, 'own'>,
  columns: readonly EmptyColumn[] = [],
): Form {
  const form = startFrom(own, BLANK, headings, columns, found);
  const fields = form.fields.map((field) =>
    field.fills ? field : { ...field, name: freeName(field.name, headings) },
  );
  return { ...form, fields, ...(rest.length > 0 ? { follows: { own, rest, found } } : {}) };
}

/** The same without what was to come after it. */
export function alone({ follows, ...form }: Form): Form {
  return form;
}

/** What a Save makes besides; '' where nothing. */
export function followsLine({ follows }: Form): string {
  const names = follows?.rest.map(({ label }) => `“${label}”`) ?? [];
  if (names.length === 0) return '';
  const uses = names.length > 1 ? 'each using what was found before' : 'which uses what it finds';
  return `Save makes this one, then ${names.join(', then ')}, ${uses}. None asks anything yet.`;
}

/** What the button says that saves it. */
export function saveLabel({ follows }: Form): string {
  const others = follows?.rest.length ?? 0;
  if (others === 0) return 'Save';
  return others > 1 ? `Save all ${others + 1}` : 'Save both';
}
