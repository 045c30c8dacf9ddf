/** Which version of the add-on this is: what package.json says, put in when script and page are built. */

/** Put in by build.mjs; unit tests run the sources without it. */
declare const BUILT_VERSION: string | undefined;

/** The version of this build, such as `1.0.0`. */
export const VERSION = typeof BUILT_VERSION === 'string' ? BUILT_VERSION : 'not built';
