/** Everything that the tour says: a table, a sentence a part, what is amiss, and the figures as JSON. */
import { count } from '../../../../src/enrichment/amounts';
import { printable, type Terminal } from '../../common/terminal';
import { duration, usd } from '../show';
import { exactly } from './ledger';
import type { Judged } from './tour';

/** What of a part is shown of all that is amiss. */
const FIRST_AMISS = 5;

/** The last line of `--json`. Money in USD, time on the documents' clocks. */
export interface Figures {
  readonly parts: readonly {
    readonly name: string;
    readonly rows: number;
    readonly done: number;
    readonly wrong: number;
    readonly billedUsd: number;
  }[];
  readonly wrong: number;
  readonly billedUsd: number;
  /** On the same bills, for what had to be there before a part began. */
  readonly beforeUsd: number;
  readonly virtualSeconds: number;
  /** The parts that did not do what they should. */
  readonly amiss: readonly string[];
}

/** The figures of all parts. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const sum = (of: (part: Judged) => number): number =>
    exactly(judged.reduce((all, part) => all + of(part), 0));
  return {
    parts: judged.map(({ name, rows, done, wrong, billedUsd }) => {
      return { name, rows, done, wrong: wrong.length, billedUsd };
    }),
    wrong: sum(({ wrong }) => wrong.length),
    billedUsd: sum(({ billedUsd }) => billedUsd),
    beforeUsd: sum(({ beforeUsd }) => beforeUsd ?? 0),
    virtualSeconds: sum(({ virtualSeconds }) => virtualSeconds),
    amiss: judged.filter(({ amiss }) => amiss.length > 0).map(({ name }) => name),
  };
}

/** The tour as a person reads it. */
export function showTour(terminal: Terminal, judged: readonly Judged[], figures: Figures): void {
  terminal.line();
  terminal.table(
    ['Part', 'Rows', 'Done', 'Wrong', 'Billed', 'Virtual time'],
    judged.map(({ name, rows, done, wrong, billedUsd, virtualSeconds }) => [
      ...[name, rows, done, wrong.length].map(String),
      ...[usd(billedUsd), duration(virtualSeconds)],
    ]),
  );
  terminal.line();
  for (const part of judged) showPart(terminal, part);
  const { amiss } = figures;
  const verdict =
    amiss.length === 0
      ? terminal.paint('green', 'Everything is as the data set and the price list have it.')
      : terminal.paint('red', `${count(amiss.length, 'part')} not as it should be: ${amiss.join(', ')}.`);
  const before = figures.beforeUsd > 0 ? `, and ${usd(figures.beforeUsd)} for what was there before` : '';
  terminal.line(`\n${verdict} Linkup’s bill: ${usd(figures.billedUsd)}${before}.`);
}

function showPart(terminal: Terminal, { name, did, amiss }: Judged): void {
  terminal.line(`${terminal.paint('bold', name)}${did && `: ${printable(did)}`}`);
  for (const line of amiss.slice(0, FIRST_AMISS))
    terminal.line(`  ${terminal.paint('red', printable(line))}`);
  if (amiss.length > FIRST_AMISS) terminal.line(`  … and ${amiss.length - FIRST_AMISS} more`);
}
