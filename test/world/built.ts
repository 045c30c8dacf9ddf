/** The add-on as it is built, once for each profile and process; in a test run, once for all of its processes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from '../../build.mjs';
import type { Profile } from '../doubles/google';

/** The two shapes that the add-on is built in. */
export const PROFILES: readonly Profile[] = ['bound', 'addon'];

/** The environment variable that names the folder with what a test run has built (`build-once.ts`). */
export const BUILT_IN = 'ENRICH_BUILT_IN';

/** Where a profile stands in that folder: file names to contents, as JSON. */
export const fileOf = (folder: string, profile: Profile): string => join(folder, `${profile}.json`);

const builds = new Map<Profile, Promise<Record<string, string>>>();

/** File names to contents, as `npm run build` writes them. */
export function built(profile: Profile = 'bound'): Promise<Record<string, string>> {
  const known = builds.get(profile);
  if (known) return known;
  const folder = process.env[BUILT_IN];
  const build = folder ? readBuilt(folder, profile) : bundle({ profile });
  builds.set(profile, build);
  return build;
}

async function readBuilt(folder: string, profile: Profile): Promise<Record<string, string>> {
  // Our own file, written a moment ago.
  return JSON.parse(await readFile(fileOf(folder, profile), 'utf8')) as Record<string, string>;
}
