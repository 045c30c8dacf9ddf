/** Texts of Linkup's own, such as error messages, as they may come in: short, and without the key, which an error may quote. */

/** Longest text of Linkup's that is kept, in characters: more than its longest documented message. */
const LONGEST = 500;

/** Shorter than any key: what is this short stands in ordinary texts too. */
const SHORTEST_SECRET = 6;

const CLEARED = '…';

/** An Authorization header, quoted: whoever's key it is. */
const BEARER = /\bBearer\s+[^\s"'<>,;\\]+/gi;

/** Takes a key out of any text that may hold it. */
export function withoutKey(text: string, key: string): string {
  return key.length < SHORTEST_SECRET || !text.includes(key) ? text : text.split(key).join(CLEARED);
}

/** A text as it may be shown and stored: without the key or any other bearer token, on one line, at most 500 characters. */
export function clearedText(text: string, key: string): string {
  const start = withoutKey(text, key).slice(0, 4 * LONGEST);
  const cleared = start.replace(BEARER, `Bearer ${CLEARED}`);
  const line = cleared.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST
    ? line
    : `${line.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}${CLEARED}`;
}
