/** The built add-on in a local spreadsheet, talking to a local Linkup: where scenarios, simulation and demo take place. */
import type { Draft, Reply } from '../../src/sidebar/protocol';
import { type Clock, VirtualClock } from '../doubles/clock';
import { GoogleHost, type Knobs, type Profile } from '../doubles/google';
import type { Transport } from '../doubles/http';
import { type Knowledge, LinkupDouble, type LinkupKnobs, TEST_KEY } from '../doubles/linkup';
import { built } from './built';
import { CAPITAL_DRAFT } from './drafts';
import { PROFILE } from './profile';
import { labelOf } from './says';

/** What a world can differ in; everything has a default. */
export interface WorldOptions {
  readonly clock?: Clock;
  /** How the add-on is installed, and built for it; bound to the document unless something else is said. */
  readonly profile?: Profile;
  readonly google?: Partial<Knobs>;
  readonly linkup?: Partial<LinkupKnobs>;
  readonly balance?: number;
  /** What the local web says, instead of the countries of the world. */
  readonly knowledge?: Knowledge;
  /** Instead of the local Linkup. */
  readonly transport?: Transport;
  readonly key?: string;
  /** Which add-on is installed: ours as it is built, unless a fact is shown on an older one. */
  readonly edition?: Edition;
}

/** What is installed in a document: file names to contents. */
export type Edition = Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/** A spreadsheet with the add-on in it and the key connected. */
export class World {
  readonly clock: Clock;
  readonly linkup: LinkupDouble;
  readonly host: GoogleHost;

  private constructor(options: WorldOptions, files: Readonly<Record<string, string>>) {
    this.clock = options.clock ?? new VirtualClock();
    this.linkup = new LinkupDouble({
      clock: this.clock,
      balances: { acme: options.balance ?? 100 },
      knobs: options.linkup ?? {},
      ...(options.knowledge ? { knowledge: options.knowledge } : {}),
    });
    const transport = options.transport ?? ((request) => this.linkup.handle(request));
    // An edition that is named is one for bound scripts.
    const profile = options.profile ?? (options.edition ? 'bound' : PROFILE);
    this.host = new GoogleHost({ clock: this.clock, transport, profile, knobs: options.google ?? {} });
    this.host.install({
      code: files['Code.js'] ?? '',
      html: { Sidebar: files['Sidebar.html'] ?? '' },
      manifest: JSON.parse(files['appsscript.json'] ?? '{}'),
    });
  }

  /** Opens the document, with a table in its first sheet, and connects the key through the sidebar. */
  static async open(table: readonly (readonly string[])[], options: WorldOptions = {}): Promise<World> {
    const world = new World(options, await (options.edition ?? built(options.profile ?? PROFILE)));
    world.sheet.fromRows(table);
    world.host.open();
    world.sidebar('connect', { key: options.key ?? TEST_KEY });
    return world;
  }

  get sheet() {
    return this.host.spreadsheet.activeSheet;
  }

  /** A call of the sidebar; throws the sentence that the person would read. */
  sidebar(name: string, argument: unknown): unknown {
    const reply = this.host.callFromSidebar('sidebarCall', name, argument) as Reply<unknown>;
    if (!reply.ok) throw new Error(reply.sentence);
    return reply.result;
  }

  /** Saves an enrichment on the active sheet, over whatever was saved before. */
  save(draft: Partial<Draft>): void {
    const over = { revision: '', force: true };
    this.sidebar('save', { sheetId: this.sheet.id, draft: { ...CAPITAL_DRAFT, ...draft }, ...over });
  }

  /** Chooses a menu item and says yes to what it asks. */
  press(item: string, ...answers: ('YES' | 'NO' | 'OK' | { readonly text: string })[]): void {
    for (const answer of answers) {
      this.host.ui.willAnswer(
        typeof answer === 'string' ? { button: answer } : { button: 'OK', text: answer.text },
      );
    }
    this.host.clickMenu(labelOf(item, this.host.menus));
  }

  /** Lets the trigger work until it has removed itself. Throws after `hours` of virtual time. */
  untilDone(hours = 24): void {
    this.host.runClock({ until: () => this.host.triggers.length === 0, limitMs: hours * 3_600_000 });
    if (this.host.triggers.length > 0) throw new Error(`not done after ${hours} hours`);
  }

  /** The displayed texts of a column by its heading, without the heading. */
  column(heading: string): string[] {
    const at = this.place(heading);
    return this.sheet
      .displayRows()
      .slice(1)
      .map((row) => row[at - 1] ?? '');
  }

  /** What a column's cells hold, by its heading; '' is a blank cell, and a date counts as what it shows. */
  values(heading: string): (string | number | boolean)[] {
    const at = this.place(heading);
    return this.column(heading).map((text, i) => {
      const value = this.sheet.peek(i + 2, at)?.value ?? '';
      return value instanceof Date ? text : value;
    });
  }

  /** Where a column is, from 1. */
  private place(heading: string): number {
    const [headings = []] = this.sheet.displayRows();
    const at = headings.indexOf(heading);
    if (at < 0) throw new Error(`no column ${heading} in ${headings.join(', ')}`);
    return at + 1;
  }
}
