/** The simulation as a command: plays seeds, prints what broke, and counts what happened; or hunts engines that are broken on purpose. */
import { buildsOf } from '../../simulation/engine/bundles';
import { add, emptyTally, type Tally } from '../../simulation/engine/counts';
import { KINDS } from '../../simulation/engine/happenings';
import { type Builds, playOn, type Report } from '../../simulation/engine/play';
import { playAll } from '../../simulation/engine/pool';
import type { Scenario } from '../../simulation/engine/scenario';
import { isThemed, scenarioOf } from '../../simulation/engine/seeds';
import { shrink } from '../../simulation/engine/shrink';
import { THEMES } from '../../simulation/engine/themes';
import { MUTANTS } from '../../simulation/mutants';
import type { Mutant } from '../../simulation/mutants/mutant';
import { BadInput } from '../common/bad-input';
import { exitCode, type Streams } from '../common/command-line';
import { parseSimulate, SIMULATE_USAGE, type SimulateOptions } from './options';

/** Writes a line. */
type Say = (line: string) => void;

/** A broken engine must be noticed within so many seeds. */
const MUTANT_SEEDS = 2_000;

/** Shrinking takes long: of many failing seeds only the first few are shrunk. */
const MOST_SHRUNK = 3;

function* scenarios(from: number, n: number, theme: string): Generator<Scenario> {
  for (let seed = from; seed < from + n; seed++) {
    const scenario = scenarioOf(seed);
    if ((scenario.theme ?? '').includes(theme)) yield scenario;
  }
}

/** The seeds of a hunt, in two rounds: situations with a name are small, and were made to tell a broken engine from a sound one. */
const ROUNDS: readonly ((seed: number) => boolean)[] = [isThemed, (seed) => !isThemed(seed)];

function* roundOf(isIn: (seed: number) => boolean, theme: string): Generator<Scenario> {
  for (let seed = 1; seed <= MUTANT_SEEDS; seed++) if (isIn(seed)) yield* scenarios(seed, 1, theme);
}

/** Gives how many seeds broke a promise. */
async function simulate({ from, seeds, theme, json }: SimulateOptions, say: Say): Promise<number> {
  const builds = await buildsOf();
  const startedAt = performance.now();
  const total = zeroTally();
  const failed: Report[] = [];
  await playAll(builds, scenarios(from, seeds, theme), (report) => {
    add(total, report.tally);
    if (report.violations.length > 0) failed.push(report);
    return true;
  });
  if (!json) for (const words of inWords(builds, failed)) say(words);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  say(JSON.stringify({ seeds, violations: failed.length, failing: failed.map(inShort), ...total, seconds }));
  return failed.length;
}

/** Enough to play it again, and to see whether two failures are one. */
function inShort({ scenario, violations }: Report): object {
  return {
    seed: scenario.seed,
    broken: violations.slice(0, 3).map(({ promise, what }) => `${promise}: ${what}`),
  };
}

/** Every kind is named, so that one that never happened is seen to be missing. */
function zeroTally(): Tally {
  const total = emptyTally();
  for (const kind of KINDS.fault) total.faults[kind] = 0;
  for (const kind of KINDS.person) total.userActions[kind] = 0;
  for (const { name } of THEMES) total.themes[name] = 0;
  return total;
}

function inWords(builds: Builds, failed: readonly Report[]): string[] {
  return failed.map((report, i) => words(i < MOST_SHRUNK ? shrink(builds, report) : report));
}

function words({ scenario, trace, violations }: Report): string {
  const broken = violations.slice(0, 5).map(({ promise, what }) => `  promise ${promise}: ${what}`);
  const { happenings: _, seed, ...rest } = scenario;
  return [`seed ${seed}: ${JSON.stringify(rest)}`, ...trace.map((line) => `  ${line}`), ...broken].join('\n');
}

/** All are hunted through the first round before any is through the second, which takes longer. Gives how many were not caught. */
async function hunt(part: string, theme: string, say: Say): Promise<number> {
  const sound = await buildsOf();
  let left = MUTANTS.filter(({ name }) => name.includes(part));
  for (const isIn of ROUNDS) {
    const survivors: Mutant[] = [];
    for (const mutant of left) {
      const caught = await firstCatch(sound, await buildsOf(mutant.patches), roundOf(isIn, theme));
      if (caught) say(`${mutant.name.padEnd(60)} ${caught}`);
      else survivors.push(mutant);
    }
    left = survivors;
  }
  for (const { name } of left) say(`${name.padEnd(60)} NOT CAUGHT within ${MUTANT_SEEDS} seeds`);
  return left.length;
}

/** The first seed that breaks a promise only because the engine was broken. */
async function firstCatch(
  sound: Builds,
  mutant: Builds,
  played: Iterable<Scenario>,
): Promise<string | undefined> {
  let caught: string | undefined;
  await playAll(mutant, played, ({ scenario, violations: [first] }) => {
    if (!first || playOn(sound, scenario).violations.length > 0) return true;
    caught = `seed ${scenario.seed}, promise ${first.promise}: ${first.what.replace(/\s+/g, ' ').slice(0, 100)}`;
    return false;
  });
  return caught;
}

/** Throws BadInput where a word is in no name: then nothing would be played, and nothing break. */
function known(what: string, word: string, named: readonly { readonly name: string }[]): void {
  if (!named.some(({ name }) => name.includes(word)))
    throw new BadInput(`No ${what} has "${word}" in its name`);
}

/** Runs it; gives the exit code. */
export function main(args: readonly string[], { out, err }: Streams): Promise<number> {
  const say: Say = (line) => void out.write(`${line}\n`);
  const work = async (): Promise<number> => {
    const options = parseSimulate(args);
    if (options === 'help') {
      say(SIMULATE_USAGE);
      return 0;
    }
    const { hunted, theme } = options;
    known('situation', theme, THEMES);
    known('broken engine', hunted ?? '', MUTANTS);
    const broken = hunted === undefined ? await simulate(options, say) : await hunt(hunted, theme, say);
    return broken > 0 ? 1 : 0;
  };
  return exitCode(work, (line) => err.write(`${line}\n`));
}
