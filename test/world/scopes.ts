/** Which permissions a built script needs, told by its calls. */

const AUTH = 'https://www.googleapis.com/auth/';

/** The calls of ours for which Google's reference asks for a scope (“Authorization”, November 2026). */
const CALLS: Readonly<Record<string, readonly RegExp[]>> = {
  'spreadsheets.currentonly': [/\.getActiveSpreadsheet\(/, /\.getActive\(/],
  'script.container.ui': [/\.showSidebar\(/, /\.alert\(/, /\.prompt\(/],
  'script.external_request': [/\bUrlFetchApp\.fetch\(/],
  'script.scriptapp': [/\.newTrigger\(/, /\.getProjectTriggers\(/, /\.deleteTrigger\(/],
  'userinfo.email': [/\.getEffectiveUser\(/, /\.getActiveUser\(/],
};

/** The scopes that a script has calls for, by the ends of their addresses. */
export function scopesNeededBy(code: string): string[] {
  return Object.keys(CALLS)
    .filter((scope) => CALLS[scope]?.some((call) => call.test(code)))
    .sort();
}

/** The scopes that a manifest asks for, in the same way. */
export function scopesOf(manifest: string): string[] {
  const { oauthScopes } = JSON.parse(manifest);
  return oauthScopes.map((scope: string) => scope.replace(AUTH, '')).sort();
}
