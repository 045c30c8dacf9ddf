/**
 * Permissions that a person may leave unticked when Google asks for them, or take back later. Google's exception comes in the person's
 * language; the address of what is missing is the same in all of them.
 */

/** A permission as Google's page of consent calls it, and what does not work without it. */
interface Permission {
  readonly name: string;
  readonly without: string;
}

/** By the end of its address: those of our manifest, in Google's English words (November 2026). */
const PERMISSIONS = new Map<string, Permission>(
  Object.entries({
    'script.external_request': {
      name: 'Connect to an external service',
      without: 'so Linkup cannot be reached, and nothing is asked or fetched',
    },
    'spreadsheets.currentonly': {
      name: 'View and manage spreadsheets that this application has been installed in',
      without: 'so the sheet can be neither read nor written',
    },
    'script.scriptapp': {
      name: 'Allow this application to run when you are not present',
      without: 'so it works only while somebody looks',
    },
    'script.container.ui': {
      name: 'Display and run third-party web content in prompts and sidebars inside Google applications',
      without: 'so the sidebar cannot be shown',
    },
    'userinfo.email': {
      name: 'See your primary Google Account email address',
      without: 'so it cannot be told whose run is whose',
    },
  }),
);

const ADDRESS = /https:\/\/www\.googleapis\.com\/auth\/([\w.]+)/;

/** The permission that a text of Google's says is missing, by the end of its address; undefined where it says nothing of one. */
export function permissionIn(text: string): string | undefined {
  return ADDRESS.exec(text)?.[1];
}

/** What is missing, and what does not work for it, without the full stop. */
export function missing(permission: string): string {
  const { name, without } = PERMISSIONS.get(permission) ?? {
    name: permission,
    without: 'so it cannot do this',
  };
  return `This add-on does not have the permission “${name}” from Google, ${without}`;
}

/** How to give it. “Set up…” has Google ask anew for what is needed; for the others it does once all was taken away. */
export const HOW_TO_GIVE =
  'Choose the first command of its menu and tick that box when Google asks; if Google does not ask, take the add-on’s access away at myaccount.google.com/connections and choose it again';
