/** Whether a run may go on as it was agreed to. */
import { Problem } from '../../enrichment/problem';
import type { Agreements } from './agreement';
import type { Run } from './run';

/** Throws what keeps it from that: another key than agreed (`key-changed`), or another definition (`agreement-void`). */
export function checkAgreement(agreements: Agreements, run: Run, revision: string): void {
  const agreed = agreements.of(run);
  if (agreements.isOtherwisePaid(run)) throw new Problem('key-changed', run.name);
  if (agreed && agreed.revision !== revision) throw new Problem('agreement-void', run.name);
}
