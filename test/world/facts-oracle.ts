/** Holds every answer on the sheet against the data set itself; shares no code with the add-on. */

import { FACTS, truth } from './countries';
import { isAnswered, statusOf } from './says';
import type { World } from './world';

/** A cell as it is stored; '' is a blank one. */
export type Value = string | number | boolean;

/** A row that came to an end. */
export interface AnsweredRow {
  /** As on the sheet: 2 is the first row below the headings. */
  readonly row: number;
  readonly country: string;
  /** Whether the sheet calls it done; any other row must hold no answer. */
  readonly done: boolean;
  /** By field; what is missing is blank. */
  readonly answers: Readonly<Record<string, Value>>;
}

/** An answer that is not what the data set says. */
export interface WrongAnswer {
  readonly row: number;
  readonly country: string;
  readonly field: string;
  readonly got: Value;
  readonly expected: string;
}

type Kind = (typeof FACTS.fields)[number]['kind'];

/** The type that a cell of each kind must have; everything else is text. */
const STORED_AS: Partial<Record<Kind, string>> = { number: 'number', 'yes/no': 'boolean' };

/** All wrong answers, row by row. A blank is right only where the data set knows nothing either. */
export function wrongRows(rows: readonly AnsweredRow[]): WrongAnswer[] {
  return rows.flatMap(({ row, country, done, answers }) => {
    const facts = done ? truth(country) : {};
    return FACTS.fields.flatMap(({ name, kind }) => {
      const got = answers[name] ?? '';
      const expected = facts[name] ?? '';
      return fits(got, kind, expected) ? [] : [{ row, country, field: name, got, expected }];
    });
  });
}

/** Whether a cell is what is known, in value and in type. */
export function fits(got: Value, kind: Kind, expected: string): boolean {
  if (got === '' || expected === '') return got === expected;
  if (typeof got !== (STORED_AS[kind] ?? 'string')) return false;
  return kind === 'text' ? parts(String(got)) === parts(expected) : String(got).toUpperCase() === expected;
}

/** Several capitals or currencies come in any order. */
function parts(text: string): string {
  return text
    .split(/[;,]/)
    .map((part) => part.trim().normalize())
    .sort()
    .join('; ');
}

/** Every cell of the active sheet that holds another answer than the truth, in words; rows that are not done must hold none. */
export function wrongAnswers(world: World): string[] {
  const countries = world.column('Country');
  const statuses = world.column(statusOf('Facts'));
  const answers = FACTS.fields.map(({ name }) => [name, world.values(name)] as const);
  const rows = countries.map((country, i) => ({
    row: i + 2,
    country,
    done: isAnswered(statuses[i] ?? ''),
    answers: Object.fromEntries(answers.map(([name, values]) => [name, values[i] ?? ''])),
  }));
  return wrongRows(rows).map(
    ({ row, country, field, got, expected }) =>
      `row ${row}: ${field} of ${country} reads "${got}", not "${expected || '(nothing)'}"`,
  );
}
