/** SpreadsheetApp.RichTextValue and its builder: text with links. Text styles are not modelled. */
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import type { Cell, Link } from '../model/cell';
import { Handles, handle, service } from '../service';

type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;
type Builder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;

/** What is behind a rich text handle. */
export interface RichTextData {
  /** Where it begins in the text of its cell: 0 unless it is a run of it. */
  readonly start?: number;
  readonly text: string;
  readonly links: readonly Link[];
}

/** What is behind the handles that scripts pass back. */
export const richTexts = new Handles<RichTextData>();

/** The text of a cell with its links; null for numbers, dates and formulas, as Google does. */
export function richTextOf(run: Execution, cell: Cell | undefined): RichText | null {
  if (cell?.value === undefined) return richText(run, { text: '', links: [] });
  return typeof cell.value === 'string' && cell.formula === undefined
    ? richText(run, { text: cell.value, links: linksOf(run, cell, cell.value) })
    : null;
}

function linksOf(run: Execution, { chip, links }: Cell, text: string): readonly Link[] {
  const isTold = chip !== undefined && run.state.knobs.chipLinks === 'told';
  return isTold ? [{ start: 0, end: text.length, url: chip }] : links;
}

function richText(run: Execution, data: RichTextData): RichText {
  const { text, links, start: begins = 0 } = data;
  const linkAt = (start: number, end: number) =>
    links.find((link) => link.start <= start && end <= link.end)?.url ?? null;
  const self = service<RichText>(run, 'SpreadsheetApp.RichTextValue', {
    getText: handle('', () => text),
    getLinkUrl: handle('; int, int', (start?: number, end?: number) =>
      linkAt(start ?? 0, end ?? text.length),
    ),
    getStartIndex: handle('', () => begins),
    getEndIndex: handle('', () => begins + text.length),
    getRuns: handle('', () => runsOf(data).map((part) => richText(run, part))),
  });
  return richTexts.set(self, data);
}

/** Stretches of text with one link or none each. */
function runsOf({ text, links }: RichTextData): RichTextData[] {
  const cuts = [...new Set([0, text.length, ...links.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    const link = links.find((one) => one.start <= start && end <= one.end);
    return {
      start,
      text: text.slice(start, end),
      links: link ? [{ start: 0, end: end - start, url: link.url }] : [],
    };
  });
}

/** `SpreadsheetApp.newRichTextValue()`. */
export function richTextBuilder(run: Execution): Builder {
  let text = '';
  let links: Link[] = [];
  const setLinkUrl = (...args: unknown[]): Builder => {
    const [start, end, url] = args.length === 1 ? [0, text.length, args[0]] : args;
    const from = Number(start);
    const to = Number(end);
    if (from < 0 || to > text.length || from >= to) throw new ServiceError('Illegal argument.');
    if (url !== null && !/^(https?:|mailto:|#)\S+$/.test(String(url)))
      throw new ServiceError(`Invalid argument: ${url}`);
    links = links.filter((link) => link.end <= from || to <= link.start);
    if (url !== null) links.push({ start: from, end: to, url: String(url) });
    return self;
  };
  const self: Builder = service<Builder>(run, 'SpreadsheetApp.RichTextValueBuilder', {
    setText: handle('string', (value: string) => {
      text = value;
      links = [];
      return self;
    }),
    setLinkUrl: handle('string|null; int, int, string|null', setLinkUrl),
    build: handle('', () => richText(run, { text, links: [...links] })),
  });
  return self;
}
