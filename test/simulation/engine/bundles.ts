/** The add-on as it is built, and as it would be built with a few lines changed. */
import { readFile } from 'node:fs/promises';
import { bundle } from '../../../build.mjs';
import type { Profile } from '../../doubles/google';
import { built } from '../../world/built';
import { firstEdition } from '../../world/first-edition';
import type { Builds } from './play';
import type { Files } from './stage';

/** A change to one source file; `find` must be there exactly once. */
export interface Patch {
  /** Path below `src/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Builds the add-on with its sources patched. Throws when a patch does not fit any more. */
export async function bundled(patches: readonly Patch[] = [], profile: Profile = 'bound'): Promise<Files> {
  if (patches.length === 0) return built(profile);
  const missing = new Set(patches.map(({ file }) => file));
  const { 'Sidebar.html': page = '' } = await built(profile);
  const files = await bundle({
    profile,
    page,
    plugins: [
      {
        name: 'patches',
        setup({ onLoad }) {
          onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
            const fitting = patches.filter(({ file }) => path.endsWith(`/src/${file}`));
            if (fitting.length === 0) return undefined;
            for (const { file } of fitting) missing.delete(file);
            return { contents: fitting.reduce(patched, await readFile(path, 'utf8')), loader: 'ts' as const };
          });
        },
      },
    ],
  });
  if (missing.size > 0) throw new Error(`not part of the bundle: ${[...missing].join(', ')}`);
  return files;
}

/** Builds it for all scenarios, for both profiles with the same patches. */
export async function buildsOf(patches: readonly Patch[] = []): Promise<Builds> {
  const [bound, addon, first] = await Promise.all([
    bundled(patches, 'bound'),
    bundled(patches, 'addon'),
    firstEdition,
  ]);
  return { bound, addon, first: { ...first } };
}

/** Applies one patch to a source. Throws unless it fits exactly once. */
export function patched(source: string, { file, find, replace }: Patch): string {
  const pieces = source.split(find);
  if (pieces.length !== 2) throw new Error(`“${find}” is in ${file} ${pieces.length - 1} times, not once`);
  return pieces.join(replace);
}
