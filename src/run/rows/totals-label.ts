/** What the first cell of a row of totals says, in some languages. Pure. */

/** No company is called so, as one is called Total. */
const NO_NAME =
  'grand totals?|sub[- ]?totals?|totals|gesamtsumme|zwischensumme|insgesamt|sous-total|total g[eé]n[eé]ral|totaux|eindtotaal|sammenlagt|i alt|yhteensä|celkem|spolu|összesen|итого|всего|genel toplam|المجموع|الإجمالي|合計|小計|总计|合计|總計|합계|총계';

/** These may be names as well. */
const PLAIN =
  '(?:grand |sub[- ]?)?(?:total|sums?|summe|gesamt|somme|totale[sn]?|totali|totais|sumas?|soma|somma|totaal|totalt|summa|razem|suma|сумма|разом|усього|toplam|σύνολο|סה[״"]כ)';

const STATISTIC =
  'averages?|mean|median|durchschnitt|mittelwert|moyenne|promedio|media|média|среднее|ortalama|平均|min(?:imum)?|max(?:imum)?|count';

/** Words at the beginning of a text, as words of their own, with what may follow them. */
const called = (words: string, then = ''): RegExp =>
  new RegExp(String.raw`^(?:${words})(?![\p{L}\p{N}])${then}`, 'iu');

/** “Total (2026)” and “Total:” as well. */
const LABEL = called(`${NO_NAME}|${PLAIN}|${STATISTIC}`);

/** A year and a colon, or neither. */
const BARE = called(`${NO_NAME}|${PLAIN}`, String.raw`\s*(?:\(?\d{4}\)?)?\s*:?$`);
const CLEAR = called(NO_NAME);

/** Whether a text says that its row sums up others; a company may be called so, too. */
export function isLabel(text: string): boolean {
  return LABEL.test(text.trim());
}

/** Whether a text that is all of its row says so: nothing else is called by its words, or by a plain one with a colon; or the row stands `apart`. */
export function isBareLabel(text: string, apart: boolean): boolean {
  const label = text.trim();
  return BARE.test(label) && (apart || label.endsWith(':') || CLEAR.test(label));
}
