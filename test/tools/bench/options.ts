/** The command line of `npm run bench`. */
import { BadInput } from '../common/bad-input';
import { FLAG, typed, wholeNumber } from '../common/command-line';
import { CASES, type Case } from './cases';

/** What the person asked for. */
export interface BenchOptions {
  readonly cases: readonly Case[];
  /** Whether that is all of them: then what is no job is measured too. */
  readonly all: boolean;
  /** How many times slower Google is. */
  readonly costs: number;
  readonly json: boolean;
  /** Where the picture goes; '' for none. */
  readonly chart: string;
}

/** What `--help` prints. */
export const BENCH_USAGE = `Usage: npm run bench -- [options]

Plays jobs on the built add-on, on a virtual clock, and prints what they cost; a script that works row by row beside them.

  --case PART   only jobs whose name has that part
  --costs N     makes Google N times as slow
  --chart FILE  draws the picture of the README
  --json        the last line on stdout is one JSON object
  --help        this text

Exit code: 0 when every job filled its table rightly, 1 when not, 2 for bad input.`;

/** Reads the arguments. Throws BadInput. */
export function parseBench(args: readonly string[]): BenchOptions | 'help' {
  const text = { type: 'string', default: '' } as const;
  const options = {
    ...{ case: text, chart: text, json: FLAG, help: FLAG },
    costs: { type: 'string', default: '1' },
  } as const;
  const { case: part, costs, json, chart, help } = typed(args, { options }).values;
  if (help) return 'help';
  const cases = CASES.filter(({ name }) => name.includes(part));
  if (cases.length === 0)
    throw new BadInput(`No job has "${part}" in its name: ${CASES.map(({ name }) => name).join('; ')}`);
  return { cases, all: part === '', costs: wholeNumber('--costs', costs), json, chart };
}
