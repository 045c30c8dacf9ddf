/** What a field of kind `choice` may hold: its own list, or what its description lists, which is where people write it. */
import type { Field } from './definition';

/** The choices of a field, none blank and none twice. “One of: small, medium or large” lists three, and so does “small; medium; large”. */
export function choicesOfField({
  choices,
  description = '',
}: Pick<Field, 'choices' | 'description'>): string[] {
  return distinct(choices ?? listed(description));
}

/** Texts without blanks and repetitions. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
}

/** Semicolons and lines part choices that have commas in them. */
function listed(description: string): string[] {
  const said = description.trim().replace(/^(one of|choices|either)\b:?/i, '');
  if (/[;\n]/.test(said)) return said.split(/[;\n]/);
  return said.replace(/\.$/, '').split(/,\s*or\s+|\s+or\s+|,/i);
}
