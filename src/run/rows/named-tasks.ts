/** Every task id that a ledger or a formula of the document names: such a task is somebody's already, whoever else asks the same. */
import { taskIdsOn } from '../../sheet/tasks';
import { allEnrichments } from '../record/enrichments';
import { formulaTasks } from '../record/formula-entries';
import type { Services } from '../services';
import type { Job } from './job';

/** Reads the ledgers of all enrichments; ids that are known and not written yet are among them. Only for when something is in doubt. */
export function namedIds(
  { documents, workbook }: Pick<Services, 'documents' | 'workbook'>,
  jobs: readonly Job[],
): Set<string> {
  const sheets = new Set(allEnrichments(documents).map(({ sheetId }) => sheetId));
  const written = [...sheets].flatMap((id) => {
    const sheet = workbook.sheetById(id);
    return sheet ? taskIdsOn(sheet) : [];
  });
  const known = jobs.flatMap(({ awaited, created }) => [
    ...awaited.keys(),
    ...[...created.values()].map(({ taskId }) => taskId),
  ]);
  return new Set([...written, ...known, ...formulaTasks(documents.all())]);
}
