/**
 * Which script this copy of the repository pushes to. It is kept in a file that Git ignores, one for each profile: `.clasp.json` belongs
 * to the repository and holds a placeholder, and a script's id in there would be published with the next commit.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../doubles/google';
import { Stopped } from '../common/bad-input';
import { scriptIdIn } from './ids';

/** A script, and the sheet it is in, where that is known. */
export interface OwnScript {
  readonly scriptId: string;
  readonly parentId?: string | undefined;
}

/** What stands in `.clasp.json` as long as nobody puts an id there. */
export const PLACEHOLDER = 'PUT_YOUR_SCRIPT_ID_HERE';

/** The file of a profile, for `clasp --project` too. */
export const fileOf = (root: string, profile: Profile): string => join(root, `.clasp.${profile}.json`);

/** Notes a script as the one that is pushed to. */
export function keep(root: string, profile: Profile, { scriptId, parentId }: OwnScript): void {
  writeFileSync(fileOf(root, profile), asJson({ scriptId, parentId, rootDir: 'dist' }));
}

/** The script that was pushed to before. */
export function kept(root: string, profile: Profile): OwnScript | undefined {
  return scriptIn(fileOf(root, profile));
}

/** Takes an id that a person wrote into `.clasp.json` over to where Git does not see it, and puts the placeholder back. */
export function takeOver(root: string): OwnScript | undefined {
  const shared = join(root, '.clasp.json');
  const own = scriptIn(shared);
  if (!own) return undefined;
  keep(root, 'bound', own);
  writeFileSync(shared, asJson({ scriptId: PLACEHOLDER, rootDir: 'dist' }));
  return own;
}

/** The script that is noted in a file, or undefined where there is none. Throws Stopped where what is noted cannot be one. */
export function scriptIn(path: string): OwnScript | undefined {
  if (!existsSync(path)) return undefined;
  const { scriptId = '', parentId } = readFields(path);
  if (scriptId === '' || scriptId === PLACEHOLDER) return undefined;
  const id = scriptIdIn(scriptId);
  if (!id)
    throw new Stopped(
      `“${scriptId}” in ${path} is no id of a script: it is in the sheet under Extensions → Apps Script → Project settings. To make a new one instead, put ${PLACEHOLDER} there.`,
    );
  return { scriptId: id, ...(parentId === undefined ? {} : { parentId }) };
}

/** A person may have edited it. */
function readFields(path: string): { scriptId?: string; parentId?: string } {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null) throw new Error();
    const text = (name: string) => {
      const found: unknown = Reflect.get(value, name);
      return typeof found === 'string' ? { [name]: found } : {};
    };
    return { ...text('scriptId'), ...text('parentId') };
  } catch {
    throw new Stopped(
      `${path} is no JSON. Bring it back with: git checkout .clasp.json – or delete it, if Git ignores it.`,
    );
  }
}

const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
