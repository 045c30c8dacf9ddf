/** The command line of `npm run simulate`. */
import { FLAG, typed, wholeNumber } from '../common/command-line';

/** What the person asked for. */
export interface SimulateOptions {
  readonly seeds: number;
  readonly from: number;
  readonly json: boolean;
  /** A word in the name of a situation; '' for all. */
  readonly theme: string;
  /** A word in the name of the broken engines to hunt, '' for all of them; undefined to play the sound one. */
  readonly hunted: string | undefined;
}

/** What `--help` prints. */
export const SIMULATE_USAGE = `Usage: npm run simulate -- [options]

Plays random tables, people, kills and faults on the built add-on, checks every promise after each, prints what broke, and counts what happened.

  --seeds N      how many; 200 unless you say otherwise
  --from SEED    the first one; 1 unless you say otherwise
  --theme WORD   only situations whose name has that word
  --json         without the scenarios that broke: the last line alone
  --mutants      hunts the engines that are broken on purpose
  --mutant WORD  only those whose name has that word
  --help         this text

Exit code: 0 when no promise broke (or every broken engine was caught), 1 when not, 2 for bad input.`;

/** Reads the arguments. Throws BadInput. */
export function parseSimulate(args: readonly string[]): SimulateOptions | 'help' {
  const options = {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    theme: { type: 'string', default: '' },
    mutant: { type: 'string' },
    ...{ json: FLAG, mutants: FLAG, help: FLAG },
  } as const;
  const { seeds, from, json, theme, mutants, mutant, help } = typed(args, { options }).values;
  if (help) return 'help';
  return {
    seeds: wholeNumber('--seeds', seeds),
    from: wholeNumber('--from', from),
    json,
    theme,
    hunted: mutant ?? (mutants ? '' : undefined),
  };
}
