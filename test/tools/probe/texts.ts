/** The query by which normalising shows: letters taken apart into letter and accent (NFD), two blanks, and one at the end. */

/** As it is sent. */
export const TAKEN_APART = 'What is  the capital of São Tomé and Príncipe? '.normalize('NFD');

/** In NFC with single blanks. */
export const PUT_TOGETHER = TAKEN_APART.normalize('NFC').replace(/\s+/g, ' ').trim();

/** As nothing but the words that are searched for. */
export const SEARCH_WORDS = PUT_TOGETHER.toLowerCase().replace(/[?!.,]/g, '');
