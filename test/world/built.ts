/** The add-on as it is built, once for each profile and process. */
import { bundle } from '../../build.mjs';
import type { Profile } from '../doubles/google';

const builds = new Map<Profile, Promise<Record<string, string>>>();

/** File names to contents, as `npm run build` writes them. */
export function built(profile: Profile = 'bound'): Promise<Record<string, string>> {
  const known = builds.get(profile);
  if (known) return known;
  const build = bundle({ profile });
  builds.set(profile, build);
  return build;
}
