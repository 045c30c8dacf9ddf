/** Outputs that fill columns of the person's own: which column each of them means, what speaks against it, and the marks that say so. */
import { type OutputColumn, outputColumns } from '../enrichment/columns';
import type { Enrichment, Filled } from '../enrichment/definition';
import { withFilled } from '../enrichment/keep-slots';
import { wholeColumns } from '../enrichment/letters';
import { isSameName } from '../enrichment/names';
import { type Place, Problem } from '../enrichment/problem';
import { columnsNamed, parseTemplate, spoken } from '../enrichment/template';
import { arrayColumns } from './array-formulas';
import {
  headingRow,
  isTheirs,
  markColumn,
  outputPart,
  ownPlaces,
  places,
  releaseColumn,
  type Top,
} from './layout';
import { headingsOf } from './reading';
import type { Sheet } from './spreadsheet';

/** An enrichment whose outputs name columns that are there, and where each of these is: by the part of its mark, from 1. */
export interface Bound {
  readonly e: Enrichment;
  readonly columns: ReadonlyMap<string, number>;
}

/**
 * Finds the columns that an enrichment is to fill: where it does already, by their marks, whatever they are called by now; else by what
 * the draft says. `e` has its slots. Throws what speaks against one of them, with nothing changed.
 */
export function boundIn(e: Enrichment, before: Enrichment | undefined, sheet: Sheet, top: Top): Bound {
  const chosen = new Map<OutputColumn, number>();
  for (const output of outputColumns(e)) {
    if (!output.fills) continue;
    const place = placeOf(e, output);
    const at = columnFor(e, { ...output, fills: output.fills }, before, top, place);
    checkFree(e, at, top, [...chosen.values()], place);
    chosen.set(output, at);
  }
  if (chosen.size > 0) checkCells(sheet, top, [...chosen.values()]);
  const heading = (at: number): string => top.headings[at - 1] ?? '';
  const filled = new Map([...chosen].map(([{ part }, at]) => [part as string, { heading: heading(at) }]));
  const named = withFilled(e, filled, elsewhere(e, chosen, top));
  const columns = outputColumns(named).flatMap((output) => {
    const at = [...chosen].find(([{ part }]) => part === output.part)?.[1];
    return at === undefined ? [] : [[outputPart(output), at] as const];
  });
  return { e: named, columns: new Map(columns) };
}

/** Which box of the page a column was chosen for. */
function placeOf(e: Enrichment, { heading }: OutputColumn): Place {
  const at = e.shape === 'fields' ? e.fields.findIndex(({ name }) => name.trim() === heading) : -1;
  return at < 0 ? '' : `field ${at} name`;
}

/** The parts of outputs that were in another column until now: one of ours instead of the person's, or the other way round, or another one of theirs. */
function elsewhere(e: Enrichment, chosen: ReadonlyMap<OutputColumn, number>, { placed }: Top): Set<string> {
  const own = ownPlaces(e.id, placed);
  const moved = outputColumns(e).filter((output) => {
    const { slot, part } = output;
    const [made, theirs] = [own.get(`#${slot}`) ?? own.get(part), own.get(`@${slot}`)];
    return output.fills
      ? made !== undefined || (theirs ?? chosen.get(output)) !== chosen.get(output)
      : theirs !== undefined;
  });
  return new Set(moved.map(({ part }) => part));
}

/** The one that is marked for it, as long as the person has not chosen another since; else the one that is called so. */
function columnFor(
  e: Enrichment,
  { slot, fills }: OutputColumn & { readonly fills: Filled },
  before: Enrichment | undefined,
  { headings, placed }: Top,
  place: Place,
): number {
  const marked = placed.get(`${e.id}/@${slot}`);
  const was = before && outputColumns(before).find((output) => output.slot === slot)?.fills?.heading;
  const isChosenAnew = fills.heading !== was || (fills.at !== undefined && fills.at !== marked);
  if (marked !== undefined && !isChosenAnew) return marked;
  return named(fills, headings, marked, place);
}

/** Exactly, or else by itself where case and outer blanks are ignored. Of several, the one that the person pointed at. */
function named(
  { heading, at }: Filled,
  headings: readonly string[],
  marked: number | undefined,
  place: Place,
): number {
  const columns = headings.map((_, i) => i + 1);
  const exact = columns.filter((column) => headings[column - 1] === heading);
  const found =
    exact.length > 0 ? exact : columns.filter((column) => isSameName(headings[column - 1] ?? '', heading));
  const [first, ...others] = found;
  if (first === undefined || heading.trim() === '') throw new Problem('no-column-to-fill', heading, place);
  const pointed = [at, marked].find((column) => column !== undefined && found.includes(column));
  if (others.length > 0 && pointed === undefined) throw new Problem('ambiguous-fill', heading, place);
  return pointed ?? first;
}

function checkFree(
  e: Enrichment,
  at: number,
  { headings, placed }: Top,
  taken: readonly number[],
  place: Place,
): void {
  const heading = headings[at - 1] ?? '';
  const others = [...placed].filter(([where, column]) => column === at && !mayGive(e, where));
  if (others.length > 0 || taken.includes(at)) throw new Problem('filled-twice', heading, place);
  const asked = columnsNamed(parseTemplate(e.template));
  if (asked.some((name) => isSameName(spoken(name, heading), heading)))
    throw new Problem('asked-and-filled', heading, place);
}

/** A column that the enrichment itself fills may pass from one of its outputs to another. */
function mayGive({ id }: Enrichment, place: string): boolean {
  return place.startsWith(`${id}/`) && isTheirs(place.slice(id.length + 1));
}

function checkCells(sheet: Sheet, { headings, placed }: Top, columns: readonly number[]): void {
  for (const at of columns) {
    if (!sheet.getRange(wholeColumns(at)).canEdit())
      throw new Problem('protected', `the column “${headings[at - 1]}” on “${sheet.getName()}”`);
  }
  const arrays = arrayColumns(sheet, Math.max(...columns), headingRow(placed));
  const array = columns.find((at) => arrays.has(at));
  if (array !== undefined) throw new Problem('array-filled', headings[array - 1] ?? '');
}

/** Marks the columns, and makes sure that they are the ones that were meant: somebody may have inserted one meanwhile. */
export function bindColumns(sheet: Sheet, { e: { id, ...e }, columns }: Bound): void {
  if (columns.size === 0) return;
  const before = places(sheet);
  // Once there is a mark, only a note says which row holds the headings.
  before.settleHeadings();
  const own = ownPlaces(id, before);
  for (const [part, at] of columns) {
    if (own.get(part) === at) continue;
    if (own.has(part)) releaseColumn(sheet, id, part);
    markColumn(sheet, at, id, part);
  }
  const placed = places(sheet);
  const [now, headings] = [ownPlaces(id, placed), headingsOf(sheet, placed)];
  for (const output of outputColumns({ ...e, id })) {
    const at = now.get(outputPart(output)) ?? 0;
    if (output.fills && headings[at - 1] !== output.fills.heading) throw new Problem('kept-moving');
  }
}
