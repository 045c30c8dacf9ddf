/** Google speaks the person's language, in its exceptions and in what formulas show. */

/** A language that the host speaks. */
export type Language = 'en' | (typeof OTHERS)[number];

const OTHERS = ['fr', 'de', 'es', 'it', 'pt', 'ar'] as const;

/**
 * Canonical English texts of formulas without a value, and what they are in the other languages, in their order. Errors are those
 * of spreadsheets in these languages (the lists of open implementations agree); the texts for loading are assumed. Arabic has
 * English errors and right-to-left marks around its own words. Newer errors are shown alike everywhere.
 */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'Loading...': [
    'Chargement...',
    'Wird geladen…',
    'Cargando...',
    'Caricamento in corso...',
    'Carregando...',
    '\u200fجارٍ التحميل...\u200f',
  ],
  '#N/A': ['#N/A', '#NV', '#N/A', '#N/D', '#N/D', '#N/A'],
  '#REF!': ['#REF!', '#BEZUG!', '#¡REF!', '#RIF!', '#REF!', '#REF!'],
  '#VALUE!': ['#VALEUR!', '#WERT!', '#¡VALOR!', '#VALORE!', '#VALOR!', '#VALUE!'],
  '#NAME?': ['#NOM?', '#NAME?', '#¿NOMBRE?', '#NOME?', '#NOME?', '#NAME?'],
  '#DIV/0!': ['#DIV/0!', '#DIV/0!', '#¡DIV/0!', '#DIV/0!', '#DIV/0!', '#DIV/0!'],
  '#NUM!': ['#NOMBRE!', '#ZAHL!', '#¡NUM!', '#NUM!', '#NÚM!', '#NUM!'],
  '#NULL!': ['#NUL!', '#NULL!', '#¡NULO!', '#NULLO!', '#NULO!', '#NULL!'],
  '#ERROR!': ['#ERREUR!', '#FEHLER!', '#ERROR!', '#ERRORE!', '#ERRO!', '#ERROR!'],
};

/** What a computed text looks like in a language; anything that is no state of a formula stays as it is. */
export function shownIn(language: Language, computed: string): string {
  return language === 'en' ? computed : (SHOWN[computed]?.[OTHERS.indexOf(language)] ?? computed);
}
