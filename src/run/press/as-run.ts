/** What writes without a run goes by the name of one. */
import type { Enrichment } from '../../enrichment/definition';
import type { Run } from '../record/run';
import type { Services } from '../services';

/** No run, but a name of its own in the rows' ledgers: no run counts such a row as its own, and none takes it back. */
export function asRun(
  { newId, clock }: Services,
  { id: enrichment, name, sheetId }: Pick<Enrichment, 'id' | 'name' | 'sheetId'>,
): Run {
  const id = newId();
  const nothing = { rows: 0, questions: 0, copied: 0, skipped: 0, sent: [] };
  return {
    id,
    agreement: id,
    enrichment,
    name,
    sheetId,
    by: '',
    startedAt: clock.now(),
    mode: 'fill',
    ...nothing,
  };
}
