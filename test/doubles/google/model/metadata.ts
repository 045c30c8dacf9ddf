/** Developer metadata: key-value notes bound to a spreadsheet, a sheet, or a whole row or column. */

/** Who can see a piece of metadata. */
export type Visibility = 'DOCUMENT' | 'PROJECT';

/** One piece of metadata; identity matters, so it is the same object wherever its row or column goes. */
export interface Metadata {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: Visibility;
}

/** What a piece of metadata is bound to. */
export type LocationType = 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';

/** Where a piece of metadata is right now; `line` is the row or column number. */
export interface Place {
  readonly type: LocationType;
  readonly sheetId?: number;
  readonly line?: number;
}

/** A piece of metadata and where it was when somebody looked. */
export interface Found {
  readonly metadata: Metadata;
  readonly place: Place;
}
