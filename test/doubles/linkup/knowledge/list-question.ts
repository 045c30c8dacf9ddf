/** What a question for a list says besides what it lists: how many, the largest or smallest first, and which of them to leave out. */

const NUMBERS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** So many come where the question does not say how many. */
const USUAL = 20;

/** The question itself, without what it adds about form. */
export function askedIn(question: string): string {
  return question.trim().split('\n')[0] ?? '';
}

/** Those of some things that the question asks for, in its order: the largest by their size first, where it wants that. */
export function chosenFrom<T>(
  question: string,
  all: readonly T[],
  { name, size }: { readonly name: (each: T) => string; readonly size: (each: T) => number },
): readonly T[] {
  const asked = askedIn(question);
  const [, leftOut = ''] = question.split(/\bleave out\b[^:]*:/i);
  const known = new Set(leftOut.split(';').map((each) => each.trim().toLowerCase()));
  return inOrder(asked, all, size)
    .filter((each) => !known.has(name(each).toLowerCase()))
    .slice(0, howMany(asked, all.length));
}

function inOrder<T>(asked: string, all: readonly T[], size: (each: T) => number): T[] {
  const sign = /\b(smallest|least)\b/i.test(asked) ? 1 : -1;
  if (!/\b(largest|biggest|smallest|greatest)\b/i.test(asked)) return [...all];
  return [...all].sort((a, b) => sign * (size(a) - size(b)));
}

function howMany(asked: string, all: number): number {
  const digits = /\b\d{1,4}\b/.exec(asked)?.[0];
  if (digits !== undefined) return Number(digits);
  const words = asked.toLowerCase().split(/\W+/);
  const number = NUMBERS.findIndex((word) => word !== '' && words.includes(word));
  if (/\ball\b/i.test(asked)) return all;
  return number > 0 ? number : USUAL;
}
