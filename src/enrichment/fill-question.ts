/** What is asked to fill columns that wait for it, made of what the columns are called: the question, and a field for each. Pure; the page and the demonstration ask alike. */
import type { Field } from './definition';
import type { EmptyColumn } from './empty-columns';
import { isSameField } from './fields';
import { columnLetters } from './letters';
import { cutToName, freeName } from './names';
import { Problem } from './problem';
import { resolveColumns } from './template';

/** A heading of numbers that only count the rows: nothing could be found by them. */
const COUNTER = /^(#|№|id|n[or°º]\.?|index|rank|row|pos\.?)$/i;

/** The column by which a row is asked about: the first that a question can name. Undefined where there is none. */
export function askedColumn(headings: readonly string[], empty: readonly EmptyColumn[]): string | undefined {
  const filled = headings.filter((heading) => !empty.some((column) => column.heading === heading));
  const usable = filled.filter((heading) => canBeNamed(heading, headings));
  return usable.find((heading) => !COUNTER.test(heading.trim())) ?? usable[0];
}

/** Braces in a heading would end the placeholder, and of two alike it could be neither. */
function canBeNamed(heading: string, headings: readonly string[]): boolean {
  if (heading.trim() === '' || /[{}]/.test(heading)) return false;
  try {
    resolveColumns([heading], headings);
    return true;
  } catch (thrown) {
    if (thrown instanceof Problem) return false;
    throw thrown;
  }
}

/** “Find the following about {{Film}}: Year; Country.” A list of what the columns are called reads as English whatever they are called, as “the founded” would not. */
export function fillQuestion(asked: string, columns: readonly EmptyColumn[]): string {
  return `Find the following about {{${asked}}}: ${columns.map(wanted).join('; ')}.`;
}

function wanted({ heading, kind }: EmptyColumn): string {
  const words = plain(heading);
  return kind === 'yes/no' && !/^whether\b/i.test(words) ? `${words} (yes or no)` : words;
}

/** A heading as words of a list. */
function plain(heading: string): string {
  return heading
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:;?.*]+$/, '')
    .replace(/^(?:#|№|no\.?(?= of\b)) ?(?:of )?(?=\p{L})/iu, 'Number of ');
}

/** A field for each column, called as it is as far as a field can be, and as none of the fields that are there. */
export function fieldsFilling(columns: readonly EmptyColumn[], there: readonly string[]): Field[] {
  const names = [...there];
  return columns.map((column) => {
    const { heading, at, kind } = column;
    const name = nameFor(column, names);
    names.push(name);
    return { name, kind, ...choicesOf(column), fills: { heading, at } };
  });
}

/** Two headings may differ in signs that no name of a property keeps, and one may have no other. */
function nameFor({ heading, at }: EmptyColumn, names: readonly string[]): string {
  const called = cutToName(heading.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' '));
  const wanted = isSameField(called, called) ? called : `Column ${columnLetters(at)}`;
  const alike = names.filter((name) => isSameField(name, wanted));
  // A number tells apart what a sign does not.
  return alike.length === 0 ? wanted : freeName(wanted, [wanted, ...names]);
}

/** What a dropdown offers is all that an answer may be. */
export function choicesOf({ kind, choices }: EmptyColumn): Pick<Field, 'choices'> {
  return kind === 'choice' ? { choices } : {};
}
