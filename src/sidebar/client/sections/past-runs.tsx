/** All runs that the sheet has had, a line each, the newest first. Folded, and read when somebody wants to see them. */
import { useEffect, useState } from 'preact/hooks';
import type { PastRuns } from '../../protocol';
import { useCall } from '../calls/use-call';
import { elsewhereLine, howMany, olderLabel } from '../model/past-words';
import { TextButton } from '../parts/buttons';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Folded } from '../parts/section';
import { PastRunLine } from './past-run';

/** Runs that are shown before anybody asks for the older ones. */
const FIRST = 10;

interface PastRunsProps {
  readonly sheetId: number;
  /** Changes when a run has ended or rows were cleared: there is one more, and what is left of each is to be read again. */
  readonly news: string;
  readonly onUndone: (run: string) => void;
}

/** The section. */
export function PastRunsSection({ sheetId, news, onUndone }: PastRunsProps) {
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<PastRuns>();
  const [isWhole, setWhole] = useState(false);
  const { pending, fault, ask } = useCall(true);
  const look = () => void ask('pastRuns', { sheetId }, setTold);
  useEffect(() => {
    if (isOpen) look();
  }, [isOpen, news]);

  const { runs = [], more = 0 } = told ?? {};
  const older = isWhole ? 0 : Math.max(0, runs.length - FIRST);
  return (
    <Folded title="All runs of this sheet" words={told ? howMany(told) : ''} onToggle={setOpen}>
      <Status>
        {!told && pending && <Hint>Looking…</Hint>}
        {told && runs.length === 0 && <Hint>No run has ended yet.</Hint>}
      </Status>
      <ul class="runs">
        {runs.slice(0, runs.length - older).map((run) => (
          <li key={`${run.id} ${run.run}`}>
            <PastRunLine run={run} news={news} onUndone={onUndone} />
          </li>
        ))}
      </ul>
      {older > 0 && <TextButton label={olderLabel(older)} onPress={() => setWhole(true)} />}
      {older === 0 && more > 0 && <Hint>{elsewhereLine(more)}</Hint>}
      <FaultNote fault={fault} onAgain={look} />
    </Folded>
  );
}
