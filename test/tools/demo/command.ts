/** The demonstration as a command: what was typed, two streams to write to, an exit code. */
import { writeDist } from '../../../build.mjs';
import { built } from '../../world/built';
import { exitCode, type Streams } from '../common/command-line';
import { writeCsv } from '../common/csv';
import { Terminal } from '../common/terminal';
import { type Options, parseOptions, USAGE } from './options';
import { type Outcome, outcomeOf } from './outcome';
import { agreed, planOf } from './plan';
import { perform, prepare } from './run';
import { showFigures, showOutcome, showPlan, showProgress, showStart } from './show';
import type { Opener, Part } from './tour/part';
import { PARTS } from './tour/parts';
import { figuresOf, showTour } from './tour/show';
import { playAll } from './tour/tour';

/** Where a test takes another tour: some parts only, or in documents that it breaks. */
export interface TourHook {
  readonly parts?: readonly Part[];
  readonly open?: Opener;
}

/** Does what the command line says; 0 when all went well, 1 when something is wrong or open, 2 when nothing could be begun. */
export function main(
  args: readonly string[],
  key: string | undefined,
  { out, err }: Streams,
  hook: TourHook = {},
): Promise<number> {
  const work = async (): Promise<number> => {
    const options = parseOptions(args);
    if (options !== 'help') return options.tour ? tour(options, out, hook) : demonstrate(options, key, out);
    out.write(USAGE);
    return 0;
  };
  return exitCode(work, (line) => err.write(`${key ? line.replaceAll(key, '(key)') : line}\n`));
}

/** Everything that can be refused comes before anything that is written. */
async function demonstrate(options: Options, key: string | undefined, out: Streams['out']): Promise<number> {
  const terminal = new Terminal(out);
  const plan = planOf(options);
  const demonstration = await prepare(plan, options, options.live ? agreed(plan, options, key) : undefined);
  const { enriched, startedAt } = demonstration;
  terminal.line(await writeDist(await built()));
  showPlan(terminal, plan, options);
  perform(
    demonstration,
    () => showStart(terminal, enriched),
    (snapshot) => showProgress(terminal, snapshot, (enriched.world.clock.now() - startedAt) / 1000),
  );
  const outcome = outcomeOf(demonstration, options.live);
  showOutcome(terminal, enriched, outcome, options.live);
  showFigures(terminal, enriched, outcome.figures, options.live || options.realtime);
  writeCsv(plan.file, enriched.table());
  terminal.line(`The enriched table is in ${plan.file}`);
  if (options.json) terminal.line(JSON.stringify(outcome.figures));
  return isGood(outcome, options) ? 0 : 1;
}

/** The same for the tour, which reads no file and writes none but `dist/`. */
async function tour({ json }: Options, out: Streams['out'], hook: TourHook): Promise<number> {
  const terminal = new Terminal(out);
  terminal.line(await writeDist(await built()));
  const judged = await playAll(hook.parts ?? PARTS, hook.open);
  const figures = figuresOf(judged);
  showTour(terminal, judged, figures);
  if (json) terminal.line(JSON.stringify(figures));
  return figures.amiss.length === 0 ? 0 : 1;
}

/** The real web may well say something else than the data set. */
function isGood({ ends, wrong }: Outcome, { live }: Options): boolean {
  return (live || wrong.length === 0) && ends.every(({ standing }) => standing !== 'open');
}
