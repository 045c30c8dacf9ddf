/** Writing: many small changes become few rectangles, one setValues each, and one call more where texts are links or numbers percentages. Nothing is written between them. */
import { asTextContent, type Content, Formatted, Picture } from './cells';
import { Linked } from './linked';
import { writeLinks } from './linked-cells';
import { type Patch, type Rectangle, rectangles } from './patches';
import type { Sheet } from './spreadsheet';

/** Writes patches; real only after the next flush. The blocks of the columns that are named `first` go out before all others, and in their order. */
export function writePatches(sheet: Sheet, patches: readonly Patch[], first: readonly number[] = []): void {
  for (const rectangle of inOrder(rectangles(patches), first)) {
    const { row, column, contents } = rectangle;
    sheet
      .getRange(row, column, contents.length, contents[0]?.length ?? 0)
      .setValues(contents.map((line) => line.map(plain)));
    writeLinks(sheet, rectangle);
  }
  writeFormats(sheet, patches);
}

function inOrder(blocks: readonly Rectangle[], first: readonly number[]): readonly Rectangle[] {
  const rank = ({ column, contents }: Rectangle): number => {
    const end = column + (contents[0]?.length ?? 0);
    const held = first.map((each, i) => (each >= column && each < end ? i : -1));
    const last = Math.max(-1, ...held);
    return last < 0 ? first.length : last;
  };
  return first.length === 0 ? blocks : [...blocks].sort((a, b) => rank(a) - rank(b));
}

function plain(content: Content): unknown {
  if (content instanceof Linked) return asTextContent(content.text);
  if (content instanceof Formatted) return plain(content.content);
  return content instanceof Picture ? content.held : content;
}

/** Seldom any: a call for each block of cells that is to look the same. */
function writeFormats(sheet: Sheet, patches: readonly Patch[]): void {
  const byFormat = new Map<string, Patch[]>();
  for (const { at, cells } of patches) {
    const dressed = [...cells].filter(([, content]) => content instanceof Formatted);
    for (const format of new Set(dressed.map(([, content]) => formatOf(content)))) {
      const alike = new Map(dressed.filter(([, content]) => formatOf(content) === format));
      byFormat.set(format, [...(byFormat.get(format) ?? []), { at, cells: alike }]);
    }
  }
  for (const [format, alike] of byFormat)
    for (const { row, column, contents } of rectangles(alike))
      sheet.getRange(row, column, contents.length, contents[0]?.length ?? 0).setNumberFormat(format);
}

function formatOf(content: Content): string {
  return content instanceof Formatted ? content.format : '';
}
