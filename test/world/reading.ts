/** What a person can read afterwards: dialogs, toasts, cells and receipts; and worlds whose Linkup a scenario sets up itself. */

import type { Reply } from '../../src/sidebar/protocol';
import { VirtualClock } from '../doubles/clock';
import { LinkupDouble, type LinkupOptions } from '../doubles/linkup';
import { RECEIPTS } from './says';
import { World, type WorldOptions } from './world';

/** A world that talks to a Linkup of the scenario's own making: other keys, other knowledge. */
export async function openWithLinkup(
  table: readonly (readonly string[])[],
  options: Omit<LinkupOptions, 'clock'>,
  key?: string,
  others: Pick<WorldOptions, 'edition'> = {},
): Promise<{ world: World; linkup: LinkupDouble }> {
  const clock = new VirtualClock();
  const linkup = new LinkupDouble({ clock, ...options });
  const transport = linkup.handle.bind(linkup);
  const world = await World.open(table, {
    clock,
    transport,
    ...others,
    ...(key === undefined ? {} : { key }),
  });
  return { world, linkup };
}

/** Every text that was shown to a person: dialogs, toasts, and the cells of all sheets. */
export function readable({ host }: World): string[] {
  const cells = host.spreadsheet.sheets.flatMap((sheet) => sheet.displayRows().flat());
  const dialogs = host.ui.dialogs.flatMap(({ title, message }) => [title, message]);
  const toasts = host.toasts.flatMap(({ title = '', message }) => [title, message]);
  return [...dialogs, ...toasts, ...cells].filter((text) => text !== '');
}

/** What only a programmer understands: exceptions, stacks, codes of an API, values that were never meant to be seen. */
const MACHINE_TALK =
  /\w+Error\b|Exception|\bat \S+ \(|\.js:\d|\b[A-Z]{2,}_[A-Z_]+\b|UNAUTHORIZED|FORBIDDEN|HTTP \d|Bad Gateway|undefined|\bnull\b|\[object|\bNaN\b/;

/** Texts shown to a person that are none for a person. */
export function machineTalk(world: World): string[] {
  return readable(world).filter((text) => MACHINE_TALK.test(text));
}

/** The message of the last dialog. */
export function lastDialog({ host }: World): string {
  return host.ui.dialogs.at(-1)?.message ?? '';
}

/** The text of the last toast. */
export function lastToast({ host }: World): string {
  return host.toasts.at(-1)?.message ?? '';
}

/** The receipts, each by its headings. */
export function receipts({ host }: World): Record<string, string>[] {
  const sheet = host.spreadsheet.sheets.find(({ name }) => name === RECEIPTS);
  const [headings = [], ...rows] = sheet?.displayRows() ?? [];
  return rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])));
}

/** Everything that a refusal must leave as it was. */
export function traces({ host }: World) {
  const { spreadsheet, triggers, properties } = host;
  return {
    sheets: spreadsheet.sheets.map((sheet) => [sheet.name, sheet.maxColumns, sheet.displayRows()]),
    metadata: [...spreadsheet.allMetadata()].length,
    rules: spreadsheet.activeSheet.conditionalRules.length,
    triggers: triggers.length,
    stored: [...properties.document.entries()],
  };
}

/** How a call of the sidebar was refused; '' where it was not. */
export function refusal(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** What is stored in the document besides definitions and the last run of each: nothing, once all runs have ended. */
export function leftovers({ host }: World): string[] {
  return [...host.properties.document.keys()].filter(
    (key) => !/^linkup\.(enrichment\.|last\.|layout$)/.test(key),
  );
}

/** The whole reply to a call of the sidebar, with its code where it was refused. */
export function replyTo({ host }: World, name: string, argument: unknown, user?: string): Reply<unknown> {
  const args = ['sidebarCall', name, argument] as const;
  const reply = user === undefined ? host.callFromSidebar(...args) : host.callFromSidebarAs(user, ...args);
  return reply as Reply<unknown>;
}
