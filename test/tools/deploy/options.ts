/** The command line of `npm run deploy`. */
import type { Profile } from '../../doubles/google';
import { PROFILES } from '../../world/built';
import { BadInput } from '../common/bad-input';
import { FLAG, typed } from '../common/command-line';
import { sheetIdIn } from './ids';

/** Where the add-on goes: the script that was pushed to before, that of a new sheet, or that of a sheet which is there. */
export type Target =
  | { readonly kind: 'kept' }
  | { readonly kind: 'new'; readonly title: string }
  | { readonly kind: 'sheet'; readonly id: string };

/** What the person asked for. */
export interface DeployOptions {
  readonly to: Target;
  readonly profile: Profile;
  /** Replaces files that are not the add-on's. */
  readonly overwrite: boolean;
  readonly open: boolean;
}

/** What `--help` prints. */
export const DEPLOY_USAGE = `Usage: npm run deploy -- [options]

Builds the add-on, puts it into a Google Sheet of yours with clasp, and opens the sheet.
The script's id is kept in .clasp.bound.json, which Git ignores; without --new and --sheet the add-on is pushed there again.

  --new TITLE      makes a new sheet with that title, and the script in it
  --sheet SHEET    makes the script in a sheet that is there; its address, or its id
  --overwrite      also replaces files in the script that are not the add-on's; they are copied to out/deploy/ first
  --profile addon  for publishing: a standalone script, kept in .clasp.addon.json; --new TITLE makes it
  --no-open        only prints where it is
  --help           this text

Exit code: 0 when it was pushed, 1 when Google, clasp or a missing first step refused it, 2 for bad input.
`;

/** Reads the arguments. Throws BadInput. */
export function parseDeploy(args: readonly string[]): DeployOptions | 'help' {
  const given = parse(args);
  if (given.help) return 'help';
  const profile = PROFILES.find((one) => one === given.profile);
  if (!profile) throw new BadInput(`--profile is one of ${PROFILES.join(', ')}`);
  if (profile === 'addon' && given.sheet !== undefined)
    throw new BadInput('An add-on that is published belongs to no sheet: say --new TITLE instead of --sheet');
  return {
    to: targetOf(given.new, given.sheet),
    profile,
    overwrite: given.overwrite,
    open: !given['no-open'],
  };
}

function targetOf(title: string | undefined, sheet: string | undefined): Target {
  if (title !== undefined && sheet !== undefined)
    throw new BadInput('Say either --new or --sheet: it goes into one sheet at a time');
  if (sheet !== undefined) return { kind: 'sheet', id: sheetIdIn(sheet) };
  if (title === undefined) return { kind: 'kept' };
  if (title.trim() === '') throw new BadInput('--new needs a title, such as --new "Companies"');
  return { kind: 'new', title: title.trim() };
}

function parse(args: readonly string[]) {
  const options = {
    new: { type: 'string' },
    sheet: { type: 'string' },
    profile: { type: 'string', default: 'bound' },
    overwrite: FLAG,
    'no-open': FLAG,
    help: FLAG,
  } as const;
  return typed(args, { options }).values;
}
