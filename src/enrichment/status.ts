/** What a row's visible Status says. For people only: the machine never reads it back. */

/** The states of a row in the ledger. */
export const ROW_STATES = [
  'reserved',
  'submitted',
  'done',
  'not found',
  'failed',
  'expired',
  'perhaps asked',
] as const;

/** One of them. */
export type RowState = (typeof ROW_STATES)[number];

/** Status texts by state; a failed row adds its reason. */
export const STATUS: Readonly<
  Record<RowState | 'damaged' | 'unreadable' | 'nothing' | 'odd' | 'kept' | 'outdated', string>
> = {
  reserved: 'Waiting',
  submitted: 'Asking…',
  done: 'Done',
  'not found': 'Not found',
  failed: 'Failed',
  expired: 'Expired: Linkup no longer has the answer. Choose “Retry failed rows” to ask again.',
  'perhaps asked':
    'Perhaps asked: Linkup may have taken this question and may bill it. “Retry failed rows” looks for it first; what is not found is asked again, which may be billed a second time.',
  nothing: 'Done · nothing found',
  odd: 'Done · check: not in the form asked for',
  damaged: 'Not asked: the hidden cells of this row are incomplete',
  unreadable:
    'Perhaps asked: the hidden cells of this row cannot be read. “Retry failed rows” looks for it first; what is not found is asked again, which may be billed a second time.',
  kept: 'Done · your own value kept',
  outdated: 'Outdated: the row or its question has changed since it was asked',
};

/** The Status of a failed row. */
export function failedStatus(reason: string): string {
  return `${STATUS.failed}: ${reason}`;
}

/** The Status of a row that was answered, but not as it was meant to be. */
export function checkStatus(reason: string): string {
  return `${STATUS.done} · check: ${reason}`;
}

/** The Status of a row that was answered, with one thing more to be said of its answer; as it is for ''. */
export function withMore(status: string, more: string): string {
  if (more === '') return status;
  return `${status}${status === STATUS.done ? DOT : '; '}${more}`;
}

/** What a Status says of an answer that had nothing for some columns, by their names; '' for none. */
export function nothingFor(names: string): string {
  return names && `${NOTHING_FOR}${names}`;
}

/** The Status of a row whose answer stands, for asking it again brought none: a word for how that ended, and the reason. */
export function askedAgainStatus(ended: 'not found' | 'failed' | 'expired', reason = ''): string {
  const how = { 'not found': 'nothing found', failed: `failed: ${reason}`, expired: 'expired' };
  return `${STATUS.done}${DOT}asked again, ${how[ended]}`;
}

/** The Status of a row that was answered, with one more thing that is not as it was meant to be. */
export function alsoCheck(status: string, reason: string): string {
  if (status.startsWith(checkStatus(''))) return `${status}; ${reason}`;
  const blanks = `${STATUS.done}${DOT}${NOTHING_FOR}`;
  return status.startsWith(blanks)
    ? withMore(checkStatus(reason), status.slice(`${STATUS.done}${DOT}`.length))
    : checkStatus(reason);
}

const DOT = ' · ';
const NOTHING_FOR = 'nothing for ';

/** The reason that the Status of a failed row gives, for people; '' where somebody has written something else there. */
export function reasonIn(status: string): string {
  const start = failedStatus('');
  return status.startsWith(start) ? status.slice(start.length) : '';
}

const SKIPPED = 'Skipped: ';

/** The Status of a row that its enrichment is not for, as its condition says. */
export function skippedStatus(why: string): string {
  return `${SKIPPED}${why}`;
}

/** Whether a Status says that a row was left out by a condition. */
export function isSkipped(status: string): boolean {
  return status.startsWith(SKIPPED);
}

/** Whether a Status says that the answer beside it is to something else; earlier versions said it in other words. */
export function isOutdated(status: string): boolean {
  return status.startsWith('Outdated: ');
}

/** How a Status beginning with a word is coloured: text and background, readable without the colour too. */
export const STATUS_COLOURS: readonly (readonly [startsWith: string, text: string, background: string])[] = [
  ['Done', '#137333', '#e6f4ea'],
  ['Asking', '#174ea6', '#e8f0fe'],
  ['Waiting', '#5f6368', '#f1f3f4'],
  ['Not found', '#5f6368', '#f1f3f4'],
  ['Failed', '#a50e0e', '#fce8e6'],
  ['Expired', '#a50e0e', '#fce8e6'],
  ['Perhaps asked', '#7f4b00', '#fef7e0'],
  ['Paused', '#7f4b00', '#fef7e0'],
  ['Not asked', '#5f6368', '#f1f3f4'],
  ['Stopped', '#5f6368', '#f1f3f4'],
  ['Skipped', '#5f6368', '#f1f3f4'],
  ['Outdated', '#7f4b00', '#fef7e0'],
];
