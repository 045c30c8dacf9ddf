/** A column that a question names and the table does not have, as it crosses to the page. */
export interface Renamed {
  readonly gone: string;
  /** The one that stands in its place; '' where nobody can tell. */
  readonly instead: string;
}
