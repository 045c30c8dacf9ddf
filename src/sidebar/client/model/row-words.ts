/** What there is to know of one row, in words. Pure. */
import { usd } from '../../../enrichment/amounts';
import type { Standing } from '../../../enrichment/selection';
import { reasonIn, STATUS } from '../../../enrichment/status';
import type { AboutRow, Bill } from '../../protocol';
import { ago, clockTime } from './time-words';

/** How a row stands, in a word or two, and what that means; '' where the words say all of it. */
const STANDINGS: Readonly<Record<Standing, readonly [words: string, reason: string]>> = {
  answered: ['Answered', ''],
  'not found': [
    'Nothing found',
    'Linkup found nothing for this question. “Ask this row again” asks once more, and costs nothing unless it is answered then.',
  ],
  failed: ['Failed', '“Failed” asks it again.'],
  expired: ['Expired', 'Linkup did not have the answer any more. “Failed” asks it again.'],
  'perhaps asked': [
    'Perhaps asked',
    'Linkup may have taken the question, and nobody can tell. “Failed” looks for it before it asks again.',
  ],
  unreadable: [
    'Perhaps asked',
    'Its hidden cells cannot be read, so it may have been asked. “Failed” looks for it before it asks again.',
  ],
  asking: ['Being asked', 'Its answer comes by itself.'],
  outdated: [
    'Outdated',
    'The row or the question has changed since it was answered. “Outdated” asks it again.',
  ],
  typed: ['Filled by hand', 'What stands in its cells was typed, or changed since, and is kept.'],
  unasked: ['Not asked', ''],
};

/** Whether it can be asked again by itself, without a word on money that is perhaps spent twice. */
export function canAskAgain({ standing, leftOut }: AboutRow): boolean {
  return leftOut === '' && ASKED_AGAIN.includes(standing);
}

const ASKED_AGAIN: readonly Standing[] = [
  'answered',
  'not found',
  'failed',
  'expired',
  'outdated',
  'unasked',
];

/** What its button says, with the price of one question in USD. */
export function askAgainLabel({ standing }: AboutRow, price: number): string {
  return `Ask this row${standing === 'unasked' ? '' : ' again'} · ${usd(price)}`;
}

/** How it stands: "Answered", "Filled by hand". */
export function standingWords({ standing, byHand }: AboutRow): string {
  return standing === 'typed' && byHand ? 'Answered, and changed by hand' : STANDINGS[standing][0];
}

/** Why it stands so, and what can be done; '' where there is nothing to say. */
export function reasonWords({ standing, status, empty, byHand, leftOut }: AboutRow): string {
  const why = standing === 'failed' ? reasonIn(status) : '';
  const cannot = leftOut && `It cannot be asked now: ${leftOut}.`;
  const blank = standing === 'answered' && empty && `Nothing was found for ${empty}.`;
  const kept =
    byHand &&
    `Typed or changed by hand, and kept: ${byHand}. The other cells are the answer of the run below.`;
  const stands = standing === 'typed' && kept ? kept : STANDINGS[standing][1];
  return [why, stands, blank, cannot].filter(Boolean).join(' ');
}

/** The Status cell where it says more than how the row stands; '' otherwise. */
export function statusWords({ status }: AboutRow): string {
  const saysNoMore = PLAIN.includes(status) || reasonIn(status) !== '';
  return saysNoMore ? '' : status;
}

const PLAIN: readonly string[] = [
  STATUS.done,
  STATUS['not found'],
  STATUS.submitted,
  STATUS.expired,
  STATUS['perhaps asked'],
  STATUS.unreadable,
  STATUS.outdated,
];

/** "3 days ago (12 Nov, 14:32)"; '' where it is not known. */
export function sinceWords({ since }: AboutRow, now: number): string {
  return since === 0 ? '' : `${ago(since, now)} (${clockTime(since, now)})`;
}

/** Whose run it was, and when: '' where the row was in none. `called` is what its enrichment is called now. */
export function runWords({ run, bill, since }: AboutRow, called: string, now: number): string {
  if (bill === 'tried') return 'Written from a try, or copied in a run that is no longer kept.';
  if (!run) return since === 0 ? '' : 'Not kept: its receipt is gone.';
  const at = run.startedAt === 0 ? 'A run' : `Run of ${clockTime(run.startedAt, now)}`;
  const by = run.by && ` by ${run.by}`;
  const then = run.name && run.name !== called ? `, called “${run.name}” then` : '';
  return `${at}${by}${then}`;
}

/** What its question has cost; '' where none was asked. */
export function costWords({ bill, price }: AboutRow): string {
  if (price === 0 && PRICED.includes(bill)) return 'Not known: it asked something else then.';
  return COSTS[bill](usd(price));
}

const PRICED: readonly Bill[] = ['paid', 'open', 'perhaps'];

const COSTS: Readonly<Record<Bill, (price: string) => string>> = {
  paid: (price) => `${price} by today’s price list, once for all rows that ask the same`,
  free: () => 'Nothing: only answers are billed',
  copied: () => 'Nothing: copied from a row that asked the same',
  open: (price) => `${price} when its answer comes`,
  perhaps: (price) => `${price} if Linkup has answered it`,
  tried: () => 'Nothing more than its try',
  none: () => '',
};
