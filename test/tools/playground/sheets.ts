/** Sheets put together from their news: by the server for whoever asks, and by the page for the grid. */
import type { SheetNews, ShownSheet } from './wire';

/** A sheet after its news. Rows that did not change stay the same objects, and so do all of them when none did. */
export function withNews(before: readonly ShownSheet[], news: SheetNews): ShownSheet {
  const { height, rows: changed, ...sheet } = news;
  const known = before.find(({ id }) => id === news.id)?.rows ?? [];
  if (changed.length === 0 && known.length === height) return { ...sheet, rows: known };
  const rows = known.slice(0, height);
  for (const [index, cells] of changed) rows[index] = cells;
  return { ...sheet, rows };
}
