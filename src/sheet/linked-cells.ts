/** Writing cells of pages: links over the texts that were written, and, once these have landed, notes beside them. */
import { orLog } from '../enrichment/problem';
import { type Content, shownBy } from './cells';
import { type Link, Linked, noteHash, Unparsed } from './linked';
import { type Patch, type Rectangle, rectangles, stretches } from './patches';
import { richText, type Sheet } from './spreadsheet';

/** Puts links over a rectangle whose texts were just written, and texts as they are over those that cannot be: a call for each column with such cells. */
export function writeLinks(sheet: Sheet, { row, column, contents }: Rectangle): void {
  for (let c = 0; c < (contents[0]?.length ?? 0); c++) {
    const cells = contents.map((line) => line[c] ?? '');
    const first = cells.findIndex(isRich);
    if (first < 0) continue;
    const last = cells.map(isRich).lastIndexOf(true);
    const texts = cells.slice(first, last + 1).map((cell) => [richText(shownBy(cell), linksOf(cell))]);
    sheet.getRange(row + first, column + c, texts.length, 1).setRichTextValues(texts);
  }
}

function linksOf(content: Content): readonly Link[] {
  return content instanceof Linked && !('row' in content.links) ? content.links : [];
}

function isRich(content: Content): boolean {
  return content instanceof Unparsed || linksOf(content).length > 0;
}

/** The patches with the links and notes of the cells that some of theirs are copied from: two calls for each stretch of these. */
export function withCopiedLinks(sheet: Sheet, patches: readonly Patch[]): Patch[] {
  const wanted = new Map<number, Set<number>>();
  for (const { cells } of patches)
    for (const [column, content] of cells)
      if (content instanceof Linked && 'row' in content.links)
        wanted.set(column, (wanted.get(column) ?? new Set<number>()).add(content.links.row));
  if (wanted.size === 0) return [...patches];
  const seen = new Map([...wanted].map(([column, rows]) => [column, seenIn(sheet, column, [...rows])]));
  return patches.map(({ at, cells }) => ({
    at,
    cells: new Map([...cells].map(([column, content]) => [column, copied(content, seen.get(column))])),
  }));
}

/** What a cell leads to and what its note says. */
interface Seen {
  readonly text: string;
  readonly links: readonly Link[];
  readonly note: string;
}

function seenIn(sheet: Sheet, column: number, rows: readonly number[]): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (const [first, last] of stretches(rows)) {
    const range = sheet.getRange(first, column, last - first + 1, 1);
    const [texts, notes] = [range.getRichTextValues(), range.getNotes()];
    for (const [i, [text]] of texts.entries())
      if (text)
        seen.set(first + i, { text: text.getText(), links: linksIn(text), note: notes[i]?.[0] ?? '' });
  }
  return seen;
}

function linksIn(text: GoogleAppsScript.Spreadsheet.RichTextValue): Link[] {
  return text.getRuns().flatMap((run) => {
    const url = run.getLinkUrl();
    return url ? [{ start: run.getStartIndex(), end: run.getEndIndex(), url }] : [];
  });
}

/** The texts of a cell that lead somewhere, with their addresses. */
export function linksAt(sheet: Sheet, row: number, column: number): { name: string; url: string }[] {
  const { text, links } = seenIn(sheet, column, [row]).get(row) ?? { text: '', links: [] };
  return links.map(({ start, end, url }) => ({ name: text.slice(start, end), url }));
}

/** Without its links where the cell no longer holds that text, and without a note that is a person's. */
function copied(content: Content, seen: ReadonlyMap<number, Seen> | undefined): Content {
  if (!(content instanceof Linked) || !('row' in content.links)) return content;
  const { row, note } = content.links;
  const source = seen?.get(row);
  if (source?.text !== content.text) return new Linked(content.text, [], '', content.left);
  const isOurs = note !== '' && noteHash(source.note) === note;
  return new Linked(content.text, source.links, isOurs ? source.note : '', content.left);
}

/**
 * Writes the notes of what has landed: a look at those that are there, and a write, for each block of cells. Only a blank one, or one
 * that the machine left, is replaced. They are a help, and no reason to stop.
 */
export function writeNotes(sheet: Sheet, patches: readonly Patch[]): void {
  const noted = patches.flatMap(({ at, cells }) => {
    const own = [...cells].filter(([, content]) => content instanceof Linked && changesNote(content));
    return own.length > 0 ? [{ at, cells: new Map(own) }] : [];
  });
  orLog(() => {
    for (const block of rectangles(noted)) writeBlock(sheet, block);
  });
}

function changesNote({ note, left }: Linked): boolean {
  return note !== '' || left !== '';
}

function writeBlock(sheet: Sheet, { row, column, contents }: Rectangle): void {
  const range = sheet.getRange(row, column, contents.length, contents[0]?.length ?? 0);
  const now = range.getNotes();
  const wanted = contents.map((line, r) => line.map((content, c) => noteFor(content, now[r]?.[c] ?? '')));
  if (wanted.some((line, r) => line.some((note, c) => note !== now[r]?.[c]))) range.setNotes(wanted);
}

function noteFor(content: Content, now: string): string {
  if (!(content instanceof Linked)) return now;
  return now === '' || noteHash(now) === content.left ? content.note : now;
}
