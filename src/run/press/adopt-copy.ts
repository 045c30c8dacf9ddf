/** Going on with an enrichment that came with a copied file or a duplicated tab: its answered rows count as answered, and nothing is paid again. */
import type { Enrichment } from '../../enrichment/definition';
import { freeName } from '../../enrichment/names';
import { id as idParser } from '../../enrichment/parse';
import { Problem, unlessProblem } from '../../enrichment/problem';
import type { Properties } from '../../platform/properties';
import { carryDefinition } from '../../sheet/carrying';
import { type Copied, copiedOn, type IsOwn } from '../../sheet/copied';
import { columnsOfCopy, markCopy, markOfCopy } from '../../sheet/copied-columns';
import { places, type Top } from '../../sheet/layout';
import { headingsOf } from '../../sheet/reading';
import type { Sheet } from '../../sheet/spreadsheet';
import { allEnrichments, isSavedIn, saveEnrichment, unreadableEnrichments } from '../record/enrichments';
import { claimLayout } from '../record/layout';
import { markOf, underMark } from '../record/marks';
import { savingsOn } from '../record/open-saves';
import { Job } from '../rows/job';
import { letGoOfCopied } from '../rows/let-go-of-copied';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { asRun } from './as-run';

/** What was copied to a sheet and can be gone on with. */
export function copiesOn(services: Services, sheet: Sheet, top: Top): Copied[] {
  return copiedOn(sheet, top, ownOn(services, sheet.getSheetId()));
}

/** What is saved for a sheet, what cannot be read and may be of it, and what a Save is at, or was, is not copied. */
function ownOn({ documents }: Services, sheetId: number): IsOwn {
  const saved = allEnrichments(documents).filter((e) => e.sheetId === sheetId);
  const all = [...saved, ...unreadableEnrichments(documents), ...savingsOn(documents, sheetId)];
  const ids = new Set(all.map(({ id }) => id));
  return (id) => ids.has(id);
}

/** Makes a copy the sheet's own enrichment. Throws `copy-gone` where it is not there any more. Cut short half-way, it can be done again. */
export function adoptCopy(services: Services, sheetId: number, copied: string): Enrichment {
  return inTurn(services, () => {
    const { documents, workbook } = services;
    const sheet = workbook.sheetById(sheetId);
    const placed = sheet && places(sheet);
    if (!sheet || !placed) throw new Problem('copy-gone');
    const top = { headings: headingsOf(sheet, placed), placed };
    const isOwn = ownOn(services, sheetId);
    const copy = copiedOn(sheet, top, isOwn).find(({ e }) => e.id === copied);
    if (!copy) throw new Problem('copy-gone');
    const e = asOwn(services, sheetId, copy.e, markOfCopy(top, copy, isOwn));
    claimLayout(documents);
    placed.settleHeadings();
    markCopy(sheet, top, e.id, columnsOfCopy(sheet, top, copy, isOwn), isOwn);
    letGoOfOpen(services, e, sheet, copy);
    carryDefinition(sheet, e, places(sheet));
    workbook.flush();
    saveEnrichment(documents, e);
    return e;
  });
}

/** Under a name that no other enrichment of the sheet has. An id that nobody has here is kept: its marks then need not be changed. */
function asOwn({ documents, newId }: Services, sheetId: number, e: Enrichment, marked: string): Enrichment {
  const properties: Properties = documents.all();
  const others = allEnrichments(documents).filter((each) => each.sheetId === sheetId);
  const known = unlessProblem(() => idParser(marked, ''));
  const id = known !== undefined && !isSavedIn(properties, known) ? known : newId();
  const name = freeName(
    e.name,
    others.map((other) => other.name),
  );
  return { ...e, id, name, sheetId };
}

/** What waited or was being asked is the original's affair, which alone gets those answers: here these rows are free to be asked. */
function letGoOfOpen(services: Services, e: Enrichment, sheet: Sheet, { open }: Copied): void {
  if (open === 0) return;
  const run = asRun(services, e);
  const job = new Job(run, e, sheet);
  underMark(services.documents, markOf(run), () => letGoOfCopied(job, () => services.workbook.flush()));
}
