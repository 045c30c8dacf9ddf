/** What the host has said so far: kept in the document's properties, so that an execution can go on where another one ended. */
import type { Said } from './verdict';

const ANSWER = 'parity.answer.';
const ROUND = 'parity.round';
const OWN = 'parity.own';

/** After so long whoever presses again wants to hear everything anew. */
const ROUND_MS = 3_600_000;

const store = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();
const ownStore = (): GoogleAppsScript.Properties.Properties => PropertiesService.getUserProperties();

/** Keeps an answer, over an earlier one. */
export function keep(id: string, said: Said): void {
  store().setProperty(ANSWER + id, JSON.stringify(said));
}

/** All answers of the round, by the question's id. */
export function kept(): Readonly<Record<string, Said>> {
  const entries = Object.entries(store().getProperties())
    .filter(([key]) => key.startsWith(ANSWER))
    // Written by `keep`.
    .map(([key, text]) => [key.slice(ANSWER.length), JSON.parse(text) as Said] as const);
  return Object.fromEntries(entries);
}

/** Whether a round is under way. */
export function isUnderWay(): boolean {
  return Date.now() - Number(store().getProperty(ROUND) ?? 0) < ROUND_MS;
}

/** Forgets all that was said, and begins a round. */
export function forgetAll(): void {
  store().deleteAllProperties();
  store().setProperty(ROUND, String(Date.now()));
  ownStore().setProperty(OWN, 'yes');
}

/** Whether the properties at hand are those of whoever began the round: that is where the product keeps a key. */
export function readsOwn(): boolean {
  return ownStore().getProperty(OWN) === 'yes';
}

/** The round is over: the next press begins another one. */
export function endRound(): void {
  store().deleteProperty(ROUND);
  ownStore().deleteProperty(OWN);
}
