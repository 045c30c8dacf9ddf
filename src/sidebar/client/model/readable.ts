/**
 * A page as it reads: Markdown without its marks, as plain text that is never markup again. Pure. No pattern here looks twice at
 * the same stretch, for a page may be long and hostile.
 */
import { decoded } from '../../../enrichment/entities';

/** The text of a page that came in Markdown. */
export function readable(markdown: string): string {
  const plain = markdown.replace(/\r\n?/g, '\n').replace(/[\ue000-\uf8ff]/g, '');
  const inline = withoutLinks(shielded(withoutHidden(fenced(plain))));
  const lines = inline.split('\n').map(line);
  const text = decoded(withoutTags(withoutEmphasis(lines.join('\n'))));
  const trimmed = text.split('\n').map((each) => each.trimEnd());
  return unshielded(trimmed.join('\n').replace(/\n{3,}/g, '\n\n'))
    .replace(/^\n+/, '')
    .trimEnd();
}

/* A backtick is \x60 here: Google takes none in a page. */

/** What is said literally hides its signs in letters of no language until all else is done: those of icons, which say nothing here. */
const SHIELD = 0xe000;

function shield(text: string): string {
  return text.replace(/[!-/:-@[-\x60{-~]/g, (sign) => String.fromCharCode(SHIELD + sign.charCodeAt(0)));
}

function unshielded(text: string): string {
  return text.replace(/[\ue021-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - SHIELD));
}

/** Blocks of code are literal, and their fences go. */
function fenced(text: string): string {
  let fence = '';
  const lines = text.split('\n').map((each) => {
    const mark = /^ {0,3}(\x60{3,}|~{3,})/.exec(each)?.[1] ?? '';
    if (fence === '' && mark !== '') {
      fence = mark;
      return '';
    }
    if (fence !== '' && mark.startsWith(fence)) {
      fence = '';
      return '';
    }
    return fence === '' ? each : shield(each);
  });
  return lines.join('\n');
}

/** Comments, scripts and styles are for nobody's eyes. Written so that none of them begins in the page that holds this script. */
function withoutHidden(text: string): string {
  const commented = without(text, /[<]!--/, '-->');
  return without(without(commented, /[<]script\b/i, '</script>'), /[<]style\b/i, '</style>');
}

function without(text: string, begins: RegExp, end: string): string {
  const [first = '', ...rest] = text.split(begins);
  const kept = rest.map((each) => {
    const at = each.indexOf(end);
    return at < 0 ? each : each.slice(at + end.length);
  });
  return [first, ...kept].join('');
}

/** Code within a line is literal, and so is a sign behind a backslash. */
function shielded(text: string): string {
  return text
    .replace(/(\x60{1,2})([^\x60\n]+)\1/g, (_, __, code: string) => shield(code))
    .replace(/\\([!-/:-@[-\x60{-~])/g, (_, sign: string) => shield(sign));
}

/** Brackets, and where they lead, with what stands in brackets within that. */
const LINK = /!?\[([^[\]]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*){0,3}\)|\[[^[\]\n]*\])/g;

/** An image is what it shows, a link is its text; twice, for an image may be a link. */
function withoutLinks(text: string): string {
  return text
    .replace(LINK, '$1')
    .replace(LINK, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/g, (_, address: string) => shield(address));
}

/** One line without what makes it a heading, a quotation, an item, or a row of a table. */
function line(text: string): string {
  if (isMarkOnly(text)) return '';
  const quoted = text.replace(/^(?: {0,3}> ?)+/, '');
  const heading = /^ {0,3}#{1,6}[ \t]+/.exec(quoted);
  if (heading) return `\n${quoted.slice(heading[0].length).trimEnd().replace(/ #+$/, '')}`;
  if (quoted.trimStart().startsWith('|')) return row(quoted);
  return quoted
    .replace(/^(\s*)[-*+][ \t]+/, '$1• ')
    .replace(/^(\s*• )\[ \] /, '$1☐ ')
    .replace(/^(\s*• )\[[xX]\] /, '$1☑ ');
}

/** A line across, below a heading, or between the head and the body of a table; and where a link of another place leads. */
function isMarkOnly(text: string): boolean {
  return /^[-=*_|: \t]+$/.test(text) || /^ {0,3}\[[^[\]]+\]:\s+\S/.test(text);
}

function row(text: string): string {
  const cells = text.split('|').map((cell) => cell.trim());
  return cells.filter(Boolean).join(' · ');
}

/** Twice, for what is strong may hold something emphasised. */
function withoutEmphasis(text: string): string {
  const once = (given: string): string =>
    given
      .replace(/(\*{1,3})([^\s*](?:[^*\n]*[^\s*])?)\1/g, '$2')
      .replace(/(^|[^\p{L}\p{N}_])(_{1,3})([^\s_](?:[^_\n]*[^\s_])?)\2(?![\p{L}\p{N}_])/gmu, '$1$3')
      .replace(/~~([^~\n]+)~~/g, '$1');
  return once(once(text));
}

/** Tags of HTML go, but for the line that some of them end. */
function withoutTags(text: string): string {
  return text.replace(/<(?:br\s*\/?|\/(?:p|div|li|tr|h[1-6]))>/gi, '\n').replace(/<\/?[a-z][^<>\n]*>/gi, '');
}
