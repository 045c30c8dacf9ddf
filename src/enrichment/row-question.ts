/** What one row asks: the template filled from its cells, or the reason why it cannot ask anything. */
import type { Enrichment } from './definition';
import { fingerprinter } from './fingerprint';
import { columnsNamed, fill, parseTemplate, resolveColumns } from './template';
import { webAddress } from './web-address';

/** Longest question we send, in characters. Linkup documents no limit; beyond this a cell holds a document, not a name. */
export const MAX_QUESTION = 10_000;

/** Why a row asks nothing. */
export type Blocker = 'blank' | 'error' | 'loading' | 'too-long' | 'no-url';

/** A row's present question, or what stands in its way and in which column. */
export type RowQuestion =
  | { readonly text: string; readonly fingerprint: string }
  | { readonly blocker: Blocker; readonly column: string };

/** Sheets shows errors as these texts; a cell that is still computing shows "Loading...". */
const ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/;
const LOADING = /^Loading(\.\.\.|…)$/;

/** Reads rows for one enrichment. `headings` is row 1, blank where a placeholder must not look; the cells given later are the row's displayed texts, by column. */
export function rowReader(
  e: Enrichment,
  headings: readonly string[],
): (cells: readonly string[]) => RowQuestion {
  const parts = parseTemplate(e.template);
  const columns = [...resolveColumns(columnsNamed(parts), headings)];
  const positions = new Map(columns);
  const print = fingerprinter(e);
  return (cells) => {
    for (const [column, at] of columns) {
      const blocker = blockerIn(cells[at] ?? '');
      if (blocker) return { blocker, column };
    }
    const filled = fill(parts, (column) => (cells[positions.get(column) ?? -1] ?? '').trim());
    const text = e.type === 'fetch' ? webAddress(filled) : filled;
    if (text === undefined) return { blocker: 'no-url', column: columns[0]?.[0] ?? '' };
    if (text.length > MAX_QUESTION) return { blocker: 'too-long', column: longest(columns, cells) };
    return { text, fingerprint: print(text) };
  };
}

function blockerIn(cell: string): Blocker | undefined {
  const text = cell.trim();
  if (!text) return 'blank';
  if (ERROR.test(text)) return 'error';
  return LOADING.test(text) ? 'loading' : undefined;
}

function longest(columns: readonly (readonly [string, number])[], cells: readonly string[]): string {
  const byLength = [...columns].sort(([, a], [, b]) => (cells[b] ?? '').length - (cells[a] ?? '').length);
  return byLength[0]?.[0] ?? '';
}
