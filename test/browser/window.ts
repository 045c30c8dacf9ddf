/** One person's window: the sheet, and the sidebar beside it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Playground } from '../tools/playground/server/playground';
import { column } from '../tools/playground/visitor';
import { OWNER, type State } from '../tools/playground/wire';
import { SheetPage } from './sheet-page';
import { SidebarPage } from './sidebar-page';

/** Longest wait for something in the document, ms. */
const PATIENCE = { timeout: 120_000, interval: 50 };

/** The window. */
export class Window {
  readonly sheet: SheetPage;
  readonly sidebar: SidebarPage;
  /** The frame that the sidebar is in. */
  readonly frame: FrameLocator;

  private constructor(
    readonly page: Page,
    private readonly playground: Playground,
    private readonly counted: () => number,
  ) {
    this.sheet = new SheetPage(page);
    this.frame = page.frameLocator('.sidebar iframe');
    this.sidebar = new SidebarPage(this.frame);
  }

  /** Opens the document. */
  static async at(
    page: Page,
    playground: Playground,
    as = OWNER,
    counted = (): number => 0,
  ): Promise<Window> {
    await page.goto(as === OWNER ? playground.url : `${playground.url}/?as=${encodeURIComponent(as)}`);
    const window = new Window(page, playground, counted);
    await window.sheet.menu('Enrich with Linkup').waitFor();
    return window;
  }

  /** Opens the sidebar by the button of the first steps. */
  async openSidebar(): Promise<SidebarPage> {
    await this.page.getByRole('button', { name: 'Open the sidebar' }).click();
    await this.sidebar.isRead();
    return this.sidebar;
  }

  /** Waits until the document is in a state. */
  async until(what: string, holds: (state: State) => boolean): Promise<void> {
    await expect.poll(() => holds(this.state), { ...PATIENCE, message: what }).toBe(true);
  }

  /** How often the person has pressed the mouse or Enter since the document was opened. */
  get presses(): number {
    return this.counted();
  }

  /** How things stand in the document, at Google and at Linkup. */
  get state(): State {
    return this.playground.state;
  }

  /** What the document holds in a column, from row 2 on. */
  column(heading: string): string[] {
    return column(this.state, heading);
  }

  /** Presses Tab until the keys go to an element. Fails when they come round without having been there. */
  async tabTo(wanted: Locator): Promise<void> {
    await wanted.waitFor();
    // Found once: to look for a role among all cells of a sheet takes longer than to press a key.
    const there = await wanted.elementHandle();
    for (let i = 0; i < 90; i++) {
      if (await there?.evaluate((element) => element === document.activeElement && document.hasFocus()))
        return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key does not lead to ${wanted}`);
  }
}
