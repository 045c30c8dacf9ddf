/** What cells of formulas show that have no value, in the languages that Google speaks; told from what people type. */
import type { Unknown } from '../enrichment/row-question';

/**
 * Where a text stands: in a cell with a formula or below one in its column (`computed`), to the right of one, which may have
 * filled it as well (`beside`), or where no formula can have put it (`typed`).
 */
export type Origin = 'computed' | 'beside' | 'typed';

/** What a cell shows while it computes ends in dots in every language, with marks of direction behind them in some. */
const LOADING = /(?:\.\.\.|…|⋯)[\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/;

/** Google's words before the dots, without capitals: in other words a person may well end a text of their own so. */
const LOADING_WORDS = new Set([
  ...[
    'loading',
    'wird geladen',
    'laden',
    'ladevorgang läuft',
    'chargement',
    'chargement en cours',
    'cargando',
  ],
  ...['caricamento', 'caricamento in corso', 'carregando', 'a carregar', 'bezig met laden', 'wordt geladen'],
  ...['ładowanie', 'wczytywanie', 'trwa ładowanie', 'загрузка', 'завантаження', 'yükleniyor', 'läser in'],
  ...['laddar', 'indlæser', 'laster inn', 'ladataan', 'načítání', 'načítá se', 'načítava sa', 'betöltés'],
  ...['se încarcă', 'učitavanje', 'nalaganje', 'φόρτωση', "s'està carregant", 's’està carregant', 'memuat'],
  ...['đang tải', 'جارٍ التحميل', 'جار التحميل', 'جارٍ تحميل', 'بارگیری', 'בטעינה', 'טוען', 'กำลังโหลด'],
  ...[
    'लोड हो रहा है',
    '読み込んでいます',
    '読み込み中',
    '로드 중',
    '로딩 중',
    '正在加载',
    '加载中',
    '正在載入',
    '載入中',
  ],
]);

/** Errors in any language: capitals, or letters that have none, between "#" and a mark ("#REF!", "#¿NOMBRE?", "#IMIĘ?"). */
const MARKED = /^#[\p{Lu}\p{Lo}\p{M}\p{Script=Georgian}\p{N}/_. ]+[!?]$/u;

/** Those without a mark that nobody uses for anything else. */
const NOT_AVAILABLE = new Set(['#N/A', '#N/D', '#N/B', '#I/T', '#Н/Д', '#NENÍ_K_DISPOZICI']);

/** Those that may as well be somebody's own. */
const SHORT = new Set(['#NV', '#YOK', '#HIÁNYZIK', '#NEDOSTUPNÝ', '#SAKNAS', '#PUUTTUU']);

/** Errors by their names in many languages: nobody asks about them, whoever typed them. */
const ERRORS = new Set(
  [
    ...['REF!', 'VALUE!', 'NAME?', 'DIV/0!', 'NUM!', 'NULL!', 'ERROR!', 'N/D!', 'SPILL!', 'CALC!', 'BUSY!'],
    ...['FIELD!', 'BLOCKED!', 'CONNECT!', 'UNKNOWN!', 'EXTERNAL!', 'PYTHON!', 'TIMEOUT!', 'GETTING_DATA!'],
    // German, French, Spanish, Italian, Portuguese
    ...['BEZUG!', 'WERT!', 'ZAHL!', 'FEHLER!', 'ÜBERLAUF!', 'KALK!', 'VALEUR!', 'NOM?', 'NOMBRE!', 'NUL!'],
    ...['ERREUR!', 'PROPAGATION!', 'VALOR!', 'NOMBRE?', 'NULO!', 'DESBORDAMIENTO!', 'RIF!', 'VALORE!'],
    ...['NOME?', 'NULLO!', 'ERRORE!', 'NÚM!', 'ERRO!', 'DESPEJAR!'],
    // Dutch, Swedish, Danish, Norwegian, Finnish
    ...['VERW!', 'WAARDE!', 'NAAM?', 'GETAL!', 'LEEG!', 'DEEL/0!', 'FOUT!', 'REFERENS!', 'VÄRDEFEL!'],
    ...[
      'NAMN?',
      'OGILTIGT!',
      'SKÄRNING!',
      'DIVISION/0!',
      'SAKNAS!',
      'REFERENCE!',
      'VÆRDI!',
      'NAVN?',
      'VERDI!',
    ],
    ...['VIITTAUS!', 'ARVO!', 'NIMI?', 'LUKU!', 'TYHJÄ!', 'JAKO/0!', 'PUUTTUU!'],
    // Polish, Czech, Slovak, Slovenian, Hungarian, Romanian, Turkish
    ...['ADR!', 'ARG!', 'NAZWA?', 'LICZBA!', 'ZERO!', 'DZIEL/0!', 'ODKAZ!', 'HODNOTA!', 'NÁZEV?', 'ČÍSLO!'],
    ...[
      'DĚLENÍ_NULOU!',
      'NÁZOV?',
      'NEPLATNÝ!',
      'DELENIENULOU!',
      'SKLIC!',
      'VREDN!',
      'IME?',
      'ŠTEV!',
      'DEL/0!',
    ],
    ...['HIV!', 'ÉRTÉK!', 'NÉV?', 'SZÁM!', 'NULLA!', 'ZÉRÓOSZTÓ!', 'VALOARE!', 'NUME?', 'NUMĂR!', 'NUL!'],
    ...['BAŞV!', 'DEĞER!', 'AD?', 'SAYI!', 'BOŞ!', 'SAYI/0!', 'HATA!'],
    // Russian, Ukrainian
    ...['ССЫЛКА!', 'ЗНАЧ!', 'ИМЯ?', 'ЧИСЛО!', 'ПУСТО!', 'ДЕЛ/0!', 'ОШИБКА!'],
    ...['ПОСИЛАННЯ!', 'ЗНАЧЕННЯ!', "ІМ'Я?", 'ДІЛ/0!', 'ПОМИЛКА!'],
  ].map((name) => `#${name}`),
);

/** Whether a text could be the state of a formula at all, wherever it stands. Cheap: it is asked of every cell. */
export function mayBeState(text: string): boolean {
  return text.startsWith('#') || LOADING.test(text.trimEnd());
}

/** The state that a text is of a formula; undefined for a text like any other. */
export function stateOf(text: string, origin: Origin): Unknown | undefined {
  const shown = text.trim();
  if (shown.startsWith('#')) return isError(shown.replace(/^#[¡¿]/, '#'), origin) ? 'error' : undefined;
  return isLoading(shown, origin) ? 'loading' : undefined;
}

function isError(shown: string, origin: Origin): boolean {
  if (NOT_AVAILABLE.has(shown) || ERRORS.has(shown)) return true;
  if (origin === 'typed') return false;
  return SHORT.has(shown) || (origin === 'computed' && MARKED.test(shown));
}

function isLoading(shown: string, origin: Origin): boolean {
  if (origin === 'typed' || !LOADING.test(shown)) return false;
  return origin === 'computed' || LOADING_WORDS.has(wordsOf(shown));
}

function wordsOf(shown: string): string {
  return shown
    .replace(LOADING, '')
    .replace(/[\u200e\u200f]/g, '')
    .trim()
    .toLowerCase();
}
