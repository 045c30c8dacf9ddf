/** A value for a cell, typed only where the enrichment says so. Undefined leaves the cell blank. */
export type AnswerValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'yes/no'; readonly yes: boolean }
  | { readonly kind: 'date'; readonly iso: string }
  | undefined;
