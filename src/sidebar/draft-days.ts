/** How long edits that were not saved are kept, as the server does it and the page says it. */
export const DRAFT_DAYS = 60;
