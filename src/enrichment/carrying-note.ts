/** The note on the heading of State, in which a definition travels with a copied sheet or file. The rest of the note is its person's. */
import { carried, carriedText } from './carried';
import { checkSense } from './check';
import type { Enrichment } from './definition';
import { unlessProblem } from './problem';

/** Stands above the line with the definition. */
const ABOVE =
  'For copies of this sheet, which go on from here (Enrich with Linkup, do not edit the next line):';

/** The longest note that is written, in characters. Google names no limit; a cell has 50,000. */
const LONGEST = 40_000;

/** A note that carries a definition, in place of the one before; what a person wrote there stays. Undefined where it would be too long. */
export function carryingNote(note: string, e: Enrichment): string | undefined {
  const lines = note === '' ? [] : note.split('\n');
  const ours = [ABOVE, carriedText(e)];
  const [at, count] = blockIn(lines);
  if (at < 0) lines.push(...(lines.length > 0 ? [''] : []), ...ours);
  else lines.splice(at, count, ...ours);
  const whole = lines.join('\n');
  return whole.length > LONGEST ? undefined : whole;
}

/** The definition that a note carries. Whatever cannot be read, or makes no sense, is a person's own words. */
export function definitionIn(note: string): Enrichment | undefined {
  const lines = note.split('\n');
  const [at, count] = blockIn(lines);
  if (count < 2) return undefined;
  return unlessProblem(() => {
    const e = carried(lines[at + 1] ?? '');
    checkSense(e);
    return e.id === '' ? undefined : e;
  });
}

/** Where our lines are and how many: the one below ours is only taken for the definition if it looks like one. */
function blockIn(lines: readonly string[]): readonly [at: number, count: number] {
  const at = lines.indexOf(ABOVE);
  return [at, lines[at + 1]?.startsWith('{') ? 2 : 1];
}
