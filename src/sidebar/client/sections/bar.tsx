/** The progress bar: a stretch for each kind of row, and each kind again in words and numbers. */
import type { Progress } from '../../protocol';
import { chosenRows, partLine, parts } from '../model/run-words';
import { ended, percent } from '../model/runs';

/** The bar and its legend. */
export function Bar({ progress }: { readonly progress: Progress }) {
  const { counts } = progress;
  const rows = chosenRows(progress);
  const shown = parts(progress).filter((part) => part.rows > 0);
  return (
    <>
      <div
        class="progress"
        role="progressbar"
        aria-label="Progress"
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
      <ul class="legend">
        {shown.map((part) => (
          <li key={part.kind} class={part.kind}>
            {partLine(part)}
          </li>
        ))}
      </ul>
    </>
  );
}
