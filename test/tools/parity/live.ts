/** Brings the questions to the real Google: a scratch spreadsheet with a bound script, made once and remembered. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Google } from '../deploy/google';
import { sheetUrl } from '../deploy/ids';
import { scriptIn } from '../deploy/own-script';
import type { Clasp } from '../deploy/run-clasp';

/** Where the scratch project is remembered: `out/` is not in the repository. */
const FOLDER = 'out/parity';

const TITLE = 'Parity (scratch)';

/** Pushes the files, and gives the address of the spreadsheet. Throws Stopped with a sentence for each first step that is missing. */
export async function pushParity(
  files: Readonly<Record<string, string>>,
  clasp: Clasp,
  root: string,
): Promise<string> {
  const project = join(root, FOLDER, '.clasp.json');
  const google = await Google.logIn(clasp, root, true);
  const before = scriptIn(project);
  const script = before?.parentId ? before : await google.create('new', TITLE, TITLE);
  mkdirSync(join(root, FOLDER, 'files'), { recursive: true });
  writeFileSync(project, JSON.stringify({ ...script, rootDir: 'files' }));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(root, FOLDER, 'files', name), content);
  await google.push(project, script.scriptId);
  return sheetUrl(script.parentId ?? '');
}
