/** The sentences of `words.ts` for schedules: what is said to whoever sets one, and why one starts nothing any more. */
import type { ProblemCode } from './problem';

const NOTHING = 'Nothing was asked and nothing is billed.';

/** By code, for whom it is about, or for the enrichment. */
export const SCHEDULE_SENTENCES = {
  'already-scheduled': (s) =>
    `This is refreshed by itself already, ${s ? `as ${s} and` : 'as somebody else and'} with their key. Nothing was changed; once they pause it, or if it misses its time by a day, you can take it over.`,
  'not-scheduled': (s) =>
    `“${s}” is not refreshed with your key: its schedule was removed, or somebody has taken it over. ${NOTHING} Read the sheet again.`,
  'nothing-refreshed': () =>
    'No rows are named that are to be refreshed, so nothing was saved. Choose at least one kind of rows.',
  'schedule-void': (s) =>
    `“${s}” was changed, or costs more, since it was agreed to be refreshed by itself. ${NOTHING} Look at the question and its price, and turn it on again.`,
  'schedule-paused': (s) =>
    `${s ? `Paused by ${s}` : 'Paused'}: nothing is asked until it is turned on again.`,
} satisfies Partial<Record<ProblemCode, (subject: string) => string>>;

const AGAIN = 'turn it on again in the sidebar (menu “Set up…”)';

/** Why a schedule has stopped, where that is said otherwise than of a press; colleagues read it too. */
const STOPS: Partial<Record<ProblemCode, string>> = {
  'no-key': `There is no Linkup key any more of whoever set it, so nothing is asked. With a key, ${AGAIN}.`,
  'bad-key': `Linkup does not accept the key any more, so nothing is asked. Replace it, then ${AGAIN}.`,
  'key-changed': `Whoever set it has another Linkup key now, and has not said that it shall pay. Nothing is asked; to have it pay, ${AGAIN}.`,
  'no-credits': `The Linkup credits are used up, so nothing is asked. Top up at app.linkup.so, then ${AGAIN}.`,
  'unknown-enrichment': 'The enrichment was removed, so nothing is asked.',
};

/** Why a schedule starts nothing any more; undefined where it is said as to whoever presses something. */
export function stopped(code: ProblemCode): string | undefined {
  return STOPS[code];
}
