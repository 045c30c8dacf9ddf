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
  readStored,
  record,
  text,
  yesNo,
} from '../../enrichment/parse';
import type { Properties, Store } from '../../platform/properties';
import type { Services } from '../services';
import { MOST_ROWS } from './counts';
import { DAY, Kept, type Kind } from './kept';
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
  /** Whose key asked it (`accountOf`): a key of another organisation does not see its task. */
  readonly account: string;
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

/** A list with a press under way. */
export type Pressed = KeptList & { readonly open: OpenPress };

/** Whether one is under way. */
export function isPressed(list: KeptList): list is Pressed {
  return list.open !== undefined;
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
      ...{ id, task: cut(200), subject: text, account: text, named: yesNo },
      writing: maybe(record<Writing>({ name: text, sheetId: maybe(sheet), row: rows, rows })),
    }),
  ),
  sheetId: maybe(sheet),
  last: maybe(
    record<ListEnd>({
      outcome: oneOf('written', 'nothing', 'no new', 'full', 'failed'),
      ...{ rows, doubles: rows, keyless: rows, beyond: rows },
      ...{ reason: text, price: integer(0, MOST_MONEY) },
    }),
  ),
});

const PREFIX = 'linkup.list.';

/** Lists of one person in one document; so many may be under way at once. */
export const MOST_LISTS = 5;

/** With tries and drafts they stay below 500 kB. */
const LISTS: Kind<KeptList> = {
  prefix: PREFIX,
  stored,
  ...{ mostInDocument: MOST_LISTS, mostInAll: 15, days: 90 },
  forms: (list) => [list],
  isOwed: ({ open }) => open !== undefined,
};

/** The lists of one person in one document. */
export class KeptLists extends Kept<KeptList> {
  constructor(user: Store, document: string) {
    super(user, document, LISTS);
  }
}

/** So long the trigger looks for a list that does not come, in ms: what Linkup has not done by then it will not do. */
const LOOKED_FOR = 3 * DAY;

/** The lists of a document that are under way, among what a person's store holds; the document is named only where there may be some. */
export function listsUnderWay(properties: Properties, document: () => string, now: number): KeptList[] {
  const keys = Object.keys(properties).filter((key) => key.startsWith(PREFIX));
  if (keys.length === 0) return [];
  const here = `${PREFIX}${document()}.`;
  return keys.flatMap((key) => {
    const found = key.startsWith(here) ? readStored(stored, properties[key] ?? '') : undefined;
    return found?.open && now - found.at <= LOOKED_FOR ? [found] : [];
  });
}

/** The lists of whoever is at work, in this document. */
export function listsOf({ user, workbook }: Pick<Services, 'user' | 'workbook'>): KeptLists {
  return new KeptLists(user, workbook.id());
}
