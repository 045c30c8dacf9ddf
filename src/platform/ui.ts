/** Menu, dialogs and sidebar. The only file that touches HtmlService and SpreadsheetApp's Ui. */
import { PROFILE } from './profile';

/** A menu: labels with the entry points they call, in order. */
export type MenuItems = readonly (readonly [label: string, entryPoint: string])[];

/** What the add-on shows besides cells. */
export interface Ui {
  menu(title: string, items: MenuItems): void;
  inform(title: string, message: string): void;
  /** Whether the person said yes. */
  confirm(title: string, message: string): boolean;
  /** What the person typed, or undefined when they cancelled. */
  askFor(title: string, message: string): string | undefined;
  sidebar(file: string, title: string): void;
}

/** Google's own. Getting hold of it fails where nobody is looking, as in a trigger: so do it late. */
export function googleUi(ui = SpreadsheetApp.getUi()): Ui {
  return {
    menu: (title, items) => addMenu(ui, title, items),
    inform: (title, message) => void ui.alert(title, message, ui.ButtonSet.OK),
    confirm: (title, message) => ui.alert(title, message, ui.ButtonSet.YES_NO) === ui.Button.YES,
    askFor: (title, message) => {
      const response = ui.prompt(title, message, ui.ButtonSet.OK_CANCEL);
      return response.getSelectedButton() === ui.Button.OK ? response.getResponseText() : undefined;
    },
    sidebar: (file, title) => ui.showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title)),
  };
}

function addMenu(ui: GoogleAppsScript.Base.Ui, title: string, items: MenuItems): void {
  // Google names an add-on's menu itself, under Extensions; a bound script has one of its own.
  const menu = PROFILE === 'addon' ? ui.createAddonMenu() : ui.createMenu(title);
  for (const [label, entryPoint] of items) menu.addItem(label, entryPoint);
  menu.addToUi();
}
