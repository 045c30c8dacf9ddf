/** Writing: many small changes become few rectangles, one setValues each, and one call more where texts are links. Nothing is written between them. */
import { asTextContent, type Content, Picture } from './cells';
import { Linked } from './linked';
import { writeLinks } from './linked-cells';
import { type Patch, rectangles } from './patches';
import type { Sheet } from './spreadsheet';

/** Writes patches; real only after the next flush. */
export function writePatches(sheet: Sheet, patches: readonly Patch[]): void {
  for (const rectangle of rectangles(patches)) {
    const { row, column, contents } = rectangle;
    sheet
      .getRange(row, column, contents.length, contents[0]?.length ?? 0)
      .setValues(contents.map((line) => line.map(plain)));
    writeLinks(sheet, rectangle);
  }
}

function plain(content: Content): unknown {
  if (content instanceof Linked) return asTextContent(content.text);
  return content instanceof Picture ? content.held : content;
}
