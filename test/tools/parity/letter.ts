/** The JSON that somebody sends: read as what a stranger wrote. */
import { BadInput } from '../common/bad-input';
import type { Plain } from './script/question';
import type { Letter } from './script/report';
import type { Said } from './script/verdict';

export type { Letter } from './script/report';

/** Throws BadInput for whatever is no such JSON. */
export function parseLetter(text: string): Letter {
  const { parity, at, language, locale, answers } = members(parsed(text), 'The text');
  if (parity !== 1)
    throw new BadInput('This is no JSON of “Parity → Ask everything”: it does not say "parity": 1.');
  return {
    parity,
    at: word(at, 'at'),
    language: word(language, 'language'),
    locale: word(locale, 'locale'),
    answers: mapped(answers, 'answers', said),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(fromCell(text));
  } catch {
    throw new BadInput('This is no JSON; copy the whole text of the box “To send”.');
  }
}

/** A cell that is copied may come in quotation marks, with its own doubled. */
function fromCell(text: string): string {
  const [, inside] = /^\s*"(\{""[\s\S]*\})"\s*$/.exec(text) ?? [];
  return inside === undefined ? text : inside.replaceAll('""', '"');
}

function said(value: unknown, name: string): Said {
  const { facts, figures, quotes, failed } = members(value, name);
  return {
    facts: mapped(facts, `${name}.facts`, plain),
    figures: mapped(figures, `${name}.figures`, number),
    quotes: mapped(quotes, `${name}.quotes`, word),
    ...(failed === undefined ? {} : { failed: word(failed, `${name}.failed`) }),
  };
}

function mapped<T>(
  value: unknown,
  name: string,
  read: (value: unknown, name: string) => T,
): Record<string, T> {
  const entries = Object.entries(members(value, name));
  return Object.fromEntries(entries.map(([key, each]) => [key, read(each, `${name}.${key}`)]));
}

function members(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw misplaced(name, 'an object');
  return { ...value };
}

function plain(value: unknown, name: string): Plain {
  if (value === null || typeof value === 'boolean') return value;
  return typeof value === 'number' ? value : word(value, name);
}

function number(value: unknown, name: string): number {
  if (typeof value !== 'number') throw misplaced(name, 'a number');
  return value;
}

function word(value: unknown, name: string): string {
  if (typeof value !== 'string') throw misplaced(name, 'a text');
  return value;
}

const misplaced = (name: string, wanted: string): BadInput =>
  new BadInput(`This is no JSON of “Parity → Ask everything”: ${name} should be ${wanted}.`);
