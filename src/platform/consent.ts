/** Google's page of consent, on which people may leave single permissions unticked. */

/** Those without which nothing works; what works less well without the others is said where it does. */
const NEEDED = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.external_request',
];

/**
 * Where one of them is missing, Google asks the person for it, and ends the execution. Only where somebody has just chosen a command:
 * in a call of the sidebar nobody would see its page.
 */
export function askForNeeded(app = ScriptApp): void {
  app.requireScopes(app.AuthMode.FULL, NEEDED);
}
