/** While it runs, and after: how far it is, that the sheet may be closed, stop, what failed and why, the receipt, undo. */
import type { FailedRow, Progress, Saved } from '../../protocol';
import type { Fault } from '../calls/call';
import { useCall } from '../calls/use-call';
import { useNow } from '../calls/use-progress';
import { announcement, closeLine, headline, stopLine, timeLine } from '../model/run-words';
import { isLive } from '../model/runs';
import { Button } from '../parts/buttons';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';
import { Bar } from './bar';
import { CarryOn } from './carry-on';
import { Failures } from './failures';
import { Receipt } from './receipt';

/** What a run leads to. */
export interface RunDeeds {
  readonly onProgress: (id: string, progress: Progress | null) => void;
  /** Chooses the failed rows, to see what asking them again costs. */
  readonly onRetry: () => void;
  /** After rows were cleared. */
  readonly onUndone: () => void;
}

interface RunProps extends RunDeeds {
  readonly progress: Progress;
  /** The enrichment as it is saved. */
  readonly saved: Saved;
  /** Why the last look failed. */
  readonly late: Fault;
}

/** The section. */
export function Run({ progress, saved, late, onProgress, onRetry, onUndone }: RunProps) {
  const live = isLive(progress);
  const now = useNow(live);
  const { ask, fault } = useCall();
  const show = ({ at, print }: FailedRow) => void ask('show', { id: progress.id, at, print }, () => {});
  return (
    <Section title={titleOf(progress.state, saved.name)} id="run">
      <Status unseen>{announcement(progress)}</Status>
      <div class="stack tight">
        <p>
          <strong>{headline(progress, now)}</strong>
        </p>
        <Bar progress={progress} />
        <Hint>{timeLine(progress, now)}</Hint>
      </div>
      {live && <Steering progress={progress} saved={saved} now={now} onProgress={onProgress} />}
      <FaultNote fault={late} />
      <Failures progress={progress} onShow={show} onRetry={live ? undefined : onRetry} />
      <FaultNote fault={fault} />
      {!live && <Receipt progress={progress} onUndone={onUndone} />}
    </Section>
  );
}

function titleOf(state: Progress['state'], name: string): string {
  if (state === 'ended') return `Last run of “${name}”`;
  return `“${name}” is ${state === 'working' ? 'running' : state}`;
}

interface SteeringProps extends Pick<RunProps, 'progress' | 'saved' | 'onProgress'> {
  readonly now: number;
}

/** What can be done while it is live. */
function Steering({ progress, saved, now, onProgress }: SteeringProps) {
  const going = useCall();
  const stopping = useCall();
  const { id, state } = progress;
  const resume = () => void going.ask('resume', { id }, (result) => onProgress(id, result));
  const stop = () => void stopping.ask('stop', { id }, (result) => onProgress(id, result));
  return (
    <>
      {state === 'paused' && (
        <FaultNote fault={{ code: progress.code, sentence: `Paused: ${progress.paused}` }} />
      )}
      <p>{closeLine(progress, now)}</p>
      <p class="row">
        {state === 'paused' && progress.by === '' && (
          <Button primary label="Go on" pending={going.pending} onPress={resume} />
        )}
        {state !== 'stopping' && <Button label="Stop" pending={stopping.pending} onPress={stop} />}
      </p>
      {state !== 'stopping' && <Hint>{stopLine(progress)}</Hint>}
      {state !== 'stopping' && progress.by !== '' && (
        <CarryOn progress={progress} revision={saved.revision} onProgress={onProgress} />
      )}
      <FaultNote fault={going.fault} onAgain={resume} />
      <FaultNote fault={stopping.fault} onAgain={stop} />
    </>
  );
}
