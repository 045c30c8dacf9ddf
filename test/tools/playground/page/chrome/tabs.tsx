/** The sheets of the document: choose, add, rename and delete them. */
import { useRef, useState } from 'preact/hooks';
import type { ShownSheet } from '../../wire';
import type { Playground } from '../use-playground';
import { Popup } from './menu';

/** Tabs under the grid; arrow keys move between them, a double press or F2 renames. */
export function Tabs({ playground }: { playground: Playground }) {
  const { view, happened, doIt } = playground;
  const [renamed, setRenamed] = useState<number>();
  const [menu, setMenu] = useState<{ x: number; y: number }>();
  const choose = (sheet: number) => {
    happened({ kind: 'tab', sheet });
    doIt({ kind: 'select', sheet, block: { row: 1, column: 1, rows: 1, columns: 1 } });
  };
  return (
    <div class="tabs">
      <button type="button" class="icon" aria-label="Add a sheet" onClick={() => doIt({ kind: 'add-tab' })}>
        +
      </button>
      <SheetMenuButton onOpen={setMenu} />
      <div class="tab-list" role="tablist" aria-label="Sheets">
        {view.sheets.map((sheet) =>
          sheet.id === renamed ? (
            <NameField
              key="name"
              playground={playground}
              sheet={sheet}
              onDone={() => setRenamed(undefined)}
            />
          ) : (
            <Tab
              key={sheet.id}
              sheet={sheet}
              isChosen={sheet.id === view.sheet}
              onChoose={() => choose(sheet.id)}
              onRename={() => setRenamed(sheet.id)}
              onMenu={setMenu}
            />
          ),
        )}
      </div>
      {menu && view.sheet !== undefined && (
        <SheetMenu playground={playground} sheet={view.sheet} at={menu} rename={setRenamed} close={setMenu} />
      )}
    </div>
  );
}

interface TabProps {
  readonly sheet: ShownSheet;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onRename: () => void;
  readonly onMenu: (at: { x: number; y: number }) => void;
}

function Tab({ sheet, isChosen, onChoose, onRename, onMenu }: TabProps) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
      onDblClick={onRename}
      onContextMenu={(event) => {
        event.preventDefault();
        onChoose();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'F2') onRename();
        neighbour(currentTarget, key)?.click();
      }}
    >
      {sheet.name}
    </button>
  );
}

/** What can be done to the sheet in view, for those who do not know that the right button does it too. */
function SheetMenuButton({ onOpen }: { onOpen: TabProps['onMenu'] }) {
  const button = useRef<HTMLButtonElement>(null);
  const open = () => {
    const box = button.current?.getBoundingClientRect();
    if (box) onOpen({ x: box.left, y: box.top });
  };
  return (
    <button
      ref={button}
      type="button"
      class="icon"
      aria-haspopup="menu"
      aria-label="This sheet"
      onClick={open}
    >
      ≡
    </button>
  );
}

interface SheetMenuProps {
  readonly playground: Playground;
  readonly sheet: number;
  readonly at: { readonly x: number; readonly y: number };
  readonly rename: (sheet: number) => void;
  readonly close: (nowhere: undefined) => void;
}

function SheetMenu({ playground: { doIt }, sheet, at, rename, close }: SheetMenuProps) {
  return (
    <Popup
      at={at}
      label="This sheet"
      onClose={() => close(undefined)}
      items={[
        { label: 'Rename', choose: () => rename(sheet) },
        { label: 'Duplicate', choose: () => doIt({ kind: 'duplicate-tab', sheet }) },
        { label: 'Delete', choose: () => doIt({ kind: 'delete-tab', sheet }) },
      ]}
    />
  );
}

interface NameFieldProps {
  readonly playground: Playground;
  readonly sheet: ShownSheet;
  readonly onDone: () => void;
}

/** Where a name is written: Enter and leaving keep it, Escape does not. */
function NameField({ playground: { doIt }, sheet, onDone }: NameFieldProps) {
  const isOver = useRef(false);
  const end = (name: string) => {
    if (isOver.current) return;
    isOver.current = true;
    if (name.trim() !== '' && name !== sheet.name) doIt({ kind: 'rename-tab', sheet: sheet.id, name });
    onDone();
  };
  return (
    <input
      class="tab-name"
      aria-label="Name of the sheet"
      defaultValue={sheet.name}
      maxLength={100}
      size={Math.max(6, sheet.name.length)}
      ref={(input) => {
        if (input && input !== document.activeElement) input.select();
      }}
      onBlur={({ currentTarget }) => end(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Escape') end(sheet.name);
        if (key === 'Enter') end(currentTarget.value);
      }}
    />
  );
}

function neighbour(tab: HTMLElement, key: string): HTMLElement | undefined {
  const found = { ArrowRight: tab.nextElementSibling, ArrowLeft: tab.previousElementSibling }[key];
  if (!(found instanceof HTMLElement)) return undefined;
  found.focus();
  return found;
}
