/** Number formats in up to four sections (positive; negative; zero; text), with literals, padding and fillers, as Accounting has them. */

/** What a format makes of a value: `undefined` when it says nothing about that kind of value. */
export interface Sections {
  readonly number: readonly string[];
  /** The section for text; undefined where text is shown as it is. */
  readonly text: string | undefined;
}

/** Splits a format at the semicolons that stand outside quotes and escapes. */
export function sectionsOf(format: string): Sections {
  const sections: string[] = [];
  let open = '';
  for (const [token] of format.matchAll(/"[^"]*"|\\.|_.|\*.|[\s\S]/g)) {
    if (token === ';') {
      sections.push(open);
      open = '';
    } else open += token;
  }
  sections.push(open);
  const [only = ''] = sections;
  const ofText =
    sections.length === 4 ? sections[3] : sections.length === 1 && isText(only) ? only : undefined;
  return { number: sections.length === 1 && isText(only) ? [] : sections.slice(0, 3), text: ofText };
}

/** The tokens of one section. */
const TOKENS = /"[^"]*"|\\.|_.|\*.|@|#,##0(?:\.0+)?|[0#?]+(?:\.[0#?]+)?|[\s$€£()+/:%-]/g;

/** Whether the host can show every token of a section. */
export function isKnownSection(section: string): boolean {
  return section.replace(TOKENS, '') === '';
}

/** A section with its literals in place; `inner` shows a placeholder for the value itself, such as `@` or `#,##0.00`. */
export function fillSection(section: string, inner: (placeholder: string) => string): string {
  return section.replace(TOKENS, (token) => {
    if (token.startsWith('"')) return token.slice(1, -1);
    if (token.startsWith('\\')) return token.slice(1);
    // As wide as that character; and the filler once, for a text has no width to fill.
    if (token.startsWith('_')) return ' ';
    if (token.startsWith('*')) return token.slice(1);
    return /[@0#?]/.test(token) ? inner(token) : token;
  });
}

const isText = (section: string): boolean => section.replace(/"[^"]*"|\\./g, '').includes('@');
