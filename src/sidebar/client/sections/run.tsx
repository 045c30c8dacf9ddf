/** While it runs, and after: how far it is, that the sheet may be closed, stop, what failed and why, the receipt, undo. */
import type { FailedRow, Progress, Saved } from '../../protocol';
import { useCall } from '../calls/use-call';
import { useNow } from '../calls/use-progress';
import { type Late, type Lateness, lateness, nextTry } from '../model/late';
import { codeOfPause } from '../model/remedy';
import { announcement, closeLine, headline, spendingLine, stopLine, timeLine } from '../model/run-words';
import { goingWord, isLive } from '../model/runs';
import { Button } from '../parts/buttons';
import { Calm, FaultNote, Hint, Note, Status } from '../parts/messages';
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
  /** Why looks at it fail at present, and the work on it. */
  readonly looking: Late | undefined;
  readonly working: Late | undefined;
}

/** The section. */
export function Run({ progress, saved, looking, working, onProgress, onRetry, onUndone }: RunProps) {
  const live = isLive(progress);
  const now = useNow(live);
  const late = lateness(progress, looking, working, now);
  const { ask, fault } = useCall();
  const show = ({ at, print }: FailedRow) => void ask('show', { id: progress.id, at, print }, () => {});
  return (
    <Section title={titleOf(progress, saved.name)} id="run">
      <Status unseen>{announcement(progress)}</Status>
      <div class="stack tight">
        <p>
          <strong>{headline(progress, now)}</strong>
        </p>
        <Bar progress={progress} />
        <Hint>{timeLine(progress, now, late.kind === 'none')}</Hint>
        {live && goingLines(progress).map((line) => <Hint key={line}>{line}</Hint>)}
      </div>
      {live && <Delay late={late} heldUp={progress.heldUp} now={now} />}
      {live && <Steering progress={progress} saved={saved} now={now} onProgress={onProgress} />}
      <Failures progress={progress} onShow={show} onRetry={live ? undefined : onRetry} />
      <FaultNote fault={fault} />
      {!live && <Receipt progress={progress} onUndone={onUndone} />}
    </Section>
  );
}

/** What it has come to in money, and at which step it is. */
function goingLines(progress: Progress): string[] {
  return [spendingLine([progress]), progress.steps].filter(Boolean);
}

function titleOf(progress: Progress, name: string): string {
  return isLive(progress) ? `“${name}” is ${goingWord(progress)}` : `Last run of “${name}”`;
}

interface DelayProps extends Pick<Progress, 'heldUp'> {
  readonly late: Lateness;
  readonly now: number;
}

/** What keeps the run, or the page from hearing of it. Red is only what somebody has to act on; the seconds tick outside what is read out. */
function Delay({ late, heldUp, now }: DelayProps) {
  if (late.kind === 'act') return <FaultNote fault={late.fault} />;
  const words = late.kind === 'calm' ? late.words : heldUp;
  return (
    <Status>
      {words && (
        <Calm>
          {words}
          {late.kind === 'calm' && <span aria-hidden="true"> {nextTry(late.nextAt, now)}</span>}
        </Calm>
      )}
    </Status>
  );
}

/** Why it waits for whoever started it. A colleague has nothing to mend. */
function Waiting({ progress }: Pick<RunProps, 'progress'>) {
  const sentence = `Paused: ${progress.paused}`;
  if (progress.by !== '') return <Note>{sentence}</Note>;
  return <FaultNote fault={{ code: codeOfPause(progress), sentence }} />;
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
  const close = closeLine(progress, now);
  return (
    <>
      {state === 'paused' && <Waiting progress={progress} />}
      {close && <p>{close}</p>}
      <p class="row">
        {state === 'paused' && progress.by === '' && (
          <Button key="go-on" primary label="Go on" pending={going.pending} onPress={resume} />
        )}
        {state !== 'stopping' && <Button key="stop" label="Stop" pending={stopping.pending} onPress={stop} />}
      </p>
      {stopLine(progress) && <Hint>{stopLine(progress)}</Hint>}
      {state !== 'stopping' && progress.by !== '' && (
        <CarryOn progress={progress} revision={saved.revision} onProgress={onProgress} />
      )}
      <FaultNote fault={going.fault} onAgain={resume} />
      <FaultNote fault={stopping.fault} onAgain={stop} />
    </>
  );
}
