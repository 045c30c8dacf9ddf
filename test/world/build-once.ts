/** Builds the add-on once for all workers of a test run, and again when a watched source changed: they start in a hurry, and parse slowly. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../build.mjs';
import { BUILT_IN, fileOf, PROFILES } from './built';

/** Every project calls it; the first builds. Gives back what takes the files away again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env[BUILT_IN]) return async () => {};
  const folder = await mkdtemp(join(tmpdir(), 'enrich-with-linkup-'));
  process.env[BUILT_IN] = folder;
  await buildInto(folder);
  project.onTestsRerun(() => buildInto(folder));
  return () => rm(folder, { recursive: true, force: true });
}

async function buildInto(folder: string): Promise<void> {
  let page: { page?: string } = {}; // One for both.
  for (const profile of PROFILES) {
    const files = await bundle({ profile, ...page });
    page = { page: files['Sidebar.html'] ?? '' };
    await writeFile(fileOf(folder, profile), JSON.stringify(files));
  }
}
