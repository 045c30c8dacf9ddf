/** What the menu does: each command asks before it spends, and says in one sentence what came of it. */
import { count, figure, usd } from '../../enrichment/amounts';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd, type Money } from '../../enrichment/money';
import { Problem, unlessProblem } from '../../enrichment/problem';
import { isNothing, type Mode, type Selection } from '../../enrichment/selection';
import { lookedWords } from '../../enrichment/sorted-words';
import { sentence, sentenceFor } from '../../enrichment/words';
import { PROFILE } from '../../platform/profile';
import type { Ui } from '../../platform/ui';
import { readTable } from '../../sheet/reading';
import { advance, type Caller, LONGEST_STAY } from '../cycle/advance';
import { ownAgreements } from '../record/agreement';
import { allEnrichments, enrichmentsOn } from '../record/enrichments';
import { keyOf } from '../record/key';
import { lastIn } from '../record/last-run';
import { checkLayout } from '../record/layout';
import { isLiveAmong, type Run, runsIn } from '../record/run';
import { hasRun, seenIn } from '../report/report';
import type { Services } from '../services';
import { arm } from './arm';
import { balanceOr } from './balance';
import { asksToGoOn } from './follow';
import { lookOver } from './look-over';
import { describe, type Offer, offerFor } from './offer';
import { startRun } from './start';
import { isAbandoned, stop } from './stop';
import { toldSchedules } from './told-schedules';
import { completeFilter } from './widen-filter';

/** The menu's title, and that of everything it shows. */
export const TITLE = 'Enrich with Linkup';

/** A start from the menu stays as long as Google lets it, while its person goes on working; then trigger and sidebar do the rest. */
const START: Caller = { by: 'menu', budget: LONGEST_STAY };

/** “Check for results now” stays a while, so that small runs end before the person's eyes. */
const CHECK: Caller = { by: 'menu', budget: 25_000, resume: true };

/** Enriches whatever has no answer yet, or asks the selected rows or the failed ones again. */
export function enrich(services: Services, ui: Ui, mode: Mode, selectedOnly: boolean): void {
  const { workbook, documents } = services;
  const began = services.clock.now();
  const key = keyOf(services.user);
  const sheet = workbook.activeSheet();
  const e = choose(enrichmentsOn(documents, sheet.getSheetId()), ui);
  if (!e) return;
  const properties = documents.all();
  checkLayout(documents, e, properties);
  const live = runsIn(properties);
  if (live.some((run) => run.enrichment === e.id)) throw new Problem('already-running', e.name);
  const only = selectedOnly ? workbook.selectedRows() : undefined;
  const offer = offerFor(e, sheet, { mode, isLive: isLiveAmong(live), only });
  const balance = balanceOr('not-started', services.linkup(key));
  if (isNothing(offer.selection)) {
    // No start comes that would put right what a sort has parted.
    if (hasRun(documents.all(), e)) unlessProblem(() => lookOver(services, e, seenIn(e, readTable(sheet))));
    ui.inform(`${e.name}: nothing to ask`, describe(offer, balance));
    return;
  }
  if (!accepted(ui, e, offer, balance)) return;
  const tell = (words: string): void => workbook.toast(words, TITLE);
  const begun = startRun(
    services,
    e.id,
    { ...START, began },
    {
      agree: () => ({ offer, cap: offer.total, balance }),
      reserved: (unarmed) => tell(asking(offer, unarmed)),
    },
  );
  if (begun.state === 'paused') tell(begun.message);
  if (begun.state === 'idle') tell(ended(services, e, begun.run, takenIn(offer.selection)));
}

/** What is said at once, for it stays true whatever becomes of this execution. */
function asking({ selection }: Offer, unarmed: Problem | undefined): string {
  const { questions } = selection;
  return questions.length === 0
    ? 'Filling rows from answers that are here already.'
    : `Asking ${count(questions.length, 'question')}. You can go on working. ${arriving(unarmed)}`;
}

/** With several enrichments on a sheet, the person says which. Undefined when they cancel. */
function choose(enrichments: readonly Enrichment[], ui: Ui): Enrichment | undefined {
  const [only] = enrichments;
  if (enrichments.length === 1) return only;
  const names = enrichments.map(({ name }, i) => `${i + 1}. ${name}`).join('\n');
  const typed = ui.askFor(TITLE, `Which enrichment? Type its number.\n\n${names}`)?.trim();
  if (typed === undefined) return undefined;
  const chosen = enrichments[Number(typed) - 1] ?? enrichments.find(({ name }) => name === typed);
  if (!chosen) throw typed ? new Problem('unknown-enrichment', typed) : new Problem('none-named');
  return chosen;
}

function accepted(ui: Ui, e: Enrichment, offer: Offer, balance: Money): boolean {
  const { questions, rows } = offer.selection;
  if (questions.length > 0 && balance < offer.price) throw new Problem('no-credits');
  const title =
    questions.length > 0
      ? `${e.name}: ask ${count(rows, 'row')} for up to ${usd(inUsd(offer.total))}?`
      : `${e.name}: fill rows?`;
  return ui.confirm(title, describe(offer, balance));
}

/** Only what was counted on the sheet when the run ended was done. */
function ended({ documents }: Services, { id }: Enrichment, run: string, taken: number): string {
  const last = lastIn(documents.all(), id);
  if (last?.run.id !== run)
    return 'This run has ended, and nothing is noted of what it did: see the Status of its rows, and press Enrich again.';
  if (last.answered === taken) return `Done: ${count(taken, 'row')}.`;
  return partlyDone(last.answered, taken);
}

/** Some rows of a run were answered, and others not. */
export function partlyDone(answered: number, taken: number): string {
  return `Done: ${figure(answered)} of ${count(taken, 'row')}. The Status of the rest says why.`;
}

/** Every row that gets something. */
function takenIn({ copies, rows, along, copiedAlong }: Selection): number {
  return copies.length + rows + along.length + copiedAlong.length;
}

/** How answers come after the menu is done: Google lets a published add-on look only once an hour by itself. */
const ARRIVING =
  PROFILE === 'addon'
    ? 'Answers arrive while “Set up…” is open; with it closed, about once an hour.'
    : 'Answers arrive by themselves, also with this sheet closed.';

/** The same, or why answers do not come by themselves: then there is no trigger, and nothing that would say otherwise. */
function arriving(unarmed: Problem | undefined): string {
  if (!unarmed) return ARRIVING;
  if (unarmed.code === 'too-many-triggers') return sentence(unarmed);
  // Whatever else it was: there is no trigger.
  const none = sentenceFor('no-trigger');
  return unarmed.code === 'no-permission' ? `${none} ${sentence(unarmed)}` : none;
}

/** Whoever is at work was asked to take up what is paused. */
const GOING_ON = 'Results are being written at this moment; what was paused goes on right after.';

/** Check for results now: also takes paused runs up again. */
export function checkForResults(services: Services): void {
  const { state, message } = advance(services, CHECK);
  const words = {
    busy: state === 'busy' && asksToGoOn(services) ? GOING_ON : 'Results are being written at this moment.',
    idle: state === 'idle' ? `Nothing is running.${lookedOver(services)}` : '',
    working: state === 'working' ? `Still at work. ${arriving(arm(services))}` : '',
    paused: message,
  };
  services.workbook.toast(words[state] + toldHere(services), TITLE);
}

/** Of the sheet before the person's eyes. */
function toldHere(services: Services): string {
  const { workbook, documents } = services;
  return toldSchedules(services, workbook.activeSheet().getSheetId(), documents.all());
}

/** Nothing was read for a run: so the sheet before the person's eyes is, once for all of its enrichments. */
function lookedOver(services: Services): string {
  const { workbook, documents } = services;
  const sheet = workbook.activeSheet();
  const properties = documents.all();
  completeFilter(services, sheet, properties);
  const here = sheet.getSheetId();
  const asked = allEnrichments(documents).filter((e) => e.sheetId === here && hasRun(properties, e));
  if (asked.length === 0) return '';
  const looked = unlessProblem(() => {
    const reading = readTable(sheet);
    return asked.map((e) => lookOver(services, e, seenIn(e, reading)));
  });
  return lookedWords(looked ?? []);
}

/** Stop: nothing more is asked; what is in flight cannot be called back, and is still written while anybody is there to do so. */
export function stopRuns(services: Services): void {
  const runs = meant(services);
  const left = runs.filter((run) => stop(services, run) === 'stopping');
  services.workbook.toast(runs.length === 0 ? 'Nothing is running.' : stopped(services, left), TITLE);
}

/** The person's own runs; where there are none, those on the sheet before their eyes that nobody looks after any more. */
function meant(services: Services): Run[] {
  const live = runsIn(services.documents.all());
  const own = live.filter(ownAgreements(services).isMine);
  if (own.length > 0) return own;
  const sheet = services.workbook.activeSheet().getSheetId();
  const abandoned = live.filter((run) => run.sheetId === sheet && isAbandoned(services, run));
  if (abandoned.length === 0) keyOf(services.user);
  return abandoned;
}

function stopped(services: Services, left: readonly Run[]): string {
  if (left.length === 0) return 'Stopped: nothing more is asked. The run has ended.';
  if (left.every(ownAgreements(services).isMine))
    return 'Stopped: nothing more is asked. Questions already at Linkup cannot be called back; their answers are still written and billed.';
  return 'Asked to stop: whoever started the run stops it at its next look. If that does not happen within an hour, press Stop again.';
}
