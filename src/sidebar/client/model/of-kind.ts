/** What goes with some kinds of field, as the page edits it: the choices of a choice, the currency of money. Pure. */
import { choicesOfField, distinct } from '../../../enrichment/choices';
import { USUAL_CURRENCY } from '../../../enrichment/currencies';
import type { Field } from '../../../enrichment/definition';

/** The currencies that are offered: most of the world's trade. One that was saved otherwise is offered too. */
const CURRENCIES =
  'USD EUR GBP JPY CNY AUD CAD CHF INR KRW BRL MXN SEK NOK DKK PLN CZK HUF RON TRY ILS AED SAR ZAR NGN EGP SGD HKD TWD THB IDR MYR PHP VND NZD'.split(
    ' ',
  );

/** The codes to choose a field's currency from. */
export function currenciesFor({ currency = USUAL_CURRENCY }: Pick<Field, 'currency'>): readonly string[] {
  return CURRENCIES.includes(currency) ? CURRENCIES : [...CURRENCIES, currency];
}

/** What the box for choices holds, a line each; of a field that has none, those that its description lists. */
export function choicesText(field: Pick<Field, 'choices' | 'description'>): string {
  if (field.choices) return field.choices.join('\n');
  const listed = choicesOfField(field);
  return listed.length > 1 ? listed.join('\n') : '';
}

/** The lines of the box as they are: a blank one may be about to be filled. */
export function choicesTyped(text: string): readonly string[] {
  return text.split('\n');
}

/** What a box's lines mean: a choice each, or several on one line with commas or semicolons between them. */
export function choicesMeant(lines: readonly string[]): string[] {
  const [line = '', ...more] = distinct(lines);
  if (more.length > 0) return distinct(lines);
  return distinct(line.split(line.includes(';') ? ';' : ','));
}
