/** Holds the answers of an enrichment against what is known of each row; shares no code with the add-on. */
import type { Field } from '../../../../src/enrichment/definition';
import { FACTS, truth } from '../../../world/countries';
import { fits } from '../../../world/facts-oracle';
import { statusOf } from '../../../world/says';
import type { World } from '../../../world/world';
import { standingOf } from '../endings';

/** An enrichment whose right answers are known. */
export interface Known {
  /** Of the enrichment. */
  readonly name: string;
  /** The column that says what a row is about. */
  readonly about: string;
  readonly fields: readonly Field[];
  /** The right answers by field, as a cell shows them; blank where nothing is known. */
  readonly truth: (subject: string) => Readonly<Record<string, string>>;
}

/** The facts of the countries. */
export const COUNTRY_FACTS: Known = { ...FACTS, about: 'Country', truth };

/** How the rows of an enrichment stand. */
export interface Held {
  /** What the answered rows are about. */
  readonly done: readonly string[];
  /** Wrong answers in words; a row that is not answered must hold none. */
  readonly wrong: readonly string[];
}

/** Reads the active sheet and compares. */
export function held(world: World, { name, about, fields, truth }: Known): Held {
  const statuses = world.column(statusOf(name));
  const answers = fields.map((field) => ({ field, cells: world.values(field.name) }));
  const rows = world
    .column(about)
    .map((subject, i) => ({ subject, i, isDone: standingOf(statuses[i] ?? '') === 'done' }));
  const wrong = rows.flatMap(({ subject, i, isDone }) => {
    const right = isDone ? truth(subject) : {};
    return answers.flatMap(({ field, cells }) => {
      const [got = '', expected = ''] = [cells[i], right[field.name]];
      const is = `${field.name} of ${subject} reads “${got}”, not “${expected}”`;
      return fits(got, field.kind, expected) ? [] : [is];
    });
  });
  return { done: rows.filter(({ isDone }) => isDone).map(({ subject }) => subject), wrong };
}
