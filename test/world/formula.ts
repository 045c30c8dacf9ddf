/** The formula =LINKUP in the cells of a world: turned on, recalculated by whoever it is, and what that cost. */
import { argumentFrom, type Calculated } from '../doubles/google/custom-functions';
import { countryTable } from './countries';
import { ask } from './sidebar';
import { World, type WorldOptions } from './world';

/** One formula as it is typed: an argument that is a reference is written as `{ a1: 'A2:A9' }`. */
export type Argument = string | number | undefined | { readonly a1: string };

/** Who recalculates: the owner, unless somebody else does. */
interface By {
  readonly user?: string;
  readonly isViewer?: boolean;
}

/** Some countries, with formulas turned on up to a cap a day in USD. */
export async function withFormulas(cap = 1, options: WorldOptions = {}, rows = 10): Promise<World> {
  const world = await World.open(countryTable(rows), options);
  ask(world, 'setFormula', { cap });
  return world;
}

/** What the cells of a formula show after one recalculation. */
export function calculate({ host }: World, args: readonly Argument[], by: By = {}): Calculated {
  const passed = args.map((each) =>
    typeof each === 'object' ? argumentFrom(host.spreadsheet, each.a1) : (each ?? ''),
  );
  return host.calculate('LINKUP', passed, by);
}

/** The value that it shows; throws the message behind its error. */
export function shows(world: World, ...args: readonly Argument[]): unknown {
  const calculated = calculate(world, args);
  if ('error' in calculated) throw new Error(calculated.error);
  return calculated.shows;
}

/** The message behind its error; '' where it shows a value. */
export function errorOf(world: World, args: readonly Argument[], by: By = {}): string {
  const calculated = calculate(world, args, by);
  return 'error' in calculated ? calculated.error : '';
}

/** One formula recalculated so many times: what it showed in the end, and how many questions were billed, at how much in all. */
export function recalculated(world: World, question: string, times: number) {
  const before = world.linkup.bill.entries.length;
  let shown: unknown;
  for (let n = 0; n < times; n++) shown = shows(world, question);
  const billed = world.linkup.bill.entries.slice(before);
  return { shown, questions: billed.length, usd: billed.reduce((sum, { price }) => sum + price, 0) };
}
