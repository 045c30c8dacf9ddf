/** What a cell of pages is given: their titles a line each, each a link, and what they say in the cell's note. Pure. */
import type { Found } from '../enrichment/answer';
import { cut } from './cut';
import { hashOfCell } from './written';

/** A stretch of a cell's text that leads somewhere; `end` is not part of it. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** A cell of the same column, from which links and note are taken at the moment of writing. */
export interface TakenFrom {
  /** From 1. */
  readonly row: number;
  /** The hash of the note that the machine left there; any other stays a person's. */
  readonly note: string;
}

/** A text with links and a note. It reads like the plain text, by which cells are compared. */
export class Linked {
  /** `left` is the hash of the note that the machine left in the cell before: no other note is ever replaced. */
  constructor(
    readonly text: string,
    readonly links: readonly Link[] | TakenFrom,
    readonly note: string,
    readonly left: string,
  ) {}

  /** The same for a cell in which the machine has left a note. */
  over(left: string): Linked {
    return new Linked(this.text, this.links, this.note, left);
  }
}

/** A text for a cell that keeps the apostrophe behind which texts are written: it goes in as a text with links does, which is never parsed. */
export class Unparsed extends Linked {
  constructor(text: string) {
    super(text, [], '', '');
  }
}

/** Longest note, in characters. Google documents no limit; nobody reads more beside a cell. */
const MAX_NOTE = 2_000;

/** Only these lead somewhere: `javascript:` in a link would be a script. */
const LINK = /^https?:\/\/\S{1,2000}$/i;

/** The text of a cell of pages: a title each, or the address of one that has none. */
export function textOfPages(pages: readonly Found[]): string {
  return cut(pages.map(titleOf).join('\n'));
}

function titleOf({ title, url }: Found): string {
  return title || url;
}

/** The content of such a cell. */
export function linkedTo(pages: readonly Found[]): Linked {
  const text = textOfPages(pages);
  const links: Link[] = [];
  let start = 0;
  for (const page of pages) {
    const end = start + titleOf(page).length;
    if (LINK.test(page.url) && end > start && end <= text.length) links.push({ start, end, url: page.url });
    start = end + 1;
  }
  return new Linked(text, links, noteOfPages(pages), '');
}

/** What they say, under their titles; '' where none of them says anything. */
function noteOfPages(pages: readonly Found[]): string {
  const said = pages.flatMap((page) => (page.excerpt ? [`${titleOf(page)}\n${page.excerpt}`] : []));
  let note = '';
  for (const each of said) {
    const longer = note === '' ? each : `${note}\n\n${each}`;
    if (longer.length > MAX_NOTE) break;
    note = longer;
  }
  return note;
}

/** The short hash by which a State knows the note that was left; '' for none. */
export function noteHash(note: string): string {
  return note === '' ? '' : hashOfCell(note);
}

/** The content of a cell that is copied from another of its column. */
export function linkedAgain(text: string, from: TakenFrom): Linked {
  return new Linked(text, from, '', '');
}

/** Any content for a cell of pages in which the machine has left a note: that goes with what it spoke of. */
export function withNote<T>(content: T, left: string): T | Linked {
  if (content instanceof Linked) return content.over(left);
  if (left === '') return content;
  return new Linked(typeof content === 'string' ? content.replace(/^'/, '') : '', [], '', left);
}

/** The hash of the note that stands beside a content once it is written. */
export function noteAfter(content: unknown): string {
  if (!(content instanceof Linked)) return '';
  return 'row' in content.links ? content.links.note : noteHash(content.note);
}
