/** Lists that a person has asked for, kept until they are closed: what they ask, the press under way, and what the last one came to. */
import { checkSense } from '../../enrichment/check';
import { type Enrichment, enrichment } from '../../enrichment/definition';
import { checkListQuestion } from '../../enrichment/list';
import type { Money } from '../../enrichment/money';
import {
  cut,
  id,
  integer,
  maybe,
  moment,
  oneOf,
  type Parser,
  record,
  text,
  yesNo,
} from '../../enrichment/parse';
import type { Store } from '../../platform/properties';
import type { Services } from '../services';
import { MOST_ROWS } from './counts';
import { Kept, type Kind } from './kept';
import type { ListEnd } from './list-end';
import { MOST_MONEY } from './run';

/** Where rows are being written: what is found there after a kill is finished, or taken away. */
export interface Writing {
  /** What a new sheet is called; '' where the list has one. */
  readonly name: string;
  /** Google's id of the sheet; missing until the new one is there. */
  readonly sheetId?: number;
  /** The first row of the block, and how many there are. */
  readonly row: number;
  readonly rows: number;
}

/** A press that has not come to its end. */
export interface OpenPress {
  /** Names it in its receipt. */
  readonly id: string;
  /** '' while no id is known. */
  readonly task: string;
  /** The hash of what it asks, by which its task is known where the id got lost. */
  readonly subject: string;
  /** Whether its receipt names whoever pressed. */
  readonly named: boolean;
  readonly writing?: Writing;
}

/** One list. */
export interface KeptList {
  readonly id: string;
  /** When it was last asked, in ms since 1970. */
  readonly at: number;
  /** What is asked: the question, the fields, how deep. It is no enrichment of any sheet. */
  readonly asked: Enrichment;
  /** Of one press. */
  readonly price: Money;
  readonly open?: OpenPress;
  /** Google's id of its sheet, once rows are on it. */
  readonly sheetId?: number;
  readonly last?: ListEnd;
}

const sensible: Parser<Enrichment> = (value, path) => {
  const e = enrichment(value, path);
  checkSense(e, checkListQuestion);
  return e;
};

const sheet = integer(0, Number.MAX_SAFE_INTEGER);
const rows = integer(0, MOST_ROWS);

const stored: Parser<KeptList> = record<KeptList>({
  id,
  at: moment,
  asked: sensible,
  price: integer(0, MOST_MONEY),
  open: maybe(
    record<OpenPress>({
      ...{ id, task: cut(200), subject: text, named: yesNo },
      writing: maybe(record<Writing>({ name: text, sheetId: maybe(sheet), row: rows, rows })),
    }),
  ),
  sheetId: maybe(sheet),
  last: maybe(
    record<ListEnd>({
      outcome: oneOf('written', 'nothing', 'no new', 'failed'),
      ...{ rows, doubles: rows, keyless: rows, beyond: rows },
      ...{ reason: text, price: integer(0, MOST_MONEY) },
    }),
  ),
});

const DAY = 24 * 3_600_000;

/** With tries and drafts they stay below 500 kB. */
const LISTS: Kind<KeptList> = {
  prefix: 'linkup.list.',
  stored,
  ...{ mostInDocument: 5, mostInAll: 15, oldest: 90 * DAY },
  forms: (list) => [list],
};

/** The lists of one person in one document. */
export class KeptLists extends Kept<KeptList> {
  constructor(user: Store, document: string) {
    super(user, document, LISTS);
  }
}

/** The lists of whoever is at work, in this document. */
export function listsOf({ user, workbook }: Pick<Services, 'user' | 'workbook'>): KeptLists {
  return new KeptLists(user, workbook.id());
}
