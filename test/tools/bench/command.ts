/** The bench as a command: plays the jobs of `cases.ts` and prints what they cost. */
import { writeFileSync } from 'node:fs';
import { built } from '../../world/built';
import { exitCode, type Streams } from '../common/command-line';
import { type ByRow, byRow } from './by-row';
import { CASES, type Case } from './cases';
import { chartOf } from './chart';
import { play } from './drive';
import { type Figures, figuresOf, rounded, show } from './figures';
import { BENCH_USAGE, type BenchOptions, parseBench } from './options';
import { plan } from './planning';
import { outageMinutesPerHour, stuckMinutesPerHour } from './waiting';

/** Writes a line. */
type Say = (line: string) => void;

/** Rows of the run whose lock and own time are told, and of the table that is planned. */
const LONG_RUN = 20_000;
const MANY = 100_000;

async function measure(options: BenchOptions, say: Say): Promise<number> {
  const cases: Figures[] = [];
  for (const job of options.cases) {
    const { reading, invalid } = await play(job, options.costs);
    const figures = figuresOf(job, reading, invalid);
    cases.push(figures);
    say(show(figures));
  }
  const others = await compare(say);
  if (options.chart) writeFileSync(options.chart, chartOf(charted(cases), others));
  const more = options.all ? await besides(cases, say) : {};
  if (options.json) say(JSON.stringify({ cases, ...more }));
  return cases.some(({ invalid }) => invalid !== '') ? 1 : 0;
}

/** What is measured besides the jobs, where all are played. */
async function besides(cases: readonly Figures[], say: Say): Promise<object> {
  const long = cases.find(({ rows, driver }) => rows === LONG_RUN && driver === 'clock');
  const files = await built();
  const others = {
    plan100k: await plan(MANY),
    cpu20kSeconds: long?.cpuSeconds,
    stuckTriggerMinutesPerHour: rounded(await stuckMinutesPerHour()),
    outageTriggerMinutesPerHour: rounded(await outageMinutesPerHour()),
    lockFreeShare: long?.lockFreeShare,
    longestLockSeconds: long?.longestLockSeconds,
    codeBytes: Buffer.byteLength(files['Code.js'] ?? ''),
    sidebarBytes: Buffer.byteLength(files['Sidebar.html'] ?? ''),
  };
  for (const [name, value] of Object.entries(others)) say(`${name}: ${JSON.stringify(value)}`);
  return others;
}

/** Jobs of the usual kind, the first one of each size. */
function charted(cases: readonly Figures[]): Figures[] {
  const usual = cases.filter(
    ({ queue, depth, scattered, name }) =>
      queue === 100 && depth === 'standard' && !scattered && !/spread/.test(name),
  );
  const bySize = new Map(usual.reverse().map((each) => [each.rows, each]));
  return [...bySize.values()].sort((a, b) => a.rows - b.rows);
}

async function compare(say: Say): Promise<ByRow> {
  const [job] = CASES as readonly [Case];
  const found = await byRow(job);
  const { rowsDone, sheetCallsPerRow, secondsPerRow } = found;
  const [calls, seconds] = [sheetCallsPerRow.toFixed(1), secondsPerRow.toFixed(1)];
  say(`row by row: ${calls} sheet calls and ${seconds} s a row; ended by Google after ${rowsDone} rows`);
  return found;
}

/** Runs it; gives the exit code. */
export function main(args: readonly string[], { out, err }: Streams): Promise<number> {
  const say: Say = (line) => void out.write(`${line}\n`);
  const work = async (): Promise<number> => {
    const options = parseBench(args);
    if (options !== 'help') return measure(options, say);
    say(BENCH_USAGE);
    return 0;
  };
  return exitCode(work, (line) => err.write(`${line}\n`));
}
