/** The sheet of the playground's page, as a person uses it. */
import type { Locator, Page } from 'playwright-core';

/** The page object. */
export class SheetPage {
  constructor(private readonly page: Page) {}

  /** A menu of the menu bar. */
  menu(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Chooses an item of a menu. */
  async choose(menu: string, item: string): Promise<void> {
    await this.menu(menu).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** A cell; row and column count from 1. */
  cell(row: number, column: number): Locator {
    return this.page.locator(`.grid td[data-x="${column - 1}"][data-y="${row - 1}"]`);
  }

  /** The cell that shows exactly this text. */
  cellShowing(text: string): Locator {
    return this.page.locator('.grid').getByRole('cell', { name: text, exact: true });
  }

  /** The cell that shows this text among other words. */
  cellContaining(text: string): Locator {
    return this.page.locator('.grid').getByRole('cell', { name: text });
  }

  /** Types into a cell, as with the keyboard. */
  async type(row: number, column: number, text: string): Promise<void> {
    await this.cell(row, column).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Scrolls down by so many pixels, and waits until the grid was told. */
  async scrollBy(pixels: number): Promise<void> {
    await this.page.locator('.grid .jss_content').evaluate(async (content, by) => {
      const told = new Promise((done) => content.addEventListener('scroll', done, { once: true }));
      content.scrollTop += by;
      await told;
    }, pixels);
  }

  /** Drags the right edge of a column by so many pixels. */
  async dragEdge(column: number, by: number): Promise<void> {
    const box = await this.page.locator(`.grid thead td[data-x="${column - 1}"]`).boundingBox();
    if (!box) throw new Error('the column is not in view');
    const [x, y] = [box.x + box.width - 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by, y);
    await this.page.mouse.up();
  }

  /** Presses one of the buttons that make trouble; one that is on has a tick before its name. */
  async trouble(name: string): Promise<void> {
    await this.lookBehindTheScenes();
    await this.page.getByRole('button', { name }).click();
  }

  /** Unfolds what goes on behind the scenes, if it is not open already. */
  async lookBehindTheScenes(): Promise<void> {
    const fold = this.page.getByRole('button', { name: 'Behind the scenes' });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  }

  /** The name of the selected cells, such as B3. */
  get selected(): Locator {
    return this.page.getByLabel('Selected cells');
  }
}
