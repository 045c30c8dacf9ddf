/** Answers: what one is made of, before it is typed into a cell. */

/** Where something was found: a page's title, its address, and what it says there, as far as that is known. */
export interface Found {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

/** A value for a cell, typed only where the enrichment says so. Undefined leaves the cell blank. */
export type AnswerValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `isShare` where a column of numbers would not show that it came in percent. */
  | { readonly kind: 'number'; readonly number: number; readonly isShare?: boolean }
  | { readonly kind: 'yes/no'; readonly yes: boolean }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'pages'; readonly pages: readonly Found[] }
  | undefined;
