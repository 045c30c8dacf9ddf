/** What concerns all enrichments of the sheet on view: enriching all columns, and the runs that go on together. */
import type { Progress } from '../protocol';
import type { Page } from './calls/use-page';
import { isLive } from './model/runs';
import { isEditing, savedIn } from './model/state';
import { together } from './model/together';
import { usedBy } from './model/uses';
import { AllColumns } from './sections/all-columns';
import { AllRunning } from './sections/all-running';

interface AllProps {
  readonly page: Page;
}

/** The line that enriches all of them; nothing for one alone, while a form is open, or while several run. */
export function EnrichAll({ page }: AllProps) {
  const { state, reading, focusOn } = page;
  const { start } = state;
  const saved = savedIn(state);
  const isBusy = together(state).some(({ progress }) => isLive(progress));
  if (!start?.key || start.isReceipts || start.enrichments.length < 2) return null;
  if (!saved || isEditing(state) || isBusy) return null;
  // Whose columns it uses is known once the sheet is read with those that the Save made.
  if (state.justSaved && reading.pending) return null;

  function begun(runs: readonly Progress[]): void {
    tell(page, runs);
    focusOn('all-running');
  }
  const isNext = state.justSaved && usedBy(saved, start).length > 0;
  return <AllColumns key={start.sheetId} start={start} isNext={isNext} onStarted={begun} />;
}

/** How those stand that go on together. */
export function RunsTogether({ page }: AllProps) {
  const { state, happened, saving, setScope, focusOn } = page;
  if (!state.start) return null;

  function show(id: string): void {
    happened({ type: 'chosen', id });
    saving.clear();
    setScope('fill');
    const rows = state.runs[id]?.counts.rows ?? 0;
    focusOn(rows > 0 ? 'run' : 'ready');
  }
  return (
    <AllRunning
      sheetId={state.start.sheetId}
      all={together(state)}
      onShow={show}
      onStopped={(runs) => tell(page, runs)}
    />
  );
}

function tell({ happened }: Page, runs: readonly Progress[]): void {
  for (const progress of runs) happened({ type: 'progressed', id: progress.id, progress });
}
