/**
 * `npm run bench` plays the jobs of `cases.ts` on the built add-on, on a virtual clock, and prints what they cost.
 * `--json` ends with a line of all figures, `--costs 3` makes Google three times as slow, `--case PART` plays some.
 */
import { parseArgs } from 'node:util';
import { built } from '../../world/built';
import { byRow } from './by-row';
import { CASES, type Case } from './cases';
import { play } from './drive';
import { type Figures, figuresOf, rounded, show } from './figures';
import { plan } from './planning';
import { outageMinutesPerHour, stuckMinutesPerHour } from './waiting';

/** Rows of the run whose lock and own time are told, and of the table that is planned. */
const LONG_RUN = 20_000;
const MANY = 100_000;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    costs: { type: 'string', default: '1' },
    case: { type: 'string', default: '' },
  },
});

async function measure(): Promise<number> {
  const cases: Figures[] = [];
  for (const job of CASES.filter(({ name }) => name.includes(values.case))) {
    const { reading, invalid } = await play(job, Number(values.costs));
    const figures = figuresOf(job, reading, invalid);
    cases.push(figures);
    console.log(show(figures));
  }
  await compare();
  const others = values.case === '' ? await besides(cases) : {};
  if (values.json) console.log(JSON.stringify({ cases, ...others }));
  return cases.some(({ invalid }) => invalid !== '') ? 1 : 0;
}

/** What is measured besides the jobs, where all are played. */
async function besides(cases: readonly Figures[]): Promise<object> {
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
  for (const [name, value] of Object.entries(others)) console.log(`${name}: ${JSON.stringify(value)}`);
  return others;
}

async function compare(): Promise<void> {
  const [job] = CASES as readonly [Case];
  const { rowsDone, sheetCallsPerRow, secondsPerRow } = await byRow(job);
  const [calls, seconds] = [sheetCallsPerRow.toFixed(1), secondsPerRow.toFixed(1)];
  console.log(
    `row by row: ${calls} sheet calls and ${seconds} s a row; ended by Google after ${rowsDone} rows`,
  );
}

/** Reader gone, as in `npm run bench | head`: nothing more to say. */
process.stdout.on('error', () => process.exit());
process.exitCode = await measure();
