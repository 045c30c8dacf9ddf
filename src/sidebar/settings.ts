/** Saving an enrichment and keeping edits of it: two people may be at it, and neither overwrites the other unasked. */
import type { Enrichment } from '../enrichment/definition';
import { Problem } from '../enrichment/problem';
import { agreeOn } from '../run/press/schedule';
import { savedUnseen, setUp } from '../run/press/setup';
import { enrichmentById, readableById, revisionOf } from '../run/record/enrichments';
import { runsIn } from '../run/record/run';
import type { Services } from '../run/services';
import { inTurnOr } from '../run/turn';
import { enrichmentOf } from './draft';
import { dropDraft, type Place } from './drafts';
import type { Calls, Draft } from './protocol';
import { adoptTries } from './tries';

/** Saves a draft. The sheet is the one that the page was reading, whichever is open by now; an enrichment never changes its sheet. */
export function save(services: Services, argument: Calls['save']['argument']): Calls['save']['result'] {
  const { draft, sheetId } = argument;
  const e = oneAtATime(services, (alone) => saveUnlessChanged(services, argument, alone));
  dropDraft(services.user, placeOf(services, sheetId), draft.id);
  if (draft.id === '') adoptTries(services, sheetId, e.id);
  return { id: e.id, revision: revisionOf(e) };
}

/** An engine at work holds the lock for minutes and does not mind new columns; without a run it is another save, which would. */
function oneAtATime<T>(services: Services, work: (alone: boolean) => T): T {
  return inTurnOr(
    services,
    () => work(true),
    () => {
      if (runsIn(services.documents.all()).length === 0) throw new Problem('busy');
      return work(false);
    },
  );
}

function saveUnlessChanged(
  services: Services,
  { draft, sheetId, revision, force }: Calls['save']['argument'],
  alone: boolean,
): Enrichment {
  const known = draft.id === '' ? undefined : readableById(services.documents, draft.id);
  const present = known ? revisionOf(known) : '';
  if (!force && present !== revision) throw new Problem('changed-meanwhile', draft.name);
  const e = enrichmentOf(draft, known?.sheetId ?? sheetId);
  const id = e.id || savedUnseen(services, e, alone) || services.newId();
  const kept = setUp(services, { ...e, id }, alone);
  if (present !== '') agreeOn(services, kept, present);
  return kept;
}

/** The enrichment that a draft would be if it were saved: what a try asks. */
export function asIfSaved({ documents }: Services, draft: Draft, sheetId: number): Enrichment {
  const known = draft.id === '' ? undefined : enrichmentById(documents, draft.id);
  return enrichmentOf(draft, known?.sheetId ?? sheetId);
}

/** A sheet of this document, for drafts. */
export function placeOf({ workbook }: Services, sheetId: number): Place {
  return { document: workbook.id(), sheetId };
}
