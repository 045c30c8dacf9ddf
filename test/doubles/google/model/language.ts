/** Google speaks the person's language, in its exceptions and in what formulas show: here English, French and German. */

/** A language that the host speaks. */
export type Language = 'en' | 'fr' | 'de';

/** Canonical English texts of formulas without a value, with their French and German ones. Newer errors are shown alike everywhere. */
const SHOWN: Readonly<Record<string, Readonly<Record<'fr' | 'de', string>>>> = {
  'Loading...': { fr: 'Chargement...', de: 'Wird geladen...' },
  '#N/A': { fr: '#N/A', de: '#NV' },
  '#REF!': { fr: '#REF!', de: '#BEZUG!' },
  '#VALUE!': { fr: '#VALEUR!', de: '#WERT!' },
  '#NAME?': { fr: '#NOM?', de: '#NAME?' },
  '#NUM!': { fr: '#NOMBRE!', de: '#ZAHL!' },
  '#NULL!': { fr: '#NUL!', de: '#NULL!' },
  '#ERROR!': { fr: '#ERREUR!', de: '#FEHLER!' },
};

/** What a computed text looks like in a language; anything that is no state of a formula stays as it is. */
export function shownIn(language: Language, computed: string): string {
  return language === 'en' ? computed : (SHOWN[computed]?.[language] ?? computed);
}
