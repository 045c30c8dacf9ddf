/** What sorting has done to the answers of a sheet, and may do: as it crosses to the page. */
export interface Sorting {
  /** Rows that had been sorted away from their answers, and have them back since this reading. */
  readonly back: number;
  /** The filter that leaves answers out, and the range that would take them in, in Google's notation. */
  readonly filter: { readonly over: string; readonly wider: string } | null;
}
