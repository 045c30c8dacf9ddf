/** The sources as the rules read them: paths with forward slashes, on Windows as well. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path/posix';

/** Every TypeScript file below a folder, by its path from the root; what the first edition was built from is not ours to judge. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.startsWith('fixtures/'))
    .map((path) => join(folder, path));
}
