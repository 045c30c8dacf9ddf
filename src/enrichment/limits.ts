/** Google's limits that more than one file keeps to (Sheets limits and Apps Script quotas pages, November 2026). */

/** Most cells of a spreadsheet: no sheet has more rows. */
export const MOST_CELLS = 10_000_000;

/** Most columns of a sheet, up to ZZZ. */
export const MOST_COLUMNS = 18_278;

/** Most room of a stored value, in bytes: Google takes 9 kB, and a part of it stays free. */
export const MOST_STORED = 8_800;
