/** Google's page of consent, on which people may leave single permissions unticked. */

declare global {
  namespace GoogleAppsScript.Script {
    interface ScriptApp {
      /** In Google's reference (November 2026), but not yet in its types. */
      getAuthorizationInfo(authMode: AuthMode, oAuthScopes: string[]): AuthorizationInfo;
    }
  }
}

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
  if (isOneMissing(app)) app.requireScopes(app.AuthMode.FULL, NEEDED);
}

/** A question that Google does not answer keeps nobody out: whatever is missing then says so itself. */
function isOneMissing(app: typeof ScriptApp): boolean {
  try {
    const status = app.getAuthorizationInfo(app.AuthMode.FULL, NEEDED).getAuthorizationStatus();
    return status === app.AuthorizationStatus.REQUIRED;
  } catch (thrown) {
    console.error(String(thrown));
    return false;
  }
}
