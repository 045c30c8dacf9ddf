/** The command behind `npm run release`: both profiles as files, and the notes beside them; refused where the tag is not what is released. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../../doubles/google';
import { exitCode, FLAG, typed } from '../common/command-line';
import { notesFor, notesSoFar } from './notes';

/** What `--help` prints. */
const USAGE = `Usage: npm run release -- [options]

Builds both profiles into out/release/, and writes out/release-notes.md from the changelog, as the release workflow attaches them.

  --tag TAG  refuses unless package.json and CHANGELOG.md are of that version, and nothing is left under “Unreleased”
  --help     this text

Exit code: 0 when the files are there, 1 when nothing is released, 2 for bad input.`;

/** What it takes its words and files from, and where it puts them. */
export interface Release {
  readonly version: string;
  readonly changelog: string;
  readonly bundle: (profile: Profile) => Promise<Record<string, string>>;
  /** The folder that gets `release/` and the notes. */
  readonly out: string;
  readonly write: (line: string) => void;
  /** Gets why nothing is released. */
  readonly refuse: (line: string) => void;
}

/** Runs it; gives the exit code. */
export function main(args: readonly string[], release: Release): Promise<number> {
  const work = async (): Promise<number> => {
    const { tag, help } = typed(args, { options: { tag: { type: 'string' }, help: FLAG } }).values;
    if (help) release.write(USAGE);
    else await make(tag, release);
    return 0;
  };
  return exitCode(work, release.refuse);
}

async function make(
  tag: string | undefined,
  { version, changelog, bundle, out, write }: Release,
): Promise<void> {
  const notes = tag === undefined ? notesSoFar(changelog) : notesFor(tag, version, changelog);
  const [bound, addon] = await Promise.all([bundle('bound'), bundle('addon')]);
  const files = [...Object.entries(bound), ...Object.entries(addon).map(ofAddon)];
  const folder = join(out, 'release');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  await writeFile(join(out, 'release-notes.md'), notes);
  write(`${tag ?? `${version}, untagged`}: ${files.map(([name]) => name).join(', ')} in ${folder}`);
}

/** Both profiles have files of the same names. */
function ofAddon([name, content]: [string, string]): [string, string] {
  return [`addon-${name}`, content];
}
