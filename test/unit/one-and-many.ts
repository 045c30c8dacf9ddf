/** Whether a sentence with a number in it reads right: nouns, verbs and pronouns that go with one thing, or with several or none. */

/** Nouns that are counted, for “2 row” and “1 waiting rows”. */
export const NOUN = '(?:row|question|answer|duplicate|column|field|result|site|minute|character|task)';

/** A number by itself: no decimals, no price, no part of a longer one. */
const ALONE = '(?<![\\d.,$])';

const ONE_OF_SEVERAL = new RegExp(`${ALONE}1 (?:\\w+ )?${NOUN}s\\b`);
const SEVERAL_OF_ONE = new RegExp(`${ALONE}(?:0|2|1,000) (?:\\w+ )?${NOUN}\\b`);

/** Ends in s, and is no plural. */
const SINGULAR = /^(?:is|was|has|asks|s|his|its|this|status|perhaps)$/;

/** Subjects that are several, or one, whatever is counted. */
const OTHER_SUBJECT = /typed values too|the rows that it hides|^What/i;

/** What is wrong with the numbers of a sentence; '' for nothing. Names in quotes say nothing about it. */
export function wrongIn(said: string): string {
  const text = said.replace(/“[^”]*”/g, 'X');
  if (/\d{4}/.test(text)) return 'a number without its comma';
  const plurals = [...text.matchAll(/(?<![\d.,$])1 (\w+s)\b/g)].filter(
    ([, noun = '']) => !SINGULAR.test(noun),
  );
  if (plurals.length > 0 || ONE_OF_SEVERAL.test(text)) return '1 and a plural';
  if (SEVERAL_OF_ONE.test(text)) return 'several and a singular';
  return (
    text
      .split(/[.;:](?= |$)|, (?=and|for)/)
      .map(wrongInClause)
      .find(Boolean) ?? ''
  );
}

/** What follows a number up to the end of its clause is about it, where there is no other number. */
function wrongInClause(clause: string): string {
  const [only, ...others] = [...clause.matchAll(/(?<![\d.,$])(?:0|1|2|1,000)(?= \w)/g)];
  if (!only || others.length > 0 || OTHER_SUBJECT.test(clause.trim())) return '';
  const rest = clause.slice(only.index);
  const wrong =
    only[0] === '1'
      ? /\b(are|were|have|they|them|their|(?<!to )ask)\b/
      : /^\S+ (?:of these )?\w+(?: that)? (is|was|has|asks)\b|\b(it|its)\b/;
  return wrong.test(rest) ? `the wrong verb or pronoun in “${rest}”` : '';
}
