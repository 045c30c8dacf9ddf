/** Several runs of the sheet at once: how each stands, what it waits for, and the button that stops all of them. */
import type { Progress } from '../../protocol';
import { useCall } from '../calls/use-call';
import { useNow } from '../calls/use-progress';
import { cameToLine, standingLine, stopAllLine } from '../model/chain-words';
import { spendingLine } from '../model/run-words';
import { isLive } from '../model/runs';
import type { Standing } from '../model/together';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';
import { Track } from './bar';

interface AllRunningProps {
  readonly sheetId: number;
  readonly all: readonly Standing[];
  readonly onShow: (id: string) => void;
  readonly onStopped: (runs: readonly Progress[]) => void;
}

/** The section; nothing where no more than one goes on. */
export function AllRunning({ sheetId, all, onShow, onStopped }: AllRunningProps) {
  const { ask, pending, fault } = useCall();
  const live = all.filter(({ progress }) => isLive(progress));
  const now = useNow(live.length > 0);
  const spending = spendingLine(live.map(({ progress }) => progress));
  if (all.length === 0) return null;
  const stop = (): void => void ask('stopChain', { sheetId }, onStopped);
  const canStop = live.some(({ progress }) => progress.state !== 'stopping');
  return (
    <Section
      title="All columns"
      id="all-running"
      words={`${all.length - live.length} of ${all.length} ended`}
    >
      <ul class="stack">
        {all.map((one) => (
          <li key={one.id} class="stack tight">
            <p class="row apart">
              <TextButton label={one.name} about="how it stands" onPress={() => onShow(one.id)} />
              <span class="hint">{standingLine(one, now)}</span>
            </p>
            <Track progress={one.progress} label={`Progress of “${one.name}”`} />
          </li>
        ))}
      </ul>
      {spending && <Hint>{spending}</Hint>}
      {canStop && (
        <>
          <p class="row">
            <Button label="Stop all" pending={pending} onPress={stop} />
          </p>
          <Hint>{stopAllLine(live.map(({ progress }) => progress))}</Hint>
        </>
      )}
      <FaultNote fault={fault} onAgain={stop} />
      <Status>{live.length === 0 && <p>{cameToLine(all)}</p>}</Status>
    </Section>
  );
}
