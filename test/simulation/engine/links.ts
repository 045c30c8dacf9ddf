/** Enrichments that use the answers of others: each asks with a column that another one fills, as later links of a chain do. */
import { type Enrichment, single } from './enrichment-types';

/** By name, for a sheet. */
export const LINKS = {
  /** A search with the day that the facts give; of every seventh thing they give none. */
  follow: (sheet: number): Enrichment =>
    single('follow', 'Follow', 'answer', `follow${sheet}:`, {
      settings: (marker) => ({
        type: 'search',
        template: `${marker} what came of {{Thing}} after {{qday}}?`,
        shape: 'answer',
        options: { depth: 'fast' },
      }),
      shape: { depth: 'fast', outputType: 'sourcedAnswer' },
      otherwise: [{ depth: 'standard', outputType: 'sourcedAnswer' }],
      uses: 'qday',
    }),
  /** A page whose address is made of a number that the facts give. */
  read: (sheet: number): Enrichment =>
    single('read', 'Read', 'markdown', `https://Read.Example/${sheet}/`, {
      settings: (marker) => ({
        type: 'fetch',
        template: `${marker}{{qnumber}}`,
        shape: 'page',
        options: { mode: 'standard' },
      }),
      shape: {},
      otherwise: [],
      uses: 'qnumber',
    }),
  /** A search with what that page says: the third in its row. */
  last: (sheet: number): Enrichment =>
    single('last', 'Last', 'answer', `last${sheet}:`, {
      settings: (marker) => ({
        type: 'search',
        template: `${marker} what is {{Thing}} to {{Read}}, and why?`,
        shape: 'answer',
        options: { depth: 'fast' },
      }),
      shape: { depth: 'fast', outputType: 'sourcedAnswer' },
      otherwise: [{ depth: 'standard', outputType: 'sourcedAnswer' }],
      uses: 'Read',
    }),
};
