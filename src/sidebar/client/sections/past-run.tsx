/** One run that has ended: its line, and once it is chosen which rows got no answer and why, and Undo. */
import { useEffect, useState } from 'preact/hooks';
import type { Failure, PastRun, RunLeft } from '../../protocol';
import { useCall } from '../calls/use-call';
import { useFocus } from '../calls/use-focus';
import {
  cameLine,
  longNote,
  nothingLeft,
  reasonLine,
  selectedLine,
  undoTerms,
  whenLine,
} from '../model/past-words';
import { undoneLine } from '../model/run-words';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Undo } from './undo';

interface PastRunProps {
  readonly run: PastRun;
  /** Changes when what is left of it may be something else. */
  readonly news: string;
  readonly onUndone: (run: string) => void;
}

/** The line, which opens. */
export function PastRunLine(props: PastRunProps) {
  const { run } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id={`past-${run.run}`}>
        <strong>{whenLine(run, Date.now())}</strong> {run.name}
        <span class="hint">{cameLine(run)}</span>
      </summary>
      {isOpen && <Left {...props} />}
    </details>
  );
}

/** What is left of it on the sheet, read when it is chosen, and again after rows were cleared. */
function Left({ run: past, news, onUndone }: PastRunProps) {
  const { id, run } = past;
  const [left, setLeft] = useState<RunLeft>();
  const [undone, setUndone] = useState('');
  const reading = useCall(true);
  const undoing = useCall();
  const focusOn = useFocus();
  const look = () => void reading.ask('runLeft', { id, run }, setLeft);
  useEffect(look, [news]);

  const undo = () =>
    void undoing.ask('undo', { id, run }, (result) => {
      focusOn(`past-${run}`);
      setUndone(undoneLine(result));
      onUndone(run);
    });
  return (
    <div class="stack">
      {longNote(past) && <Hint>{longNote(past)}</Hint>}
      {!left && reading.pending && <Hint>Looking…</Hint>}
      {left && <Unanswered id={id} run={run} groups={left.unanswered} />}
      <Status>{undone && <p class="good">{undone}</p>}</Status>
      {left && left.undoable.cleared > 0 && (
        <Undo terms={undoTerms(left)} pending={undoing.pending} onUndo={undo} />
      )}
      {left?.undoable.cleared === 0 && !undone && <Hint>{nothingLeft(left)}</Hint>}
      <FaultNote fault={reading.fault} onAgain={look} />
      <FaultNote fault={undoing.fault} onAgain={undo} />
    </div>
  );
}

interface UnansweredProps extends Pick<PastRun, 'id' | 'run'> {
  readonly groups: readonly Failure[];
}

/** A line for each reason; pressing it selects its rows in the sheet, wherever they are by now. */
function Unanswered({ id, run, groups }: UnansweredProps) {
  const { fault, ask } = useCall(true);
  const [selected, setSelected] = useState(0);
  const select = (reason: string) =>
    void ask('selectUnanswered', { id, run, reason }, ({ rows }) => setSelected(rows));
  if (groups.length === 0) return null;
  return (
    <>
      <ul class="stack tight">
        {groups.map((group) => (
          <li key={group.reason}>
            <button type="button" class="text" onClick={() => select(group.reason)}>
              <span class="unseen">Select </span>
              {reasonLine(group)}
            </button>
          </li>
        ))}
      </ul>
      <Status>{selected > 0 && <Hint>{selectedLine(selected)}</Hint>}</Status>
      <FaultNote fault={fault} />
    </>
  );
}
