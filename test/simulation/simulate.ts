/** `npm run simulate -- --seeds N [--from S] [--json]`: plays seeds one after another; ends with 1 when an invariant was broken. */
import { parseArgs } from 'node:util';
import { bundle } from '../../build.mjs';
import { add, emptyTally } from './counts';
import { play, type Report } from './play';
import { scenarioOf } from './seeds';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50' },
    from: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const from = wholeNumber('from', values.from);
const seeds = wholeNumber('seeds', values.seeds);
const files = await bundle();
const startedAt = Date.now();
const total = emptyTally();
let violations = 0;

for (let seed = from; seed < from + seeds; seed++) {
  const report = play(scenarioOf(seed), files);
  add(total, report.tally);
  violations += report.violations.length;
  if (report.violations.length > 0) tell(seed, report);
}

const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
const summary = { seeds, violations, ...total, seconds };
if (values.json) console.log(JSON.stringify(summary));
else
  console.log(
    `${seeds} seeds, ${violations} violations, ${total.executions} executions, ${total.kills} kills, ${seconds} s`,
  );
process.exitCode = violations > 0 ? 1 : 0;

/** The seed, what happened in it, and each invariant that was broken. */
function tell(seed: number, { trace, violations: broken }: Report): void {
  console.error(`seed ${seed}`);
  for (const line of trace) console.error(`  ${line}`);
  for (const { invariant, what } of broken) console.error(`  => invariant ${invariant}: ${what}`);
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${name} takes a whole number from 1, not “${text}”`);
  process.exit(2);
}
