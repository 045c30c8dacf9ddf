/** The whole page: a small Google Sheets, and what goes on behind it. */
import { Backstage } from './backstage/backstage';
import { Dialogs } from './chrome/dialogs';
import { FormulaBar } from './chrome/formula-bar';
import { Header } from './chrome/header';
import { Hint } from './chrome/hint';
import { Tabs } from './chrome/tabs';
import { Toasts } from './chrome/toasts';
import { SheetView } from './grid/sheet-view';
import { SidebarFrame } from './sidebar/frame';
import { usePlayground } from './use-playground';
import { useUndoKey } from './use-undo-key';

/** The page. */
export function App() {
  const playground = usePlayground();
  const { view, undo } = playground;
  useUndoKey(undo);
  const sheet = view.sheets.find(({ id }) => id === view.sheet);
  return (
    <div class="page">
      <Header playground={playground} sheet={sheet} />
      <div class="body">
        <main class="document">
          <Hint playground={playground} />
          {sheet && <FormulaBar key={sheet.id} playground={playground} sheet={sheet} />}
          {sheet ? <SheetView playground={playground} sheet={sheet} /> : <p class="waiting">Opening…</p>}
          <Tabs playground={playground} />
          <Backstage playground={playground} sheet={sheet} />
        </main>
        {view.sidebar && <SidebarFrame key={view.sidebar.opened} playground={playground} />}
      </div>
      <Dialogs playground={playground} />
      <Toasts playground={playground} />
    </div>
  );
}
