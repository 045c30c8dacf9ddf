/** What a script holds before it is pushed to: pushing replaces all of its files, so nothing of anybody else's may be among them. */
/** A file of a script, as clasp pulls it. */
export interface HeldFile {
  readonly name: string;
  readonly text: string;
}

/** How the bundle begins, below its licence, and ends (build.mjs): all between is indented. */
const BEGINNING = /^(\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)?"use strict";\nvar enrichWithLinkup = \(\(\) => \{\n/;
const END = '\n})();\n';

/** A function that only calls the bundle, with its comment. */
const STUB =
  /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?function (\w+)\([\w, .]*\) \{\n {2}return enrichWithLinkup\.\2\([\w, .]*\);\n\}\n/g;

/** Words that stand in our page whatever else changes. */
const PAGE = 'sidebarCall';

/** The names of those files that are neither the add-on's, nor what Google puts into a new script. */
export function strangersIn(files: readonly HeldFile[]): string[] {
  return files.filter((file) => !isOurs(file)).map(({ name }) => name);
}

function isOurs({ name, text }: HeldFile): boolean {
  if (name === 'appsscript.json') return true; // Each script has one, and it holds no work.
  if (name === 'Sidebar.html') return text.includes(PAGE);
  // Whatever it is called: the editor names the first one in the person's language.
  return name.endsWith('.js') && (isNew(text) || isBundle(text));
}

/** Empty, or the empty function with which the editor greets. */
function isNew(text: string): boolean {
  return /^\s*(function myFunction\(\)\s*\{\s*\})?\s*$/.test(text);
}

/** The bundle and its stubs, and no line of anybody else's above, between or below them. */
function isBundle(source: string): boolean {
  const text = `${source.replaceAll('\r\n', '\n')}\n`;
  const end = text.indexOf(END);
  if (!BEGINNING.test(text) || end < 0) return false;
  return (
    text
      .slice(end + END.length)
      .replace(STUB, '')
      .trim() === ''
  );
}
