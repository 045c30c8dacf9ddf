/** Schedules, as the page shows and sets them. */
import { count } from '../enrichment/amounts';
import type { Enrichment } from '../enrichment/definition';
import { inUsd, moneyOf } from '../enrichment/money';
import { type Wall, wallClock, wallInWords } from '../enrichment/wall-clock';
import { saidThere, sentenceFor, stoppedSentence } from '../enrichment/words';
import type { Properties } from '../platform/properties';
import { SELDOM_INTERVAL } from '../platform/triggers';
import { waits } from '../run/cycle/stand-down';
import { arm } from '../run/press/arm';
import { isGivenUp, pauseSchedule, turnOn } from '../run/press/schedule';
import { enrichmentMeant, revisionOf } from '../run/record/enrichments';
import { accountIn } from '../run/record/key';
import { type Mandate, mandateFor } from '../run/record/mandates';
import { type Hindrance, type Schedule, scheduleOf } from '../run/record/schedules';
import type { Services } from '../run/services';
import type { Refreshing, ScheduleTerms, Wished } from './schedule-types';

/** What both stores hold, read just now. */
interface Known {
  readonly documents: Properties;
  readonly user: Properties;
}

/** How the schedule of an enrichment stands; null where there is none. */
export function refreshingOf(services: Services, e: Enrichment, known: Known): Refreshing | null {
  const shown = scheduleOf(known.documents, e.id);
  if (!shown) return null;
  const { workbook, clock } = services;
  const own = mandateFor(known.user, workbook.id(), e.id);
  const mine = own?.id === shown.mandate;
  const off = offIn(e, shown, mine ? own : undefined, accountIn(known.user));
  const { rule, rows, cap, by, key, next } = shown;
  const wall = wallClock(workbook.timeZone());
  const isFree = shown.off !== undefined || isGivenUp(shown, clock.now());
  return {
    ...{ rule, rows, cap: inUsd(cap), mine, by, key, isFree: isFree && !mine },
    next: off ? '' : wallInWords(wall(next)),
    off: off ? saidThere(stoppedSentence(off)) : '',
    isPaused: off?.code === 'schedule-paused',
    last: lastIn(shown, wall),
  };
}

/** Why it starts nothing, also where that is only known before its time. */
function offIn(
  e: Enrichment,
  shown: Schedule,
  own: Mandate | undefined,
  account: string,
): Hindrance | undefined {
  if (shown.off || !own) return shown.off;
  // It could not be said that it starts nothing any more.
  if (own.next === undefined) return { code: 'schedule-paused', subject: '' };
  if (account === '') return { code: 'no-key', subject: '' };
  if (account !== own.account) return { code: 'key-changed', subject: '' };
  return revisionOf(e) === own.revision ? undefined : { code: 'schedule-void', subject: e.name };
}

function lastIn({ last }: Schedule, clock: (moment: number) => Wall): Refreshing['last'] {
  if (!last) return null;
  const { at, asked, hindered } = last;
  const what = hindered
    ? saidThere(sentenceFor(hindered.code, hindered.subject))
    : `${asked === 0 ? 'nothing' : count(asked, 'question')} asked`;
  return { when: wallInWords(clock(at)), what };
}

/** What there is to know before a yes. */
export function scheduleTerms({ currentUser, workbook }: Services): ScheduleTerms {
  return { by: currentUser(), timeZone: workbook.timeZone(), within: SELDOM_INTERVAL / 60_000 };
}

/** Turns one on. */
export function schedule(services: Services, { price, cap, ...wish }: Wished): Refreshing | null {
  turnOn(services, { ...wish, price: moneyOf(price), cap: moneyOf(cap) });
  return refreshingNow(services, wish.id);
}

/** Pauses one. */
export function paused(services: Services, id: string): Refreshing | null {
  pauseSchedule(services, id);
  return refreshingNow(services, id);
}

function refreshingNow(services: Services, id: string): Refreshing | null {
  const { documents, user } = services;
  const e = enrichmentMeant(documents, id);
  return refreshingOf(services, e, { documents: documents.all(), user: user.all() });
}

/** A person's schedule or list whose trigger is gone, by hand for instance, gets one again when its person looks, at whatever sheet. */
export function keepStarting(services: Services, { user, documents }: Known): void {
  const { workbook, triggers, clock } = services;
  if (waits(workbook.id(), user, clock.now(), () => documents) && !triggers.armed()) arm(services, 'seldom');
}
