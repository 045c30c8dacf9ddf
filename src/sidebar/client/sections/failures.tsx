/** Rows that failed, grouped by reason; pressing a row selects it in the sheet. */

import { useEffect, useState } from 'preact/hooks';
import type { FailedRow, Failure, Progress } from '../../protocol';
import { useCall } from '../calls/use-call';
import { badLines, moreLine, retryLabel, rowsOf } from '../model/failure-words';
import { Button } from '../parts/buttons';
import { FaultNote, Hint } from '../parts/messages';

interface FailuresProps {
  readonly progress: Progress;
  readonly onShow: (row: FailedRow) => void;
  /** Undefined while the run is live. */
  readonly onRetry: (() => void) | undefined;
}

/** The groups, after the end the first one open; nothing where nothing failed. */
export function Failures({ progress, onShow, onRetry }: FailuresProps) {
  const { failures, counts } = progress;
  if (failures.length === 0) return null;
  return (
    <div class="stack tight">
      {badLines(counts).map((line) => (
        <h3 key={line}>{line}</h3>
      ))}
      {failures.map((failure, i) => (
        <Group
          key={failure.reason}
          id={progress.id}
          failure={failure}
          open={i === 0 && onRetry !== undefined}
          onShow={onShow}
        />
      ))}
      {onRetry && (
        <p>
          <Button label={retryLabel(counts)} onPress={onRetry} />
        </p>
      )}
    </div>
  );
}

interface GroupProps {
  /** The enrichment. */
  readonly id: string;
  readonly failure: Failure;
  readonly open: boolean;
  readonly onShow: (row: FailedRow) => void;
}

/** While the run goes on, its rows are read when somebody opens the list, and again when there are more of them. */
function Group({ id, failure: { reason, rows: told, total }, open, onShow }: GroupProps) {
  const [isOpen, setOpen] = useState(open);
  const [read, setRead] = useState<readonly FailedRow[]>([]);
  const { fault, ask } = useCall(true);
  const rows = told ?? read;
  const look = () =>
    void ask('failures', { id }, (all) => setRead(all.find((each) => each.reason === reason)?.rows ?? []));
  useEffect(() => {
    if (isOpen && !told) look();
  }, [isOpen, total]);
  return (
    <details class="failure" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {reason} <span class="hint">({rowsOf(total)})</span>
      </summary>
      <ul class="chips">
        {rows.map((row) => (
          <li key={row.at}>
            <button type="button" onClick={() => onShow(row)}>
              <span class="unseen">Show </span>row {row.at}
              {row.label && `: ${row.label}`}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > 0 && total > rows.length && <Hint>{moreLine(total - rows.length)}</Hint>}
      <FaultNote fault={fault} onAgain={look} />
    </details>
  );
}
