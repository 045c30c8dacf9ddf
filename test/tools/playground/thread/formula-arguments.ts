/** What a formula that calls a function of the script passes it: texts, numbers and cells, joined by “&”; or a block of cells. Nothing else is computed here. */

/** How a reference becomes what Google passes for it. Throws where there is no such range. */
type Read = (a1: string) => unknown;

/** The arguments of a call such as `=LINKUP("Who founded " & A2 & "?", "fast")`; undefined for a formula that is no such call, or computes more. */
export function argumentsIn(formula: string, fn: string, read: Read): unknown[] | undefined {
  const [, inside] = new RegExp(`^=\\s*${fn}\\s*\\(([\\s\\S]*)\\)\\s*$`, 'i').exec(formula) ?? [];
  if (inside === undefined) return undefined;
  if (inside.trim() === '') return [];
  const parts = split(inside, /[,;]/).map((part) => joined(split(part, /&/), read));
  return parts.every((part) => part !== undefined) ? parts.map(({ value }) => value) : undefined;
}

/** Cut at a sign wherever it stands in no text. */
function split(text: string, at: RegExp): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && at.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

interface Known {
  readonly value: unknown;
}

function joined(terms: readonly string[], read: Read): Known | undefined {
  const known = terms.map((term) => termIn(term, read));
  if (known.length === 1) return known[0];
  const texts = known.map((each) => (each && !Array.isArray(each.value) ? String(each.value) : undefined));
  return texts.every((text) => text !== undefined) ? { value: texts.join('') } : undefined;
}

function termIn(term: string, read: Read): Known | undefined {
  if (term === '') return { value: '' };
  const [, text] = /^"((?:[^"]|"")*)"$/.exec(term) ?? [];
  if (text !== undefined) return { value: text.replace(/""/g, '"') };
  if (/^-?\d+(\.\d+)?$/.test(term)) return { value: Number(term) };
  return /^\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/i.test(term) ? { value: read(term) } : undefined;
}
