/** The sentences for a run that does not go on at the moment, where those of a press would be untrue: rows were asked, others wait, and whoever reads may be a colleague. */
import { HOW_TO_GIVE, missing } from './permissions';
import type { Problem, ProblemCode } from './problem';

/** What a Problem is about. */
type About = Pick<Problem, 'code' | 'subject'>;

/** Why a run waits, without the full stop, and what whoever started it can do. */
interface Pause {
  readonly what: (subject: string) => string;
  readonly remedy: string;
}

const GO_ON = 'choose “Check for results now”';
const MEANWHILE = 'Answered rows are kept, waiting rows are not billed.';

/** Nothing can be saved while a run goes on: what is wrong with its definition cannot be mended under it. */
const SPOILT: Pause = {
  what: () => 'The enrichment was changed meanwhile and cannot be asked as it is, so nothing more is asked',
  remedy: 'Stop this run, put the enrichment right, and press Enrich for the rows that are left.',
};

/** Why runs wait for a person. */
const PAUSES = {
  'no-key': {
    what: () => 'There is no Linkup key any more, so nothing more is asked or fetched',
    remedy: `Paste one from app.linkup.so in the sidebar (menu “Set up…”), then ${GO_ON}.`,
  },
  'bad-key': {
    what: () => 'Linkup does not accept the key of this run, so nothing more is asked or fetched',
    remedy: `Replace it in the sidebar (menu “Set up…”), then ${GO_ON}.`,
  },
  'no-credits': {
    what: () => 'The Linkup credits that pay for this run are used up',
    remedy: `${MEANWHILE} Top up at app.linkup.so, then ${GO_ON}.`,
  },
  'budget-reached': {
    what: () => 'The Linkup key of this run has reached its own budget limit',
    remedy: `${MEANWHILE} Raise the limit at app.linkup.so, then ${GO_ON}.`,
  },
  forbidden: {
    what: () => 'Linkup refuses these questions for the key of this run, so nothing more is asked',
    remedy: `Check the rights of the key at app.linkup.so, then ${GO_ON}.`,
  },
  'address-blocked': {
    what: () =>
      'The Linkup key of this run only works from certain IP addresses, and Google’s change all the time',
    remedy: `Use a key without an IP list, then ${GO_ON}.`,
  },
  'type-not-enabled': {
    what: () =>
      'This kind of task is not enabled for the Linkup account of this run, so nothing more is asked',
    remedy: `Ask Linkup to enable it, then ${GO_ON}; or stop the run and choose another kind.`,
  },
  'no-permission': {
    what: missing,
    remedy: `${HOW_TO_GIVE}. Then ${GO_ON}.`,
  },
  unrecognised: {
    what: (s) =>
      `Linkup took the last questions of “${s}” but answered in a form that this add-on does not recognise, so nothing more is asked. Their rows say “Perhaps asked”: they may be billed, and will not be asked again by themselves`,
    remedy: 'Look for an update of the add-on; “Check for results now” asks the next batch.',
  },
  'refused-alike': {
    what: (s) =>
      `Linkup refuses one question after the other for the same reason${because(s)}. Nothing of that was billed, and nothing more is asked`,
    remedy: `Change the rows, then ${GO_ON}; or stop the run and change the enrichment.`,
  },
  'storage-full': {
    what: () => 'This document’s storage for add-ons is full, so nothing more is asked',
    remedy: `Delete enrichments that are no longer used, then ${GO_ON}.`,
  },
  'agreement-void': {
    what: (s) =>
      `“${s}” is not what it was when its price was agreed to, so nothing more is asked and nothing more is billed`,
    remedy: 'Stop this run, look at the question, and press Enrich for the rows that are left.',
  },
  'key-changed': {
    what: (s) => `“${s}” was started with another Linkup key, so nothing more is asked`,
    remedy:
      'Choose “Check for results now” to go on with the present key: answers under way arrive if both keys are of one organisation at Linkup. Or stop the run.',
  },
  'cap-reached': {
    what: () => 'The spending cap of this run is reached. Rows that still wait were not asked and not billed',
    remedy: 'Stop this run, and start another one for them.',
  },
  'columns-missing': {
    what: (s) => `A column of this enrichment is gone (${s}), so nothing more is asked or written`,
    remedy: `Bring it back with the sheet’s own Undo, then ${GO_ON}; or stop the run and save the enrichment again.`,
  },
  'unknown-column': {
    what: (s) =>
      `The column “${s}”, which the question names, is gone or renamed, so nothing more is asked or written`,
    remedy: `Call it so again, then ${GO_ON}; or stop the run and change the question.`,
  },
  'ambiguous-column': {
    what: (s) => `The question could mean several columns by now, so nothing more is asked or written: ${s}`,
    remedy: `Give them names that differ in more than capitals and spaces, then ${GO_ON}.`,
  },
  'merged-outputs': {
    what: (s) =>
      `Cells in ${s} are merged, so answers cannot be written there. They are kept at Linkup for a while`,
    remedy: `Unmerge them soon, then ${GO_ON}.`,
  },
  protected: {
    what: (s) =>
      `${s ? `A part of the sheet is protected (${s})` : 'A part of the sheet is protected'}, so answers cannot be written. They are kept at Linkup for a while`,
    remedy: `Have the protection lifted soon, then ${GO_ON}.`,
  },
  'now-protected': {
    what: (s) =>
      `“${s}” has been protected meanwhile, so answers cannot be written. They are kept at Linkup for a while`,
    remedy: `Have the protection lifted soon, then ${GO_ON}.`,
  },
  unexpected: {
    what: () => 'Something unforeseen goes wrong again and again, so nothing more is asked',
    remedy: `No question is asked twice because of it; ${GO_ON} to go on. If it comes back, please report it.`,
  },
  malformed: SPOILT,
  'empty-template': SPOILT,
  'no-placeholder': SPOILT,
  'empty-placeholder': SPOILT,
  'unclosed-placeholder': SPOILT,
  'no-fields': SPOILT,
  'bad-field': SPOILT,
  'bad-schema': SPOILT,
  'bad-option': SPOILT,
} satisfies Partial<Record<ProblemCode, Pause>>;

/** What passes by itself, and holds a run up meanwhile. */
const HOLD_UPS = {
  network: 'Linkup cannot be reached',
  bandwidth: 'Google limits the internet traffic of the account that works on this run',
  'rate-limited': 'Linkup asks us to slow down',
  'server-error': 'Linkup has internal errors',
  'bad-response': 'Linkup sends answers that cannot be read',
  'task-not-found': 'Linkup does not find what it was asked for',
  'fetch-quota': 'Google’s daily number of web requests is used up',
  'cannot-read': 'Google does not let the sheet be read',
  'cannot-write': 'Google does not let the sheet be written',
  'cannot-store': 'Google does not take notes for this document',
  'kept-moving': 'The table keeps changing while it is being written',
  unexpected: 'Something unforeseen goes wrong',
} satisfies Partial<Record<ProblemCode, string>>;

/** Codes of which only a run that waits can tell. */
export const ONLY_OF_RUNS = [
  'unrecognised',
  'refused-alike',
  'agreement-void',
  'key-changed',
  'cap-reached',
  'now-protected',
] as const satisfies readonly (keyof typeof PAUSES)[];

/** One of them. */
export type OnlyOfRuns = (typeof ONLY_OF_RUNS)[number];

/** What holds a run up that goes on by itself; undefined for what never passes. */
export function heldUp({ code }: About): string | undefined {
  if (!isIn(HOLD_UPS, code)) return undefined;
  return `${HOLD_UPS[code]}. Nothing is lost and nothing is asked twice; the run goes on by itself once that is over.`;
}

/** Why a run waits for a person, as whoever started it reads it; undefined for what pauses no run. */
export function waits(about: About): string | undefined {
  const pause = pauseFor(about);
  return pause && `${pause.what(about.subject)}. ${pause.remedy}`;
}

/** The same for a colleague: what may be done with the key of `by` is for `by` to do. */
export function waitsFor(about: About, by: string): string | undefined {
  const pause = pauseFor(about);
  return (
    pause &&
    `${pause.what(about.subject)}. Once that is mended, ${by} can go on. You can also go on with a key of your own, or stop the run.`
  );
}

function pauseFor({ code }: About): Pause | undefined {
  if (isIn(PAUSES, code)) return PAUSES[code];
  return isIn(HOLD_UPS, code) ? lasting(HOLD_UPS[code]) : undefined;
}

/** What should have passed and has not: the run has been let wait for a person. */
function lasting(holdUp: string): Pause {
  return {
    what: () => `${holdUp}, for a day by now, so nothing more is asked`,
    remedy: 'Answers that Linkup still keeps arrive once you choose “Check for results now”.',
  };
}

function isIn<Some extends object>(some: Some, code: ProblemCode): code is ProblemCode & keyof Some {
  return code in some;
}

/** A reason behind a colon, without an end of its own; '' where there is none. */
export function because(subject: string): string {
  return subject ? `: ${withoutEnd(subject)}` : '';
}

/** A text without the full stops and blanks at its end. Counted back, for a pattern would try every blank of a long text anew. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
