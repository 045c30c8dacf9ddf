/** What a demonstration asks, of which table, and what it may cost: everything that is known before it begins. */
import { basename, extname, join, resolve } from 'node:path';
import type { Draft } from '../../../src/sidebar/protocol';
import { countryTable, FACTS } from '../../world/countries';
import { BadInput } from '../common/bad-input';
import { readCsv } from '../common/csv';
import { type Filling, fillingOf } from './fill';
import type { Options } from './options';

/** Linkup's price list in USD for an answer from search, structured or not (pricing page, November 2026). */
const PRICE = { usual: 0.006, deep: 0.055 };

/** A live run that may cost more than this, in USD, wants a word of consent. */
const WITHOUT_ASKING = 1;

/** A demonstration before it begins. */
export interface Plan {
  /** Headings, then rows. */
  readonly table: readonly (readonly string[])[];
  readonly draft: Pick<Draft, 'name' | 'template' | 'shape' | 'fields' | 'options'>;
  /** Whether the data set behind the countries knows the answers. */
  readonly comparable: boolean;
  /** Where the enriched table is written. */
  readonly file: string;
  /** Rows that are asked at most. */
  readonly asked: number;
  /** USD for one answer, and for all these rows at most. */
  readonly price: number;
  readonly atMost: number;
  /** What the person should know about what they asked for. */
  readonly notes: readonly string[];
}

/** Works out the plan; reads the CSV file if there is one. Throws BadInput. */
export function planOf(options: Options): Plan {
  const table = tableOf(options);
  const filling = options.fill ? fillingOf(table, options.ask) : undefined;
  const asked = filling?.rows ?? table.length - 1;
  const price = options.depth === 'deep' ? PRICE.deep : PRICE.usual;
  return {
    table,
    draft: draftOf(options, filling),
    comparable: [options.csv, options.ask, options.fields].every((own) => own === undefined),
    file: join(options.out, `${nameOf(options.csv)}.csv`),
    asked,
    price,
    atMost: Math.round(price * asked * 1e6) / 1e6,
    notes: notesOn(options, table.length - 1),
  };
}

/** Whether a live run may begin. Throws BadInput without a key, or when its price was not agreed to. */
export function agreed(plan: Plan, { yes }: Options, key: string | undefined): string {
  if (!key) throw new BadInput('--live needs your Linkup key in the environment variable LINKUP_API_KEY');
  if (plan.atMost > WITHOUT_ASKING && !yes)
    throw new BadInput(
      `this live run may cost up to $${plan.atMost.toFixed(2)}; add --yes to agree, or take fewer --rows`,
    );
  return key;
}

/** npm changes to the project's folder; a file is meant where the person typed the command. */
function tableOf({ csv, rows }: Options): readonly (readonly string[])[] {
  if (csv === undefined) return countryTable(rows);
  return readCsv(resolve(process.env.INIT_CWD ?? '.', csv), rows);
}

function draftOf({ ask, fields, depth }: Options, filling: Filling | undefined): Plan['draft'] {
  const wanted = filling?.fields ?? fields ?? (ask === undefined ? FACTS.fields : []);
  const shape = wanted.length > 0 ? 'fields' : 'answer';
  return {
    name: shape === 'fields' ? FACTS.name : 'Answer',
    template: filling?.template ?? ask ?? FACTS.template,
    shape,
    fields: wanted,
    options: { depth },
  };
}

function nameOf(csv: string | undefined): string {
  return csv === undefined ? 'countries' : `${basename(csv, extname(csv))}-enriched`;
}

function notesOn({ csv, rows, realtime, live }: Options, there: number): string[] {
  const of = csv === undefined ? 'countries' : 'rows in the table';
  const notes = [];
  if (rows !== undefined && rows > there) notes.push(`There are ${there} ${of}, not ${rows}: all are asked.`);
  if (realtime || live) notes.push('On the wall clock answers take their time: please wait.');
  return notes;
}
