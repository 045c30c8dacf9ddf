/**
 * Requests: what people want of a run that may be in the hands of an execution at this moment. A record has one writer, the holder
 * of the lock; whoever wants something leaves it under a key of its own, and the holder obeys at its next cycle.
 */
import { orLog } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import { noteWithRoom } from './reserve';

/** stop: ask nothing more · end: wait for nothing more · disconnect: the person's key is gone · key: they have another one. */
export type Want = 'stop' | 'end' | 'disconnect' | 'key';

const PREFIX = 'linkup.want.';

/** How the first edition noted that a run should stop. */
const OLD_STOP = 'linkup.stop.';

/** Where whoever wants the document for a moment leaves the time, in ms since 1970. */
const TURN = `${PREFIX}turn`;

/** So long somebody waits at most for their turn, in ms: a request that is older was left by an execution that is gone. */
const TURN_VOID = 60_000;

/** Asks whoever is at work on the document to make way. A store that is full does not keep anybody from waiting. */
export function askForTurn(documents: Store, now: number): void {
  orLog(() => documents.set(TURN, String(now)));
}

/** Forgets that somebody waits: their turn has come, or is about to. */
export function forgetTurn(documents: Store): void {
  if (documents.get(TURN) !== undefined) documents.remove(TURN);
}

/** Whether somebody waits for the document, in a set of its properties. */
export function isTurnWanted(properties: Properties, now: number): boolean {
  const asked = Number(properties[TURN]);
  return asked > 0 && asked <= now && now - asked < TURN_VOID;
}

/** Leaves a request. Throws `storage-full`. */
export function request(documents: Store, run: string, what: Want, value = 'yes'): void {
  noteWithRoom(documents, run, () => documents.set(`${PREFIX}${run}.${what}`, value));
}

/** What was asked for, or undefined. */
export function requested(properties: Properties, run: string, what: Want): string | undefined {
  const old = what === 'stop' ? properties[OLD_STOP + run] : undefined;
  return properties[`${PREFIX}${run}.${what}`] ?? old;
}

/** Takes a request back that was obeyed. */
export function obeyed(documents: Store, run: string, what: Want): void {
  documents.remove(`${PREFIX}${run}.${what}`);
}

/** Forgets what was asked of a run that has ended. */
export function forgetRequests(documents: Store, run: string): void {
  const own = `${PREFIX}${run}.`;
  for (const key of Object.keys(documents.all())) {
    if (key.startsWith(own) || key === OLD_STOP + run) documents.remove(key);
  }
}

/**
 * Going on with a paused run is its payer's to ask for, and may hand it to another key of theirs: that is kept with them, where no
 * other editor can write it.
 */
export function requestGoingOn(user: Store, run: string): void {
  user.set(goingOn(run), 'yes');
}

/** Whether its payer wants a run to go on that is paused. */
export function shallGoOn(
  user: Store,
  { id, paused }: { readonly id: string; readonly paused?: object },
): boolean {
  return paused !== undefined && user.get(goingOn(id)) !== undefined;
}

/** A run goes on, or has ended; `known` is what the person's store holds. */
export function goesOn(user: Store, run: string, known: Properties = user.all()): void {
  if (goingOn(run) in known) user.remove(goingOn(run));
}

function goingOn(run: string): string {
  return `${PREFIX}${run}.resume`;
}
