/** Currencies: what people and web pages call them, and how a cell shows them. */

/** Of a money field that names none. */
export const USUAL_CURRENCY = 'USD';

/** The sign that a cell shows, how many decimals, and what else an amount may be written with. Others are written with their three letters. */
const CURRENCIES: Readonly<
  Record<string, readonly [sign: string, decimals: 0 | 2, words: readonly string[]]>
> = {
  USD: ['$', 2, ['$', 'us$', 'usd$', 'dollar', 'dollars', 'us dollar', 'us dollars', 'u.s. dollars']],
  EUR: ['€', 2, ['€', 'euro', 'euros']],
  GBP: ['£', 2, ['£', 'pound', 'pounds', 'pounds sterling']],
  JPY: ['¥', 0, ['yen', 'japanese yen', 'jp¥']],
  CNY: ['CN¥', 2, ['yuan', 'renminbi', 'rmb', 'cn¥']],
  INR: ['₹', 2, ['₹', 'rs', 'rs.', 'rupee', 'rupees', 'indian rupees']],
  KRW: ['₩', 0, ['₩', 'won', 'south korean won']],
  CHF: ['CHF ', 2, ['fr.', 'sfr.', 'swiss franc', 'swiss francs']],
  CAD: ['CA$', 2, ['ca$', 'c$', 'canadian dollars']],
  AUD: ['A$', 2, ['a$', 'au$', 'australian dollars']],
  BRL: ['R$', 2, ['r$', 'reais']],
};

/** Whether what stands beside an amount means a currency. “¥” alone is two, and means either. */
export function isCurrency(written: string, code: string): boolean {
  const word = written.trim().toLowerCase();
  if (word === code.toLowerCase()) return true;
  if (word === '¥') return code === 'JPY' || code === 'CNY';
  return CURRENCIES[code]?.[2].includes(word) ?? false;
}

/** How a cell shows an amount of a currency: Google's number format. */
export function moneyFormat(code: string): string {
  const [sign, decimals] = CURRENCIES[code] ?? [`${code} `, 2];
  return `"${sign}"#,##0${decimals === 0 ? '' : '.00'}`;
}
