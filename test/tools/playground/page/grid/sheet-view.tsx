/** The sheet in view, with the keys and the menu of the right mouse button. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block, ShownSheet } from '../../wire';
import { Popup } from '../chrome/menu';
import { lineActions } from '../chrome/sheet-actions';
import type { Playground } from '../use-playground';
import { Grid } from './grid';
import { NoteCard } from './note';

/** Keys of the grid's own that would save, undo or redo behind the playground's back: S, Y, Z. */
const NOT_THESE = ['s', 'y', 'z'];

/** Shows the sheet. */
export function SheetView({ playground, sheet }: { playground: Playground; sheet: ShownSheet }) {
  const { view, happened, doIt } = playground;
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<Grid | undefined>(undefined);
  const shown = useRef(sheet);
  const [menu, setMenu] = useState<{ x: number; y: number }>();
  shown.current = sheet;

  useEffect(() => {
    if (!place.current) return;
    const made = new Grid(place.current, {
      onSelect: (block) => {
        happened({ kind: 'block', block });
        doIt({ kind: 'select', sheet: shown.current.id, block });
      },
      onType: (cells) => doIt({ kind: 'type', sheet: shown.current.id, cells }),
      onWidth: (column, width) => doIt({ kind: 'width', sheet: shown.current.id, column, width }),
    });
    grid.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => grid.current?.show(sheet, view.showHidden), [sheet, view.showHidden]);
  useEffect(() => {
    // Having a cell in view makes the Tab key start there; on a fresh page it starts at the top.
    if (view.led === 0) return;
    grid.current?.repaint();
    grid.current?.select(view.block);
  }, [view.led]);

  function onKeyDown(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    if (command && NOT_THESE.includes(event.key.toLowerCase())) event.stopPropagation();
    // Tab moves between cells, so something else has to lead out of them.
    if (event.key === 'Escape' && !grid.current?.isEditing) leave();
  }

  function onContextMenu(event: MouseEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const at = blockAt(event.target, view.block);
    grid.current?.select(at);
    happened({ kind: 'block', block: at });
    doIt({ kind: 'select', sheet: sheet.id, block: at });
    setMenu({ x: event.clientX, y: event.clientY });
  }

  return (
    <section class="sheet" aria-label={`Sheet ${sheet.name}`}>
      <div
        ref={place}
        class="grid"
        onFocusCapture={() => grid.current?.focus()}
        onBlurCapture={(event) => {
          // Nothing gains the focus when an editor closes: the keys stay here.
          const { relatedTarget: to, currentTarget: here } = event;
          if (to instanceof Node && !here.contains(to)) grid.current?.blur();
        }}
        onKeyDownCapture={onKeyDown}
        onContextMenuCapture={onContextMenu}
      />
      <NoteCard grid={place} />
      {menu && (
        <Popup
          at={menu}
          label="Rows and columns"
          onClose={() => setMenu(undefined)}
          items={lineActions(playground, sheet)}
        />
      )}
    </section>
  );
}

function leave(): void {
  document.querySelector<HTMLElement>('.tabs button[aria-selected="true"]')?.focus();
}

/** The block that a press of the right button means: the selection when it is in it, else the cell, row or column there. */
function blockAt(target: EventTarget | null, selected: Block): Block {
  const element = target instanceof Element ? target.closest('[data-x], [data-y]') : null;
  const [x, y] = [element?.getAttribute('data-x'), element?.getAttribute('data-y')];
  const row = y ? Number(y) + 1 : selected.row;
  const column = x ? Number(x) + 1 : selected.column;
  const inside =
    row >= selected.row &&
    row < selected.row + selected.rows &&
    column >= selected.column &&
    column < selected.column + selected.columns;
  return inside ? selected : { row, column, rows: 1, columns: 1 };
}
