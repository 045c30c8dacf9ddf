/** Ui and Menu: what a script shows, and what the person answers. */
import { Button, ButtonSet } from '../enums';
import type { Execution } from '../execution';
import type { DialogAnswer, DialogRecord, MenuRecord } from '../screen';
import { Handles, handle, service, ui } from '../service';
import { htmlOutputs } from './html';
import { CONTAINER_UI } from './scopes';

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;
type PromptResponse = GoogleAppsScript.Base.PromptResponse;

const menus = new Handles<MenuRecord>();
const DIALOG = 'string; string, enum; string, string, enum';

/** `SpreadsheetApp.getUi()`. */
export function uiService(run: Execution): Ui {
  const { screen, profile } = run.state;
  const addOnName = 'Extensions > Add-on';
  return service<Ui>(
    run,
    'Ui',
    {
      Button,
      ButtonSet,
      createMenu: handle('string', (caption: string) => menuService(run, { name: caption, items: [] }), {
        mode: 'NONE',
        scopes: [],
      }),
      createAddonMenu: handle(
        '',
        () => menuService(run, { name: profile === 'addon' ? addOnName : 'Extensions > Script', items: [] }),
        { mode: 'NONE', scopes: [] },
      ),
      alert: ui(DIALOG, (...args: unknown[]) => Button[ask(run, 'alert', args).button]),
      prompt: ui(DIALOG, (...args: unknown[]) => promptResponse(run, ask(run, 'prompt', args))),
      showSidebar: ui(
        'HtmlService.HtmlOutput',
        (output) => {
          const { content, title } = htmlOutputs.get(output);
          screen.sidebar = { html: content, title };
        },
        { mode: 'FULL' },
      ),
    },
    { scopes: CONTAINER_UI },
  );
}

/** Shows a dialog. The script is suspended meanwhile, which costs it its locks. */
function ask(run: Execution, kind: DialogRecord['kind'], args: readonly unknown[]): DialogAnswer {
  const { state } = run;
  const title = args.length === 3 ? String(args[0]) : '';
  const message = String(args.length === 3 ? args[1] : args[0]);
  const buttons = String(args.length === 1 ? ButtonSet.OK : args.at(-1));
  state.locks.releaseAll(run.id);
  return state.screen.desk.show({ kind, title, message, buttons });
}

function promptResponse(run: Execution, answer: DialogAnswer): PromptResponse {
  return service<PromptResponse>(run, 'PromptResponse', {
    getSelectedButton: handle('', () => Button[answer.button]),
    getResponseText: handle('', () => answer.text ?? ''),
  });
}

function menuService(run: Execution, record: MenuRecord): Menu {
  const add = (entry: MenuRecord['items'][number]): Menu => {
    record.items.push(entry);
    return self;
  };
  const self: Menu = service<Menu>(
    run,
    'Menu',
    {
      addItem: handle('string, string', (label: string, fn: string) => add({ kind: 'item', label, fn })),
      addSeparator: handle('', () => add({ kind: 'separator' })),
      addSubMenu: handle('Menu', (menu: Menu) => add({ kind: 'submenu', menu: menus.get(menu) })),
      addToUi: ui('', () => {
        const { menus: shown } = run.state.screen;
        const old = shown.findIndex(({ name }) => name === record.name);
        shown.splice(old < 0 ? shown.length : old, old < 0 ? 0 : 1, record);
      }),
    },
    { mode: 'NONE' },
  );
  return menus.set(self, record);
}
