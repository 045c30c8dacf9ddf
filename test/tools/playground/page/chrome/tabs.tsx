/** The sheets of the document. */
import type { Playground } from '../use-playground';

/** Tabs under the grid; arrow keys move between them. */
export function Tabs({ playground }: { playground: Playground }) {
  const { view, happened, doIt } = playground;
  const choose = (sheet: number) => {
    happened({ kind: 'tab', sheet });
    doIt({ kind: 'select', sheet, block: { row: 1, column: 1, rows: 1, columns: 1 } });
  };
  return (
    <div class="tabs" role="tablist" aria-label="Sheets">
      {view.sheets.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === view.sheet}
          tabIndex={id === view.sheet ? 0 : -1}
          onClick={() => choose(id)}
          onKeyDown={({ key, currentTarget }) => neighbour(currentTarget, key)?.click()}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function neighbour(tab: HTMLElement, key: string): HTMLElement | undefined {
  const found = { ArrowRight: tab.nextElementSibling, ArrowLeft: tab.previousElementSibling }[key];
  if (!(found instanceof HTMLElement)) return undefined;
  found.focus();
  return found;
}
