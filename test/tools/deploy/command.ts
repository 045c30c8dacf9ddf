/** The deployment as a command: what was typed, what it may use, an exit code. */
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Profile } from '../../doubles/google';
import { Stopped } from '../common/bad-input';
import { exitCode } from '../common/command-line';
import { Google } from './google';
import { strangersIn } from './held';
import { scriptUrl, sheetUrl } from './ids';
import { DEPLOY_USAGE, type DeployOptions, parseDeploy } from './options';
import { fileOf, keep, kept, type OwnScript, takeOver } from './own-script';
import type { Clasp } from './run-clasp';

/** What a script is called that is made in a sheet of somebody's own. */
const TITLE = 'Enrich with Linkup';

/** What the command uses; tests bring their own. */
export interface Means {
  /** The folder of the repository. */
  readonly root: string;
  readonly clasp: Clasp;
  /** Builds `dist/` and says what it weighs. */
  readonly build: (profile: Profile) => Promise<string>;
  /** Opens an address in the browser; does nothing where there is none. */
  readonly open: (url: string) => void;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Does what the command line says; 0 when it was pushed, 1 when it was refused, 2 for bad input. */
export function main(args: readonly string[], means: Means): Promise<number> {
  const work = async (): Promise<number> => {
    const options = parseDeploy(args);
    if (options === 'help') means.out(DEPLOY_USAGE);
    else await deploy(options, means);
    return 0;
  };
  return exitCode(work, means.err);
}

async function deploy(options: DeployOptions, means: Means): Promise<void> {
  const { root, clasp, build, out } = means;
  const before = scriptBefore(options, means);
  const google = await Google.logIn(clasp, root);
  out(await build(options.profile));
  const script = await scriptFor(options, before, google, means);
  const isPushed = await google.push(fileOf(root, options.profile), script.scriptId);
  if (!isPushed) out('All three files were there already: nothing was pushed, and nothing replaced.');
  tell(script, options, means);
}

/** The script of last time; throws where nothing was said and there is none. */
function scriptBefore({ to, profile }: DeployOptions, { root, out }: Means): OwnScript | undefined {
  const moved = profile === 'bound' ? takeOver(root) : undefined;
  if (moved)
    out(
      'Your script’s id stood in .clasp.json, which Git would publish. It is in .clasp.bound.json now, which Git ignores.',
    );
  const before = moved ?? kept(root, profile);
  checkApart(before, root, profile);
  if (!before && to.kind === 'kept')
    throw new Stopped(
      profile === 'bound'
        ? 'There is no script to push to yet. For a new sheet: npm run deploy -- --new "My companies" – for one that you have: npm run deploy -- --sheet and its address.'
        : 'There is no script of the add-on to push to yet. To make it: npm run deploy -- --profile addon --new "Enrich with Linkup"',
    );
  return before;
}

/** A script in a sheet and one that is published look otherwise at the clock, and have their menu elsewhere. */
function checkApart(before: OwnScript | undefined, root: string, profile: Profile): void {
  const other = profile === 'bound' ? 'addon' : 'bound';
  if (before && before.scriptId === kept(root, other)?.scriptId)
    throw new Stopped(
      `${fileOf(root, 'bound')} and ${fileOf(root, 'addon')} name the same script: it is either in a sheet or an add-on that is published. Delete the one that is wrong, and run this again.`,
    );
}

async function scriptFor(
  options: DeployOptions,
  before: OwnScript | undefined,
  google: Google,
  means: Means,
): Promise<OwnScript> {
  const { to, profile } = options;
  // A second script in the same sheet would be a second menu.
  const isSame = to.kind === 'kept' || (to.kind === 'sheet' && to.id === before?.parentId);
  if (before && isSame) {
    await checkHeld(before, options, google, means);
    return before;
  }
  const made = await makeScript(options, google);
  keep(means.root, profile, made);
  if (to.kind === 'sheet')
    means.out(
      'If this sheet had the add-on already, pasted by hand or from another computer, it has two menus now. Delete one of the scripts: they are listed in the sheet under Extensions → Apps Script.',
    );
  if (before) means.out(`Until now it was pushed to ${scriptUrl(before.scriptId)}, which stays as it is.`);
  return made;
}

function makeScript({ to, profile }: DeployOptions, google: Google): Promise<OwnScript> {
  if (to.kind === 'sheet') return google.create('sheet', to.id, TITLE);
  const title = to.kind === 'new' ? to.title : TITLE;
  return google.create(profile === 'addon' ? 'script' : 'new', title, title);
}

/** Pushing replaces whatever the script holds: what is not ours only if that was asked for, and with a copy. */
async function checkHeld(
  { scriptId }: OwnScript,
  { overwrite }: DeployOptions,
  google: Google,
  { root, out }: Means,
): Promise<void> {
  const strangers = strangersIn(await google.read(scriptId));
  if (strangers.length === 0) return;
  const names = strangers.join(', ');
  if (!overwrite)
    throw new Stopped(
      `This script holds what is not the add-on’s: ${names}. Pushing would replace it, so nothing was pushed. Give the add-on a script of its own with --new or --sheet, or say --overwrite (a copy is kept in out/deploy/). ${scriptUrl(scriptId)}`,
    );
  const held = join(root, 'out/deploy/held/files');
  mkdirSync(dirname(held), { recursive: true });
  const copy = mkdtempSync(join(root, 'out/deploy/replaced-'));
  cpSync(held, copy, { recursive: true });
  out(`A copy of what is replaced is in ${copy}: ${names}`);
}

function tell({ scriptId, parentId }: OwnScript, { profile, open }: DeployOptions, means: Means): void {
  const url = parentId && profile === 'bound' ? sheetUrl(parentId) : scriptUrl(scriptId);
  means.out(`It is there: ${url}`);
  means.out(
    profile === 'bound'
      ? 'Reload the sheet; after some seconds it has the menu “Enrich with Linkup”. Choose “Set up…” there. What Google asks then is explained in docs/install.md.'
      : 'How it is tested and published from here: docs/publish.md.',
  );
  if (open) means.open(url);
}
