/** The enrichments of a sheet as a chain sees them: what each may name, and where its answers stand. */
import { type Member, type Uses, usesAmong } from '../enrichment/chain';
import { outputColumns } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { headingsToAsk, outputAt, type Top } from './layout';

/** One of them, on a sheet as it was read. */
export function memberOf(e: Enrichment, { headings, placed }: Top): Member {
  const at = outputColumns(e).map((output) => outputAt(e, output, placed));
  const fills = at.filter((column) => column > 0).map((column) => column - 1);
  return { e, headings: headingsToAsk(e, headings, placed), fills };
}

/** What the columns of its answers are called now. */
export function outputHeadings(e: Enrichment, top: Top): string[] {
  return memberOf(e, top).fills.map((at) => top.headings[at] ?? '');
}

/** What uses what among enrichments of a sheet. */
export function usesOn(all: readonly Enrichment[], top: Top): Uses {
  return usesAmong(all.map((e) => memberOf(e, top)));
}
