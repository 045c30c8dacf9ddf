/** What a person should look at in an answer that came: values that are not what their column holds, in words for its Status. */
import type { ColumnKind } from './columns';
import { USUAL_CURRENCY } from './currencies';
import type { FieldKind } from './definition';
import { webAddress } from './web-address';

interface NamedKind extends ColumnKind {
  readonly heading: string;
}

/** What is wrong with a text that stands in a column; '' where it is what the column holds. What could be typed stands there as no text. */
type Doubt = (text: string, column: ColumnKind) => string;

const NONE = '';

const DOUBTS: Readonly<Record<FieldKind, Doubt>> = {
  text: () => NONE,
  list: () => NONE,
  number: () => 'is no number',
  'whole number': () => 'is no whole number',
  percent: () => 'is no percentage',
  money: (_, { currency = USUAL_CURRENCY }) => `is no amount in ${currency}`,
  'yes/no': () => 'is neither yes nor no',
  date: () => 'is no full date from 1900 on',
  choice: (text, { choices = [] }) => (choices.includes(text) ? NONE : 'is none of the choices'),
  link: (text) => (webAddress(text.trim()) === undefined ? 'is no link' : NONE),
  'e-mail': (text) => (/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(text) ? NONE : 'is no e-mail address'),
  phone: (text) => (isPhone(text) ? NONE : 'is no phone number'),
};

/** As many digits as numbers have anywhere, with what people write between them, and an extension. */
function isPhone(text: string): boolean {
  const [, number = ''] =
    /^(\+?[\d\s().\-–/\u00a0\u202f]+?)(\s*(?:ext\.?|x|#)\s*\d{1,6})?$/i.exec(text) ?? [];
  const digits = number.replace(/\D/g, '').length;
  return digits >= 4 && digits <= 15;
}

/** “Employees is no number”; '' for a text that fits its column. */
export function doubtAbout(column: NamedKind, text: string): string {
  const doubt = DOUBTS[column.kind](text, column);
  return doubt === NONE ? NONE : `${column.heading} ${doubt}`;
}

/** The same of several columns; an undefined text stands for a value that could be typed, or none. */
export function doubtsAbout(columns: readonly NamedKind[], texts: readonly (string | undefined)[]): string {
  const doubts = columns.map((column, i) => {
    const text = texts[i];
    return text === undefined || text === '' ? NONE : doubtAbout(column, text);
  });
  return doubts.filter((doubt) => doubt !== NONE).join('; ');
}
