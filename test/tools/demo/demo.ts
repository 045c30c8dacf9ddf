/** `npm run demo`: the built add-on fills a local spreadsheet before your eyes. `--help` says what it can. */
import { built } from '../../world/built';
import { BadInput, oneLine, Stopped } from '../common/bad-input';
import { writeCsv } from '../common/csv';
import { writeDist } from './dist';
import { type Options, parseOptions, USAGE } from './options';
import { type Outcome, outcomeOf } from './outcome';
import { agreed, planOf } from './plan';
import { perform, prepare } from './run';
import { showFigures, showOutcome, showPlan, showProgress, showStart } from './show';
import { Terminal } from './terminal';

/** Reader gone, as in `npm run demo | head`: nothing more to say. */
process.stdout.on('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2), process.env.LINKUP_API_KEY);

async function main(args: readonly string[], key: string | undefined): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options !== 'help') return await demonstrate(options, key);
    process.stdout.write(USAGE);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof BadInput || thrown instanceof Stopped)) throw thrown;
    const line = oneLine(thrown);
    process.stderr.write(`${key ? line.replaceAll(key, '(key)') : line}\n`);
    return thrown instanceof BadInput ? 2 : 1;
  }
}

/** Everything that can be refused comes before anything that is written. */
async function demonstrate(options: Options, key: string | undefined): Promise<number> {
  const terminal = new Terminal(process.stdout);
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

/** The real web may well say something else than the data set. */
function isGood({ ends, wrong }: Outcome, { live }: Options): boolean {
  return (live || wrong.length === 0) && ends.every(({ standing }) => standing !== 'open');
}
