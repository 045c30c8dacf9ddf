/**
 * Removing everything: of the document what is everybody's, and what this person has of it. Answers and receipts stay. Every step says
 * how things should be, so that a press that was cut short is completed by pressing again; the key goes last, and leads back here.
 */
import { usd } from '../../enrichment/amounts';
import { inUsd } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { type EndedRun, type Extent, goesLines, staysLines } from '../../enrichment/removal-words';
import { PROFILE } from '../../platform/profile';
import type { Properties } from '../../platform/properties';
import { mayTakeTraces, takeTraces } from '../../sheet/traces';
import { endNow } from '../cycle/end-now';
import { type Agreements, askedBy, ownAgreements, SEEN, spentBy } from '../record/agreement';
import { allEnrichments, unreadableEnrichments } from '../record/enrichments';
import { isOfFormula, removeTerms, termsIn } from '../record/formula-terms';
import { listsUnderWay } from '../record/kept-lists';
import { checkLayout } from '../record/layout';
import { mandatesIn, removeMandate } from '../record/mandates';
import { sizeOf } from '../record/ranges';
import { type Run, runsIn } from '../record/run';
import { removeSchedule, scheduleOf, schedulesIn } from '../record/schedules';
import { oursIn, takeAway } from '../record/take-away';
import type { Services } from '../services';
import { inTurn } from '../turn';
import type { Removal } from './remove-all-types';
import { endSaves } from './setup';
import { completeFilterNow } from './widen-filter';

/** What would go now. Throws `newer-version` where a later version of the add-on has been here. */
export function removal(services: Services): Removal {
  return told(extentOf(services, services.documents.all()));
}

/** Removes it. Throws `busy`, `newer-version`, or `already-running` where a run has begun that is not among the known ones; then nothing is changed. */
export function removeAll(services: Services, known: readonly string[]): Removal {
  const { documents, workbook, triggers, user } = services;
  return inTurn(services, () => {
    const properties = documents.all();
    const extent = extentOf(services, properties);
    const unknown = extent.runs.find(({ id }) => !known.includes(id));
    if (unknown) throw new Problem('already-running', unknown.name);
    stopStarting(services, properties);
    for (const run of runsIn(properties))
      if (extent.runs.some(({ id }) => id === run.id)) endNow(services, run);
    if (extent.guarded === '') removeFromDocument(services, extent, properties);
    triggers.disarm();
    const document = workbook.id();
    takeAway(user, (name, text) => !extent.isElsewhere || name.includes(document) || text.includes(document));
    return told(extent);
  });
}

function told(extent: Extent): Removal {
  return { goes: goesLines(extent), stays: staysLines(extent), runs: extent.runs.map(({ id }) => id) };
}

/** From here on nothing of this person's begins to ask by itself. */
function stopStarting({ documents, user, workbook }: Services, properties: Properties): void {
  const document = workbook.id();
  for (const mandate of mandatesIn(user.all(), document)) {
    const { enrichment, id } = mandate;
    if (scheduleOf(properties, enrichment)?.mandate === id) removeSchedule(documents, enrichment);
    removeMandate(user, mandate);
  }
  removeTerms(user, document);
}

/** What is everybody's: first from the sheets, as long as there is something that speaks of them. */
function removeFromDocument(services: Services, { formula }: Extent, properties: Properties): void {
  const { documents, workbook } = services;
  for (const sheet of workbook.sheets()) {
    completeFilterNow(services, sheet, properties);
    endSaves(services, sheet);
    takeTraces(sheet);
  }
  workbook.flush();
  takeAway(documents, (name) => formula !== 'another’s' || !isOfFormula(name));
}

function extentOf(services: Services, properties: Properties): Extent {
  const { documents, workbook, user, clock } = services;
  checkLayout(documents, undefined, properties);
  const unreadable = unreadableEnrichments(documents);
  const newer = unreadable.find(({ isNewer }) => isNewer);
  if (newer) throw new Problem('newer-version', newer.name);
  const own = user.all();
  const document = workbook.id();
  const guarded =
    workbook
      .sheets()
      .find((sheet) => !mayTakeTraces(sheet))
      ?.getName() ?? '';
  const agreements = ownAgreements(services);
  const runs = runsIn(properties).filter((run) => guarded === '' || agreements.isMine(run));
  return {
    guarded,
    runs: runs.map((run) => endedRun(run, agreements, services.currentUser())),
    enrichments: allEnrichments(documents).length + unreadable.length,
    lists: listsUnderWay(own, () => document, clock.now()).length,
    formula: formulaOf(services, properties, own),
    others: othersIn(services, properties, agreements),
    isElsewhere: PROFILE === 'addon' && isElsewhere(own, document),
    isBound: PROFILE === 'bound',
  };
}

/** One of the first edition has no agreement, also where it is this person's. */
function endedRun(run: Run, agreements: Agreements, me: string): EndedRun {
  const { id, name, sent } = run;
  const agreed = agreements.of(run);
  if (agreed) return { id, name, by: '', asked: askedBy(agreed), spent: usd(inUsd(spentBy(agreed))) };
  const by = run.by !== '' && run.by === me ? '' : run.by || 'somebody else';
  return { id, name, by, asked: run.first?.asked ?? sizeOf(sent), spent: '' };
}

/**
 * The answers kept for formulas go only with the terms on which they are asked: as long as these may be somebody else's, each of them
 * would be billed again.
 */
function formulaOf(services: Services, properties: Properties, own: Properties): Extent['formula'] {
  const { workbook, currentUser } = services;
  if (termsIn(own, workbook.id())) return 'own';
  if (!Object.keys(properties).some(isOfFormula)) return 'nobody’s';
  const owner = workbook.owner();
  return owner !== '' && owner === currentUser() ? 'own' : 'another’s';
}

/** Whoever runs and schedules name besides this person. */
function othersIn({ currentUser }: Services, properties: Properties, { isMine }: Agreements): string[] {
  const ofRuns = runsIn(properties).filter((run) => !isMine(run));
  const names = [...ofRuns, ...schedulesIn(properties)].map(({ by }) => by);
  const me = currentUser();
  return [...new Set(names)].filter((name) => name !== '' && name !== me);
}

/** Whether a person's store, which a published add-on has but once, speaks of other documents. */
function isElsewhere(own: Properties, document: string): boolean {
  return oursIn(own).some(([name]) => name.startsWith(SEEN) && name !== SEEN + document);
}
