/** What concerns all enrichments of the sheet on view: enriching all columns, and the runs that go on together. */
import type { Progress, Start } from '../protocol';
import type { Page } from './calls/use-page';
import { leftLine } from './model/chain-words';
import { isLive } from './model/runs';
import { isEditing, type State, savedIn } from './model/state';
import { together } from './model/together';
import { inOrder, usedBy } from './model/uses';
import { Hint } from './parts/messages';
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
  // Of runs that ended before its eyes the page tells where they stood.
  const left = together(state).length > 0 ? '' : leftLine(lastRuns(state, start));
  return (
    <>
      {left && (
        <div class="section">
          <Hint>{left}</Hint>
        </div>
      )}
      <AllColumns key={start.sheetId} start={start} isNext={isNext} onStarted={begun} />
    </>
  );
}

/** What each enrichment ran last, in the order in which they are asked. */
function lastRuns({ runs }: State, start: Start) {
  return inOrder(start).flatMap(({ id, name }) => {
    const progress = runs[id];
    return progress ? [{ name, progress }] : [];
  });
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
