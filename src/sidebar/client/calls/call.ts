/** Calls of the sidebar to its server, typed by `Calls`. A call never rejects: whatever goes wrong becomes a sentence. */
import type { Calls, Reply } from '../../protocol';

interface Runner {
  withSuccessHandler(handler: (reply: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  sidebarCall(name: string, argument: unknown): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** The reply to one call. */
export type ReplyTo<Name extends keyof Calls> = Reply<Calls[Name]['result']>;

/** Why a call gave no result: the problem's code, a sentence for the person, and what it is about where that is one part of the form. */
export interface Fault {
  readonly code: string;
  readonly sentence: string;
  readonly place?: string;
}

/** Nothing is wrong. */
export const NO_FAULT: Fault = { code: '', sentence: '' };

/** Which calls were refused or lost on this page, the last few, by their codes: for a report. */
export const refusedLately: string[] = [];

const MOST_REFUSED = 8;

/** Asks the server. */
export function call<Name extends keyof Calls>(
  name: Name,
  argument: Calls[Name]['argument'],
): Promise<ReplyTo<Name>> {
  return new Promise((resolve) => {
    const failWith = (failed: Failed) => finish(failure(name, failed));
    const timer = setTimeout(() => failWith('no-answer'), LONGEST);
    function finish(reply: ReplyTo<Name>): void {
      clearTimeout(timer);
      if (!reply.ok) refusedLately.push(`${name} ${reply.code}`);
      refusedLately.splice(0, refusedLately.length - MOST_REFUSED);
      resolve(reply);
    }
    const failed = (error: unknown) => failWith(failedHow(error));
    try {
      google.script.run
        .withSuccessHandler((reply) => finish(isReply<Name>(reply) ? reply : UPDATED))
        .withFailureHandler(failed)
        .sidebarCall(name, argument);
    } catch (thrown) {
      failed(thrown); // Google's code throws at once for what cannot cross.
    }
  });
}

/** Page and script are built together from one protocol, so only the envelope is checked; null is what a version mix-up gives. */
function isReply<Name extends keyof Calls>(reply: unknown): reply is ReplyTo<Name> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  if (reply.ok === true) return 'result' in reply;
  return 'sentence' in reply && typeof reply.sentence === 'string' && 'code' in reply;
}

/** How a call fails on its way, apart from what the server says. */
type Failed = 'refused' | 'limited' | 'unreachable' | 'no-answer' | 'cut-short' | 'google';

/** Longer than Google lets a call run, which is 6 minutes (Apps Script quotas page, November 2026), in ms. */
const LONGEST = 390_000;

const UPDATED = {
  ok: false,
  code: 'updated',
  sentence: 'The add-on has been updated. Close this sidebar and open it again from the menu.',
} as const;

/**
 * How Google words failures (Apps Script, November 2026), the narrower first. Without a network, google.script.run fails at once with
 * “NetworkError: Connection failure due to HTTP 0”, or never comes back; a server that is too busy gives its status there.
 */
const WORDS: readonly (readonly [pattern: RegExp, failed: Failed])[] = [
  [/PERMISSION_DENIED|authorization is required|not authorized/i, 'refused'],
  [/too many (times|simultaneous)|quota|rate limit|HTTP 429/i, 'limited'],
  [/HTTP 5\d\d/i, 'google'],
  [/network|connection|HTTP 0/i, 'unreachable'],
  [/maximum execution time|timed? ?out/i, 'cut-short'],
];

/** How a google.script.run call failed. Google speaks the person's language: what is not known here may be anything. */
export function failedHow(error: unknown): Failed {
  const message = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'google';
}

const SENTENCES: Readonly<Record<Failed, string>> = {
  // With several accounts, google.script.run may run as the browser's first one: issuetracker.google.com/69270374.
  refused:
    'Google refused this call. If several Google accounts are signed in here, open the sheet in a private window with one of them. Otherwise allow access from the add-on’s menu.',
  limited: 'Google limits how often this can be done. Try again later.',
  unreachable: 'Google could not be reached. Check your internet connection.',
  'no-answer': 'Google has not answered. Try again.',
  'cut-short': 'Google stopped this because it took too long. Try again.',
  google: 'Google could not finish this. If it keeps failing, reload the sheet.',
};

/** The same of a press that may have done its work, or a part of it, before its answer got lost. */
const IN_DOUBT: Readonly<Partial<Record<Failed, string>>> = {
  unreachable: 'Google could not be reached, or its answer got lost: check your internet connection.',
  'no-answer': 'Google has not answered.',
  'cut-short': 'Google stopped this because it took too long.',
  google: 'Google could not finish this.',
};

const LOOK_FIRST = 'It may have been done all the same: read the sheet again before you repeat it.';

/** Presses that do something a second time, or are refused, where they are repeated after they were done. */
const DEEDS: readonly (keyof Calls)[] = [
  'save',
  'remove',
  'tryOne',
  'writeTried',
  'makeList',
  'moreOfList',
  'adopt',
  'enrich',
  'enrichChain',
  'askAgain',
  'carryOn',
  'refreshNow',
  'undo',
  'removeAll',
];

/** What a call that failed on its way means for a person. */
export function failure(name: keyof Calls, failed: Failed): Fault & { readonly ok: false } {
  const lost = DEEDS.includes(name) ? IN_DOUBT[failed] : undefined;
  if (lost) return { ok: false, code: 'in-doubt', sentence: `${lost} ${LOOK_FIRST}` };
  return { ok: false, code: failed, sentence: SENTENCES[failed] };
}
