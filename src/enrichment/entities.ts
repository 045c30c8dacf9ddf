/** Signs that HTML writes by name or number, as the signs they are. Pure. */

/** The few that texts are full of; any other name stays as it is. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    times: '×',
    euro: '€',
    pound: '£',
    copy: '©',
    reg: '®',
    trade: '™',
  }),
);

/** Decoded once: what then looks like an entity was meant to be read so. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, ten, sixteen, name) => {
    if (name) return NAMED.get(String(name).toLowerCase()) ?? whole;
    return signOf(ten ? Number(ten) : Number.parseInt(String(sixteen), 16)) ?? whole;
  });
}

/** Not those that no text has: halves of letters, and what steers a terminal. */
function signOf(code: number): string | undefined {
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return code === 160 ? ' ' : String.fromCodePoint(code);
}
