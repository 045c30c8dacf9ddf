/** The sidebar, as a person uses it. Everything is found by its role and name, as a screen reader finds it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { KEYS, OWNER } from '../tools/playground/wire';

/** The page object. It works on the frame of the playground, and on a page that holds nothing but the sidebar. */
export class SidebarPage {
  constructor(readonly root: FrameLocator | Page) {}

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  field(label: string): Locator {
    return this.root.getByLabel(label, { exact: true });
  }

  text(words: string | RegExp): Locator {
    return this.root.getByText(words);
  }

  region(name: string | RegExp): Locator {
    return this.root.getByRole('region', { name });
  }

  /** The part about the run that is on, or that was watched. */
  get run(): Locator {
    return this.region(/ is (running|paused|stopping)$|^Last run of /);
  }

  /** The note that says what went wrong. */
  problem(words: string | RegExp): Locator {
    return this.root.locator('.alert').filter({ hasText: words });
  }

  /** The note that says what passes by itself. */
  calm(words: string | RegExp): Locator {
    return this.root.locator('.calm').filter({ hasText: words });
  }

  /** The browser says whether it has a network. */
  async network(is: 'offline' | 'online'): Promise<void> {
    await this.root.locator('body').evaluate((_, name) => window.dispatchEvent(new Event(name)), is);
  }

  /** Waits until the sheet was read. */
  async isRead(): Promise<void> {
    await this.button('Read the sheet again').or(this.field('API key')).first().waitFor();
  }

  async connect(key = KEYS[OWNER] ?? ''): Promise<void> {
    await this.field('API key').fill(key);
    await this.button('Connect').click();
    await this.button('Manage the Linkup key').waitFor();
  }

  /** Writes a new enrichment with one column; `name` is also its heading. */
  async ask(name: string, question: string): Promise<void> {
    await this.field('Question').fill(question);
    await this.name(name);
  }

  /** Gives the enrichment on view a name of one's own. */
  async name(name: string): Promise<void> {
    await this.unfold('Name');
    await this.nameField.fill(name);
  }

  /** The name of the enrichment, where its part is open. */
  get nameField(): Locator {
    return this.fold('Name').getByRole('textbox');
  }

  /** Opens a part that is folded away, if it is. */
  async unfold(title: string): Promise<void> {
    const fold = this.fold(title);
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  }

  private fold(title: string): Locator {
    return this.root.locator('details', {
      has: this.root.getByRole('heading', { name: title, exact: true }),
    });
  }

  /** Saves, and waits until it is saved. */
  async save(): Promise<void> {
    await this.button('Save').click();
    await this.region(/^What “/).waitFor();
  }

  /** The button that spends money. */
  get enrich(): Locator {
    return this.button(this.enrichName);
  }

  /** What is written on it. */
  readonly enrichName = /^(Enrich \d+ rows? · up to |Fill \d+ rows?$)/;

  /** Connects, writes and saves, up to the offer. */
  async prepare(name: string, question: string): Promise<void> {
    await this.connect();
    await this.ask(name, question);
    await this.save();
    await this.enrich.waitFor();
  }

  /** Waits for the receipt of the run. */
  async receipt(): Promise<string> {
    const line = this.run.getByText(/^\d.* asked, .* answered, for /);
    await line.waitFor();
    return line.innerText();
  }
}
