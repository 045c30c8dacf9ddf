/** The add-on as it is built, and as it would be built with a few lines changed. */
import { readFile } from 'node:fs/promises';
import { bundle } from '../../../build.mjs';
import type { Builds } from './play';
import type { Files } from './stage';

/** A change to one source file; `find` must be there exactly once. */
export interface Patch {
  /** Path below `src/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A person who agrees to half of what a run can cost: the menu offers all or nothing, the engine knows any cap. */
export const HALF_CAP: readonly Patch[] = [
  { file: 'run/press/commands.ts', find: 'cap: offer.total,', replace: 'cap: offer.total / 2,' },
];

/** Builds the add-on with its sources patched. Throws when a patch does not fit any more. */
export async function bundled(patches: readonly Patch[] = []): Promise<Files> {
  const missing = new Set(patches.map(({ file }) => file));
  const files = await bundle({
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

/** Builds it for all scenarios, each build with the same patches. */
export async function buildsOf(patches: readonly Patch[] = []): Promise<Builds> {
  const [usual, halfCap] = await Promise.all([bundled(patches), bundled([...patches, ...HALF_CAP])]);
  return { usual, halfCap };
}

/** Applies one patch to a source. Throws unless it fits exactly once. */
export function patched(source: string, { file, find, replace }: Patch): string {
  const pieces = source.split(find);
  if (pieces.length !== 2) throw new Error(`“${find}” is in ${file} ${pieces.length - 1} times, not once`);
  return pieces.join(replace);
}
