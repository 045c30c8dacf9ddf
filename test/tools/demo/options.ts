/** The command line of `npm run demo`: what can be asked for, and what is refused. */
import type { Field } from '../../../src/enrichment/definition';
import { BadInput } from '../common/bad-input';
import { typed } from '../common/command-line';
import { parseFields } from './fields';

/** Depths of a Linkup search, quickest first. */
export const DEPTHS = ['flash', 'fast', 'standard', 'deep'] as const;

/** What the person asked for. Absent where nothing was said. */
export interface Options {
  readonly rows?: number;
  /** A CSV file with a table of one's own. */
  readonly csv?: string;
  /** A question of one's own, with `{{Column}}` placeholders. */
  readonly ask?: string;
  readonly fields?: readonly Field[];
  /** Fills the empty columns of the table. */
  readonly fill: boolean;
  readonly depth: (typeof DEPTHS)[number];
  readonly realtime: boolean;
  readonly live: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  /** All that the add-on does, one part after the other, instead of one table. */
  readonly tour: boolean;
  /** Share of the tasks that fail at the local Linkup, 0 to 1. */
  readonly fail: number;
  /** The folder of the enriched table. */
  readonly out: string;
}

/** What `--help` prints. */
export const USAGE = `Usage: npm run demo -- [options]

Builds the add-on, opens a local spreadsheet of 250 countries, and lets the add-on fill it from a local Linkup:
started by its own menu function, finished by its time-driven trigger where that leaves anything, on a virtual clock.

  --rows N          only the first N rows
  --csv FILE        a table of your own: row 1 holds the column names, at most 10,000 rows,
                    200 columns and 250,000 cells; needs --ask or --fill
  --ask QUESTION    a question of your own, such as "Who founded {{Company}}?"
  --fields LIST     what to fill, such as "capital:text, area:number"; kinds: text, number, whole number,
                    percent, money (US dollars), yes/no, date, list, link, e-mail, phone;
                    with --ask and without --fields there is one column for the whole answer
  --fill            fill those columns of the table that are blank in most rows; what is typed in them stays;
                    without --ask the question is made of the first filled column and the names of these
  --depth DEPTH     ${DEPTHS.join(', ')}; standard unless you say otherwise
  --fail RATE       share of the questions that fail at the local Linkup, such as 0.1
  --realtime        on the wall clock
  --live            ask the real Linkup, with the key in LINKUP_API_KEY, on the wall clock; costs real credits
  --yes             agree to a live run that may cost more than $1
  --out FOLDER      where the enriched table goes, as CSV; out/ unless you say otherwise
  --tour            everything that the add-on does, part by part, each in a table of its own; goes with --json only
  --json            the last line on stdout is one JSON object
  --help            this text

Exit code: 0 when every row came to an end and no answer was wrong (--tour: nor any bill), 1 when not, 2 for bad input (then nothing is written).
`;

/** Reads the arguments. Throws BadInput. */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const given = parse(args);
  if (given.help) return 'help';
  if (given.tour) checkAlone(Object.keys(given));
  const options: Options = {
    ...(given.rows === undefined ? {} : { rows: rowsOf(given.rows) }),
    ...(given.csv === undefined ? {} : { csv: notEmpty('--csv', given.csv) }),
    ...(given.ask === undefined ? {} : { ask: notEmpty('--ask', given.ask) }),
    ...(given.fields === undefined ? {} : { fields: parseFields(given.fields) }),
    fill: given.fill ?? false,
    depth: depthOf(given.depth ?? 'standard'),
    realtime: given.realtime ?? false,
    live: given.live ?? false,
    yes: given.yes ?? false,
    json: given.json ?? false,
    tour: given.tour ?? false,
    fail: rateOf(given.fail ?? '0'),
    out: notEmpty('--out', given.out ?? 'out'),
  };
  checkTogether(options);
  return options;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return typed(args, {
    options: {
      rows: text,
      csv: text,
      ask: text,
      fields: text,
      fill: flag,
      depth: text,
      fail: text,
      out: text,
      realtime: flag,
      live: flag,
      yes: flag,
      json: flag,
      tour: flag,
      help: { ...flag, short: 'h' },
    },
  }).values;
}

function checkAlone(given: readonly string[]): void {
  const other = given.find((name) => name !== 'tour' && name !== 'json');
  if (other) throw new BadInput(`--tour plays what is fixed and cannot go with --${other}`);
}

function checkTogether({ csv, ask, fields, fill, live, fail }: Options): void {
  if (csv !== undefined && ask === undefined && !fill)
    throw new BadInput(
      '--csv needs --ask "… {{Column}} …", or --fill: there is no question yet for your table',
    );
  if (fill && csv === undefined) throw new BadInput('--fill needs --csv FILE: a table with empty columns');
  if (fill && fields !== undefined)
    throw new BadInput('--fill makes a field of each empty column and cannot go with --fields');
  if (live && fail > 0) throw new BadInput('--fail is for the local Linkup and cannot go with --live');
}

function notEmpty(option: string, text: string): string {
  if (!text.trim()) throw new BadInput(`${option} is empty`);
  return text;
}

function rowsOf(text: string): number {
  const rows = /^\d+$/.test(text) ? Number(text) : 0;
  if (rows < 1) throw new BadInput(`--rows must be a whole number from 1 on, not "${text}"`);
  return rows;
}

function depthOf(text: string): Options['depth'] {
  const depth = DEPTHS.find((known) => known === text);
  if (!depth) throw new BadInput(`--depth must be one of ${DEPTHS.join(', ')}, not "${text}"`);
  return depth;
}

function rateOf(text: string): number {
  const rate = text.trim() === '' ? Number.NaN : Number(text);
  if (!(rate >= 0 && rate <= 1)) throw new BadInput(`--fail must be a number from 0 to 1, not "${text}"`);
  return rate;
}
