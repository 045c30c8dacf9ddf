/** Things that happen while a run is on, at the press of a button. */
import type { ShownSheet } from '../../wire';
import { OTHER_PAGE } from '../me';
import type { Playground } from '../use-playground';

/** Rows that are inserted at a time. */
const ROWS = 3;

/** Buttons that make trouble. What they break, they mend again. */
export function Trouble({ playground, sheet }: { playground: Playground; sheet: ShownSheet | undefined }) {
  const { view, happened, doIt } = playground;
  const { vitals } = view;
  if (!vitals || !sheet) return null;
  const { networkDown, creditsGone, linkup, executions } = vitals;
  const running = executions.some(({ outcome }) => outcome === 'running');
  return (
    <section class="card trouble" aria-label="Make trouble">
      <h2>Make trouble</h2>
      <div class="grid-of-buttons">
        <button type="button" onClick={() => doIt({ kind: 'sort', sheet: sheet.id, ...nextSort(sheet) })}>
          Sort rows
        </button>
        <button
          type="button"
          onClick={() => doIt({ kind: 'insert', sheet: sheet.id, axis: 'rows', at: 2, count: ROWS })}
        >
          Insert {ROWS} rows
        </button>
        <button type="button" disabled={!running} onClick={() => doIt({ kind: 'kill' })}>
          Kill script
        </button>
        <button
          type="button"
          aria-pressed={networkDown}
          onClick={() => doIt({ kind: 'network', down: !networkDown })}
        >
          Cut network
        </button>
        <button
          type="button"
          aria-pressed={creditsGone}
          disabled={linkup.live}
          onClick={() => doIt({ kind: 'credits', gone: !creditsGone })}
        >
          End credits
        </button>
        <button type="button" disabled={!view.sidebar} onClick={() => happened({ kind: 'sidebar-closed' })}>
          Close sidebar
        </button>
        <a href={OTHER_PAGE} target="_blank" rel="noopener">
          2nd person
        </a>
      </div>
    </section>
  );
}

/** The other way round than the first column is now. */
function nextSort({ rows }: ShownSheet): { column: number; ascending: boolean; cells: 'all' } {
  const texts = rows.slice(1).map(([cell = '']) => (typeof cell === 'string' ? cell : cell.text));
  const filled = texts.filter(Boolean);
  const isAscending = (filled[0] ?? '').localeCompare(filled.at(-1) ?? '') < 0;
  return { column: 1, ascending: !isAscending, cells: 'all' };
}
