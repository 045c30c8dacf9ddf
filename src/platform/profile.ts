/** How the add-on is installed: decided when it is built, as nothing that is installed can change it. */

/** Put in by build.mjs; unit tests run the sources without it. */
declare const BUILT_FOR: Profile | undefined;

/** `bound`: the script belongs to one spreadsheet. `addon`: it is published, and installed by people in many. */
export type Profile = 'bound' | 'addon';

/** The profile of this build. */
export const PROFILE: Profile = typeof BUILT_FOR === 'string' ? BUILT_FOR : 'bound';
