/** The progress bar: a stretch for each kind of row, and each kind again in words and numbers. */
import type { Progress } from '../../protocol';
import { chosenRows, partLine, parts } from '../model/run-words';
import { ended, percent } from '../model/runs';

/** The bar and its legend. */
export function Bar({ progress }: { readonly progress: Progress }) {
  return (
    <>
      <Track progress={progress} label="Progress" />
      <ul class="legend">
        {shownOf(progress).map((part) => (
          <li key={part.kind} class={part.kind}>
            {partLine(part)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The bar alone. */
export function Track({ progress, label }: { readonly progress: Progress; readonly label: string }) {
  const { counts } = progress;
  const rows = chosenRows(progress);
  const shown = shownOf(progress);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent({ ...counts, rows }, ended(counts))}
      aria-valuetext={shown.map(partLine).join(', ')}
    >
      {shown.map((part) => (
        <span
          key={part.kind}
          class={part.kind}
          style={{ width: `${(part.rows / Math.max(1, rows)) * 100}%` }}
        />
      ))}
    </div>
  );
}

function shownOf(progress: Progress) {
  return parts(progress).filter((part) => part.rows > 0);
}
