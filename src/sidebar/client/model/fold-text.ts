/** The beginning of a long text, for who wants to see at a glance whether it is the right one. Pure. */

/** How much is shown of it. */
const LINES = 8;
const CHARACTERS = 320;

/** So little more is not worth a press, in characters. */
const SLACK = 60;

/** The first lines of a text, with three dots; undefined where all of it is short. */
export function beginningOf(text: string): string | undefined {
  const lines = text.split('\n', LINES + 1);
  const first = lines.slice(0, LINES).join('\n');
  if (first.length === text.length && text.length <= CHARACTERS + SLACK) return undefined;
  const cut = first.length > CHARACTERS ? atWord(first) : first;
  return `${cut.trimEnd()} …`;
}

/** Cut behind the last whole word that fits; a word that fills half of it alone is cut, though not between the halves of a letter. */
function atWord(text: string): string {
  const head = text.slice(0, CHARACTERS);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  return space > CHARACTERS / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '');
}
