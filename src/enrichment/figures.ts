/** Figures as people and web pages write them. Whatever could be read in two ways is none. */

/** Digits that a number keeps: of more, such as those of an account, the last would be others. */
const MOST_DIGITS = 15;

/** Words that mean the same beside any figure. */
const WORDS: readonly (readonly [zeros: number, form: RegExp])[] = [
  [3, /^(thousand|tausend|mille)$/i],
  [6, /^(millions?|millionen|mio\.?)$/i],
  [9, /^(billion|milliarden?|milliards?|mrd\.?)$/i],
  [12, /^trillion$/i],
];

/** Letters that do so beside money only: “5 m” may be metres. */
const LETTERS: readonly (readonly [zeros: number, form: RegExp])[] = [
  [3, /^k$/i],
  [6, /^(m|mn|mm|mln)$/i],
  [9, /^(b|bn|bln)$/i],
  [12, /^(t|tn|trn)$/i],
];

/** The number that a text is: “1,234”, “12,5”, “12,5 %”, “5 million”. */
export function figureIn(text: string): number | undefined {
  const percent = percentIn(text);
  if (percent !== undefined) return percent;
  const [digits, rest] = apart(text.trim());
  return digits === undefined ? undefined : scaled(digits, rest, WORDS);
}

/** The share that a text names in percent: 0.125 for “12,5 %”. */
export function percentIn(text: string): number | undefined {
  const [digits, rest] = apart(text.trim());
  return digits === undefined || !/^(%|per ?cent)$/i.test(rest) ? undefined : Number(`${digits}e-2`);
}

/** An amount, with the words or signs that stand before and behind it: “$5M”, “5 Mio. €”, “-USD 5,000”. */
export function amountIn(text: string): { readonly number: number; readonly beside: string[] } | undefined {
  const [, sign = '', before = '', after = ''] =
    /^([-−+]?)\s*([^\d\s+−-]*)\s*(.*)$/su.exec(text.trim()) ?? [];
  const [digits, rest] = apart(`${sign}${after}`);
  if (digits === undefined) return undefined;
  const parts = /^([a-z]+\.?)?(?![a-z])\s*(.*)$/is.exec(rest);
  const [unit = '', behind = ''] = [parts?.[1], parts?.[2]];
  const number = scaled(digits, unit, [...WORDS, ...LETTERS]);
  // What is no unit belongs to the currency: “5 euros”.
  if (unit === '' || number === undefined) return found(scaled(digits, '', []), [before, rest]);
  return found(number, [before, behind]);
}

function found(number: number | undefined, beside: readonly string[]) {
  const said = beside.map((each) => each.trim()).filter(Boolean);
  return number === undefined ? undefined : { number, beside: said };
}

/** The digits that a text begins with, as the language writes them, and what follows them. */
function apart(text: string): [digits: string | undefined, rest: string] {
  const [, sign = '', figure = '', rest = ''] =
    /^([-−+]?)\s*(\d(?:[\d.,'’]|[ \u00a0\u202f](?=\d))*)\s*(.*)$/su.exec(text) ?? [];
  const plain = plainDigits(figure);
  if (plain === undefined || plain.replace(/^0+|\D/g, '').length > MOST_DIGITS) return [undefined, rest];
  return [`${sign === '−' ? '-' : sign}${plain}`, rest];
}

/** Digits with a point, of groups of three or of none. One point before three digits is a point; one comma before them is none, unless a zero leads. */
function plainDigits(figure: string): string | undefined {
  if (/^\d+(\.\d+)?$/.test(figure)) return figure;
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(figure)) return figure.replace(/,/g, '');
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?$|^[1-9]\d{0,2}\.\d{3},\d+$/.test(figure))
    return figure.replace(/\./g, '').replace(',', '.');
  if (/^[1-9]\d{0,2}([ \u00a0\u202f'’]\d{3})+([.,]\d+)?$/.test(figure))
    return figure.replace(/[^\d.,]/g, '').replace(',', '.');
  return /^\d+,\d+$/.test(figure) ? figure.replace(',', '.') : undefined;
}

function scaled(
  digits: string,
  unit: string,
  units: readonly (readonly [number, RegExp])[],
): number | undefined {
  const zeros = unit === '' ? 0 : units.find(([, form]) => form.test(unit))?.[0];
  return zeros === undefined ? undefined : Number(`${digits}e${zeros}`);
}
