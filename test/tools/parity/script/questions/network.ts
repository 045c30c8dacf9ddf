/** What UrlFetchApp makes of slow, missing, failing and forbidden hosts. A public echo service answers; nothing of anybody's is sent to it. */
import type { Desk, Question } from '../question';

/** Answers with what it was asked, after as many seconds as its path says, or with the status that it says. */
export const ECHO = 'https://postman-echo.com';

/** Seconds that we wait for an answer that takes eight. */
const PATIENCE = 2;

/** The questions about the network. */
export const NETWORK: readonly Question[] = [
  {
    id: 'timeout-fetch',
    asks: 'Does timeoutSeconds end a fetch?',
    knobs: [],
    sureness: 'documented',
    means:
      'A POST that hangs would take the rest of the six minutes; questions it had sent are found again by Linkup’s own list.',
    adapts: 'what was sent without an answer is looked for before anything is asked again',
    ask: (desk) => {
      greeted();
      timed(desk, 'fetch()', () => UrlFetchApp.fetch(`${ECHO}/delay/8`, impatient));
    },
  },
  {
    id: 'timeout-fetch-all',
    asks: 'Does it end one request of a fetchAll, and what becomes of the others?',
    knobs: [],
    sureness: 'assumed',
    means: 'Nothing of ours: the product sends one request at a time.',
    adapts: 'fetchAll is not used for what costs money',
    ask: (desk) => {
      greeted();
      const slow = { url: `${ECHO}/delay/8`, ...impatient };
      timed(desk, 'fetchAll()', () => UrlFetchApp.fetchAll([`${ECHO}/get`, slow]));
    },
  },
  {
    id: 'fetch-all-or-nothing',
    asks: 'Does one host that is not there throw away all answers of a fetchAll?',
    knobs: [],
    sureness: 'observed',
    means: 'Nothing of ours: the product sends one request at a time.',
    ask: (desk) => {
      greeted();
      const missing = { url: 'https://no-such-host.example.com/', muteHttpExceptions: true };
      desk.tries('fetchAll()', () => UrlFetchApp.fetchAll([`${ECHO}/get`, missing]));
    },
  },
  {
    id: 'failed-responses',
    asks: 'Does a response of 404 throw only where it is not muted?',
    knobs: [],
    sureness: 'documented',
    means: 'Linkup’s reasons for a refusal could not be read, nor told.',
    ask: (desk) => {
      greeted();
      const url = `${ECHO}/status/404`;
      desk.tries('unmuted', () => UrlFetchApp.fetch(url));
      desk.tries('muted', () => {
        desk.facts.status = UrlFetchApp.fetch(url, { muteHttpExceptions: true }).getResponseCode();
      });
    },
  },
  {
    id: 'whitelist',
    asks: 'Is a host refused in a bound script that is not on the manifest’s whitelist?',
    knobs: [],
    sureness: 'assumed',
    means: 'The whitelist would not keep a changed script from sending the key elsewhere.',
    ask: (desk) => {
      greeted();
      desk.tries('another host', () => UrlFetchApp.fetch('https://example.org/'));
    },
  },
];

/** `timeoutSeconds` is in Google's reference (November 2026) but not yet in its types. */
const impatient = { muteHttpExceptions: true, timeoutSeconds: PATIENCE };

/** Throws where the echo service cannot be reached: then nothing can be learnt from failures. */
function greeted(): void {
  UrlFetchApp.fetch(`${ECHO}/get`);
}

function timed(desk: Desk, name: string, act: () => void): void {
  const startedAt = Date.now();
  desk.tries(name, act);
  desk.quotes.seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
}
