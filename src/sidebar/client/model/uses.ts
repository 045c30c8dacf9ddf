/** Which columns of other enrichments one uses, in its question or its “Only if”: found by what they are called now, as they are shown. Pure. */
import { unlessProblem } from '../../../enrichment/problem';
import { resolveColumns } from '../../../enrichment/template';
import type { Saved, Start } from '../../protocol';
import { namesIn } from './look';

/** A column that an enrichment uses, and the one that fills it. */
export interface Used {
  readonly column: string;
  /** What the enrichment is called. */
  readonly by: string;
}

/** Those of one enrichment; none while its columns cannot be told. */
export function usedBy(
  { id, template, onlyIf }: Pick<Saved, 'id' | 'template' | 'onlyIf'>,
  { headings, enrichments }: Pick<Start, 'headings' | 'enrichments'>,
): Used[] {
  const others = enrichments.filter((each) => each.id !== id);
  const named = onlyIf ? [...namesIn(template), onlyIf.column] : namesIn(template);
  const used = new Set(named.flatMap((name) => meantBy(name, headings)));
  return [...used].flatMap((column) => {
    const source = others.find(({ outputs }) => outputs.includes(column));
    return source ? [{ column, by: source.name }] : [];
  });
}

/** The heading that a name means, whatever liberties it takes with it; none where that cannot be told. */
export function meantBy(name: string, headings: readonly string[]): string[] {
  return (
    unlessProblem(() => [...resolveColumns([name], headings).values()].map((at) => headings[at] ?? '')) ?? []
  );
}

/** Website of “Find the website”; '' where it uses the person's own columns alone. */
export function usesInWords(used: readonly Used[]): string {
  return used.map(({ column, by }) => `${column} of “${by}”`).join(', ');
}

/** The enrichments of a sheet, each behind those that it uses; what goes round in a circle stands last. */
export function inOrder(start: Pick<Start, 'headings' | 'enrichments'>): Saved[] {
  const placed: Saved[] = [];
  let rest = [...start.enrichments];
  while (rest.length > 0) {
    const names = rest.map(({ name }) => name);
    const isReady = (saved: Saved): boolean => usedBy(saved, start).every(({ by }) => !names.includes(by));
    const next = rest.filter(isReady);
    placed.push(...(next.length > 0 ? next : rest));
    rest = next.length > 0 ? rest.filter((saved) => !next.includes(saved)) : [];
  }
  return placed;
}
