/** When an enrichment is to be refreshed by itself, as the page has it while it is being written; and what is sent of it. Pure. */
import { MOST_DAYS, type Rule } from '../../../enrichment/schedule';
import type { Refreshing, Saved, Wished } from '../../protocol';
import type { Fault } from '../calls/call';
import { readable } from './edits';
import { mostPerRow, pricePerRow } from './look';
import { capIn } from './offer-words';

/** The settings, with amounts as they are typed. */
export interface Settings {
  readonly rule: Rule;
  readonly fresh: boolean;
  readonly changed: boolean;
  readonly failed: boolean;
  /** Whether answers are asked for again for their age, and from how many days on. */
  readonly aged: boolean;
  readonly days: string;
  /** USD; '' for what is proposed. */
  readonly cap: string;
}

/** What it is about, as it is on view. */
export interface About {
  readonly saved: Saved;
  /** How many rows the sheet has. */
  readonly rows: number;
}

/** Before anybody has said otherwise: each morning, what was never answered, or not as it stands now. */
const USUAL: Settings = {
  rule: { every: 'day', hour: 7, day: 1 },
  ...{ fresh: true, changed: true, failed: true },
  ...{ aged: false, days: '30', cap: '' },
};

/** What was agreed to before, to be changed or agreed to once more. */
export function settingsOf(refreshing: Refreshing | null): Settings {
  if (!refreshing) return USUAL;
  const { rule, rows, cap } = refreshing;
  const { days, ...kinds } = rows;
  const aged = days !== undefined;
  return { rule, ...kinds, aged, days: String(days ?? USUAL.days), cap: String(cap) };
}

/** No start is to surprise anybody: more than this is only spent by who writes it, in USD. */
const CALM = 1;

/** What is proposed for one start at most, in USD: what all rows would cost once, no more than a dollar, and one question in any case. */
export function proposedCap({ saved, rows }: About): number {
  const most = mostPerRow(readable(saved)) ?? 0;
  return Math.max(most, Math.min(most * rows, CALM));
}

/** Of one question, in USD; 0 where the definition cannot be read, which the server says better. */
export function priceOf(saved: Saved): number {
  return pricePerRow(readable(saved)) ?? 0;
}

/** What a row costs as the enrichment is saved, in USD, and what it costs at most where its steps go on. */
export function pricesOf(saved: Saved): [price: number, most: number] {
  const price = priceOf(saved);
  return [price, mostPerRow(readable(saved)) ?? price];
}

/** What one start may cost, in USD; undefined while that is no amount. */
export function capOf({ cap }: Settings, about: About): number | undefined {
  return capIn(cap, proposedCap(about));
}

/** What is sent, or what is wrong with it. */
export function wishOf(settings: Settings, about: About): Wished | Fault {
  const { rule, fresh, changed, failed, aged } = settings;
  const { id, revision } = about.saved;
  const cap = capOf(settings, about);
  if (cap === undefined) return wrong('refresh-cap', 'Write an amount in dollars, such as 1.');
  const days = Number(settings.days);
  if (aged && !(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS))
    return wrong('refresh-days', 'Write a number of days, from 1 to 1,000.');
  const rows = { fresh, changed, failed, ...(aged && { days }) };
  return { id, revision, rule, rows, price: priceOf(about.saved), cap };
}

function wrong(place: string, sentence: string): Fault {
  return { code: 'form', place, sentence };
}

const BOXES: Readonly<Record<string, string>> = {
  'cap-too-small': 'refresh-cap',
  'nothing-refreshed': 'refresh-rows',
};

/** The box of the settings that a fault is about; '' for none. */
export function settingsBox({ code, place = '' }: Fault): string {
  return BOXES[code] ?? place;
}
