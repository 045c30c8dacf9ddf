/** Names of enrichments and fields, which become headings: what one may be, and which two nobody could tell apart. One rule for the page and for Save. */

/** Longest name of an enrichment or a field, in characters as a person sees them. Ours. */
const MAX_NAME = 60;

/** What is seen as one character: a letter with its marks, a flag, or pictures that are joined to one. */
const SEEN = /\p{Regional_Indicator}{2}|.[\p{M}\p{Emoji_Modifier}]*(?:\u200D.[\p{M}\p{Emoji_Modifier}]*)*/gsu;

/** What takes room, or none, and shows nothing. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/** The characters of a text as a person counts them. */
function charactersOf(text: string): string[] {
  return text.normalize('NFC').match(SEEN) ?? [];
}

/** Whether nothing of a name can be seen. */
export function isNameless(name: string): boolean {
  return name.replace(UNSEEN, '') === '';
}

/** The beginning of a text that is short enough for a name, without half a character at its end. */
export function cutToName(text: string, most = MAX_NAME): string {
  return charactersOf(text).slice(0, most).join('').trim();
}

/** What is wrong with a name, as a sentence about `what` it names without its full stop; '' for nothing. A name that is missing is another matter. */
export function nameFault(what: string, name: string): string {
  const written = name.trim();
  // A column with two lines in its heading could hardly be named in a question.
  if (/[\p{Cc}\u2028\u2029]/u.test(written)) return `${what} has a line break or a tab in it`;
  return charactersOf(written).length > MAX_NAME ? `${what} is longer than ${MAX_NAME} characters` : '';
}

/** Whether nobody could tell two names apart: case, and how many blanks there are, does not count. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** The first of some names that is also among the others. */
export function firstTaken(names: readonly string[], others: readonly string[]): string | undefined {
  const taken = new Set(others.map(folded));
  return names.find((name) => !isNameless(name) && taken.has(folded(name)));
}

/** A name like the one that is wanted, with a number where others have it. */
export function freeName(wanted: string, others: readonly string[]): string {
  const name = cutToName(wanted);
  let free = name;
  for (let number = 2; firstTaken([free], others); number++) {
    const ending = ` ${number}`;
    free = cutToName(name, MAX_NAME - ending.length) + ending;
  }
  return free;
}

/** A name without its capitals, with one plain space for any spaces and breaks of lines, and without what nobody sees. */
export function folded(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
