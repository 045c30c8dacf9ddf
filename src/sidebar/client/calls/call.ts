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

/** Why a call gave no result: the problem's code, and a sentence for the person. */
export interface Fault {
  readonly code: string;
  readonly sentence: string;
}

/** Nothing is wrong. */
export const NO_FAULT: Fault = { code: '', sentence: '' };

/** Asks the server. */
export function call<Name extends keyof Calls>(
  name: Name,
  argument: Calls[Name]['argument'],
): Promise<ReplyTo<Name>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(failure('google', NO_REPLY)), LONGEST);
    function finish(reply: ReplyTo<Name>): void {
      clearTimeout(timer);
      resolve(reply);
    }
    const failed = (error: unknown) => finish(failure('google', sentenceFor(error)));
    try {
      google.script.run
        .withSuccessHandler((reply) => finish(isReply<Name>(reply) ? reply : failure('updated', UNREADABLE)))
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

function failure(code: string, sentence: string): Fault & { readonly ok: false } {
  return { ok: false, code, sentence };
}

/** Longer than Google lets a call run, which is 6 minutes (Apps Script quotas page, November 2026), in ms. */
const LONGEST = 390_000;

const NO_REPLY =
  'Google has not answered. This may have been done all the same: read the sheet again before you repeat it.';

const UNREADABLE = 'The add-on has been updated. Close this sidebar and open it again from the menu.';

/** How Google words the failures that a person can do something about (Apps Script, November 2026). */
const FAILURES: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [
    // With several accounts, google.script.run may run as the browser's first one: issuetracker.google.com/69270374.
    /PERMISSION_DENIED|authorization is required|not authorized/i,
    'Google refused this call. If several Google accounts are signed in here, open the sheet in a private window with one of them. Otherwise allow access from the add-on’s menu.',
  ],
  [/network|connection|HTTP 0/i, 'Google could not be reached. Check your internet connection.'],
  [
    /too many (times|simultaneous)|quota|rate limit/i,
    'Google limits how often this can be done. Try again later.',
  ],
  [/maximum execution time|timed? ?out/i, 'Google stopped this because it took too long.'],
];

const FAILURE = 'Google could not finish this. If it keeps failing, reload the sheet.';

/** What a failed google.script.run call means, for a person. */
export function sentenceFor(error: unknown): string {
  const message = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return FAILURES.find(([pattern]) => pattern.test(message))?.[1] ?? FAILURE;
}
