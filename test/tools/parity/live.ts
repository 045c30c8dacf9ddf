/** Brings the questions to the real Google: a scratch spreadsheet with a bound script, made once and remembered. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from '../common/bad-input';
import { type Clasp, claspOrStop } from './clasp';

/** Where the scratch project is remembered: `out/` is not in the repository. */
const FOLDER = 'out/parity';

const TITLE = 'Parity (scratch)';

/** Pushes the files, and gives the address of the spreadsheet. */
export function pushParity(files: Readonly<Record<string, string>>, clasp: Clasp, folder = FOLDER): string {
  mkdirSync(folder, { recursive: true });
  claspOrStop(clasp, ['show-authorized-user'], folder);
  // What clasp makes it also pulls: our own files come after it.
  if (!existsSync(join(folder, '.clasp.json')))
    claspOrStop(clasp, ['create-script', '--type', 'sheets', '--title', TITLE], folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  claspOrStop(clasp, ['push', '--force'], folder);
  return `https://docs.google.com/spreadsheets/d/${parentIn(folder)}/edit`;
}

/** The spreadsheet that clasp has written down: as a text, or in a list of one. */
function parentIn(folder: string): string {
  const project: unknown = JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8'));
  const parent: unknown =
    typeof project === 'object' && project !== null && 'parentId' in project ? project.parentId : '';
  const [id] = Array.isArray(parent) ? parent : [parent];
  if (typeof id === 'string' && id !== '') return id;
  throw new BadInput(
    `${folder}/.clasp.json names no spreadsheet. Delete the folder, and run this again: it makes another one.`,
  );
}
