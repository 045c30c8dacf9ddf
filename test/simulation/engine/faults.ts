/** What goes wrong on the way to Linkup and at Google. Each fault says before which call it can strike. */
import type { ServiceCall } from '../../doubles/google';
import type { Dice } from './dice';
import type { Stage } from './stage';
import type { WireFault } from './wire';

/** A fault that waits for the next request for tasks. */
export const AT_LINKUP: Readonly<
  Record<string, (dice: Dice) => Omit<Extract<WireFault, { linkup: object }>, 'kind'>>
> = {
  'post: unreachable': () => ({ only: 'POST', linkup: { effect: 'before', network: 'unreachable' } }),
  'post: answer lost': () => ({ only: 'POST', linkup: { effect: 'after', network: 'unreachable' } }),
  'post: timeout': (dice) => ({
    only: 'POST',
    linkup: { effect: 'after', network: 'timeout', effectDelayMs: dice.between(0, 60_000) },
  }),
  'post: 500 before effect': () => ({ only: 'POST', linkup: { effect: 'before', status: 500 } }),
  'post: 500 after effect': () => ({ only: 'POST', linkup: { effect: 'after', status: 500 } }),
  'post: 502 before effect': () => ({ only: 'POST', linkup: { effect: 'before', status: 502, body: HTML } }),
  'post: 502 after effect': () => ({ only: 'POST', linkup: { effect: 'after', status: 502, body: HTML } }),
  'post: 504 before effect': () => ({
    only: 'POST',
    linkup: { effect: 'before', code: 'REQUEST_DEADLINE_EXCEEDED' },
  }),
  'post: 504 after effect': (dice) => ({
    only: 'POST',
    linkup: { effect: 'after', code: 'REQUEST_DEADLINE_EXCEEDED', effectDelayMs: dice.between(0, 60_000) },
  }),
  'post: truncated': (dice) => ({
    only: 'POST',
    linkup: { effect: 'after', truncateTo: dice.between(0, 200) },
  }),
  'post: HTML': () => ({ only: 'POST', linkup: { effect: 'after', status: 200, body: HTML } }),
  'list: unreachable': () => ({ only: 'GET', linkup: { effect: 'before', network: 'unreachable' } }),
  'list: 500': () => ({ only: 'GET', linkup: { effect: 'before', status: 500 } }),
  'list: 502': () => ({ only: 'GET', linkup: { effect: 'before', status: 502, body: HTML } }),
  'list: truncated': (dice) => ({
    only: 'GET',
    linkup: { effect: 'after', truncateTo: dice.between(0, 400) },
  }),
  'list: HTML': () => ({ only: 'GET', linkup: { effect: 'after', status: 200, body: HTML } }),
  '429: queue full': () => ({
    only: 'POST',
    linkup: { effect: 'before', code: 'TASKS_QUEUE_LIMIT_EXCEEDED' },
  }),
  '429: too many requests': () => ({ linkup: { effect: 'before', code: 'TOO_MANY_REQUESTS' } }),
  '429: no credits': () => ({
    only: 'POST',
    linkup: { effect: 'before', code: 'INSUFFICIENT_FUNDS_CREDITS' },
  }),
  '429: budget': () => ({ only: 'POST', linkup: { effect: 'before', code: 'EXCEED_BUDGET_LIMIT' } }),
  '401 in mid-run': () => ({ linkup: { effect: 'before', code: 'UNAUTHORIZED' } }),
  'bandwidth before effect': () => ({ linkup: { effect: 'before', network: 'bandwidth' } }),
  'bandwidth after effect': () => ({ linkup: { effect: 'after', network: 'bandwidth' } }),
};

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/** A service call that Google refuses: before which call, and with what text. */
export interface Refusal {
  readonly method: string;
  readonly text: string;
}

/** Google's texts as collected (Apps Script reference, November 2026). */
export const REFUSALS: Readonly<Record<string, Refusal>> = {
  'property store full': {
    method: 'Properties.setProperty',
    text: 'You have exceeded the property storage quota. Please remove some properties and try again.',
  },
  'properties quota': {
    method: 'Properties.setProperty',
    text: 'Service invoked too many times for one day: properties.',
  },
  'properties read fails': {
    method: 'Properties.getProperties',
    text: 'Service invoked too many times for one day: properties.',
  },
  'fetch quota': {
    method: 'UrlFetchApp.fetch',
    text: 'Service invoked too many times for one day: urlfetch.',
  },
  'reading cells fails': {
    method: 'Range.getValues',
    text: 'Service Spreadsheets timed out while accessing document.',
  },
  'arming a trigger fails': {
    method: 'ClockTriggerBuilder.create',
    text: 'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  },
};

/** What Google does besides refusing: to locks, triggers and buffered writes. */
export const AT_GOOGLE: Readonly<Record<string, (stage: Stage, call: ServiceCall, dice: Dice) => boolean>> = {
  'lock not granted': ({ state }) => state.locks.take('document', STRANGER),
  'lock lost': ({ state }, { execution }) => {
    const held = state.locks.holds('document', execution);
    // What a person's own lock guards is done in a moment.
    state.locks.release('document', execution);
    return held;
  },
  'flush fails': (stage, _, dice) => {
    stage.failWriteAfter(dice.between(0, 12));
    return true;
  },
  'trigger late': ({ state }, _, dice) => delay(state, dice.between(1, 45) * MINUTE),
  'trigger late by days': ({ state }, _, dice) => delay(state, dice.between(24, 72) * 60 * MINUTE),
  'trigger disabled': ({ state }) => {
    const [trigger] = state.triggers.records;
    return trigger !== undefined && state.triggers.remove(trigger.id);
  },
  'trigger never fires': ({ state }) => {
    const [trigger] = state.triggers.records;
    if (trigger) trigger.dueAt = undefined;
    return trigger !== undefined;
  },
};

const MINUTE = 60_000;

function delay({ triggers }: Stage['state'], ms: number): boolean {
  const [trigger] = triggers.records;
  if (trigger?.dueAt !== undefined) trigger.dueAt += ms;
  return trigger?.dueAt !== undefined;
}

/** An execution that holds the lock and is never seen otherwise. */
export const STRANGER = -1;
