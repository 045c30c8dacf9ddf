/** Chains: which enrichments of a sheet use columns that others fill, in what order they are asked, and what goes round in a circle. Pure. */
import { headingOf, outputColumns } from './columns';
import type { Enrichment } from './definition';
import { unlessProblem } from './problem';
import { columnsNamed, parseTemplate, resolveColumns } from './template';

/** An enrichment with the columns that it may name, '' where one is its own, and where its answers stand among them, from 0. */
export interface Member {
  readonly e: Enrichment;
  readonly headings: readonly string[];
  readonly fills: readonly number[];
}

/** By enrichment, the ids of those whose answers it uses, in its question or in its “Only if”. */
export type Uses = ReadonlyMap<string, readonly string[]>;

/** What uses what among the enrichments of one sheet. */
export function usesAmong(members: readonly Member[]): Uses {
  return new Map(
    members.map((member) => {
      const named = new Set(placesNamed(member));
      const used = members.filter(
        ({ e, fills }) => e.id !== member.e.id && fills.some((at) => named.has(at)),
      );
      return [member.e.id, used.map(({ e }) => e.id)];
    }),
  );
}

/** The columns, from 0, that a question and its condition name. What is not there, or may be several, is for others to refuse. */
function placesNamed({ e, headings }: Member): number[] {
  const inQuestion = unlessProblem(() => columnsNamed(parseTemplate(e.template))) ?? [];
  const names = e.onlyIf ? [...inQuestion, e.onlyIf.column] : inQuestion;
  return names.flatMap((name) => {
    const at = unlessProblem(() => resolveColumns([name], headings))?.get(name);
    return at === undefined ? [] : [at];
  });
}

/** Those that come before an enrichment, however far, each behind what it uses itself. */
export function before(id: string, uses: Uses): string[] {
  const found: string[] = [];
  const seen = new Set([id]);
  const visit = (one: string): void => {
    for (const used of uses.get(one) ?? []) {
      if (seen.has(used)) continue;
      seen.add(used);
      visit(used);
      found.push(used);
    }
  };
  visit(id);
  return found;
}

/** All of them, each behind what it uses; else in their own order. What goes round in a circle stands where it is met first. */
export function inOrder<T extends Pick<Enrichment, 'id'>>(all: readonly T[], uses: Uses): T[] {
  const ids = [...new Set(all.flatMap(({ id }) => [...before(id, uses), id]))];
  return ids.flatMap((id) => all.filter((each) => each.id === id));
}

/** The ids that an enrichment leads round to itself by, from it to the one that uses it; undefined where it does not. */
export function circleFrom(id: string, uses: Uses): string[] | undefined {
  const seen = new Set<string>();
  const lead = (one: string): string[] | undefined => {
    const used = uses.get(one) ?? [];
    if (used.includes(id)) return [one];
    for (const next of used) {
      if (seen.has(next)) continue;
      seen.add(next);
      const rest = lead(next);
      if (rest) return [one, ...rest];
    }
    return undefined;
  };
  return lead(id);
}

/** The headings that the answers of an enrichment will stand under, by slot: as its columns are called when they are made, or were when they were chosen. */
export function headingsBySlot(e: Enrichment): ReadonlyMap<string, string> {
  return new Map(outputColumns(e).map((output) => [output.slot, headingOf(output)]));
}
