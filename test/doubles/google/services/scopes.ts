/** The OAuth scopes that services ask for (method reference, "Authorization"). */
export const AUTH = 'https://www.googleapis.com/auth/';

/** Spreadsheets: all of them, or only the one at hand. */
export const SHEETS = [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`];
/** Sidebars and dialogs. */
export const CONTAINER_UI = [`${AUTH}script.container.ui`];
/** UrlFetchApp. */
export const EXTERNAL_REQUEST = [`${AUTH}script.external_request`];
/** Installing and deleting triggers. */
export const SCRIPT_APP = [`${AUTH}script.scriptapp`];
/** The e-mail addresses of users. */
export const USER_EMAIL = [`${AUTH}userinfo.email`];
