/** Lists as the page makes them and looks after them. */
import { listLine } from '../../src/sidebar/client/model/list-words';
import type { Draft, Listed } from '../../src/sidebar/protocol';
import { ask } from './sidebar';
import type { World } from './world';

/** One question, many rows. */
export const LIST: Draft = {
  ...{ id: '', name: '', type: 'search', shape: 'fields', schema: '', sources: false },
  template: 'The ten largest countries of Africa with capital and area',
  fields: [
    { name: 'Country', kind: 'text' },
    { name: 'Capital', kind: 'text' },
    { name: 'Area', kind: 'number' },
  ],
  options: { depth: 'standard' },
};

/** What a press costs. */
export const LIST_PRICE = 0.006;

/** Asks for a list. */
export function makeList(world: World, draft: Partial<Draft> = {}, user?: string): Listed {
  return ask(world, 'makeList', { draft: { ...LIST, ...draft }, total: LIST_PRICE }, user);
}

/** Looks after a list until nothing is under way, as the page does. */
export function listed(world: World, kept: string, looks = 20): Listed {
  for (let look = 0; look < looks; look++) {
    world.clock.sleep(10_000);
    const list = ask(world, 'lookAtList', { kept });
    if (!list.pending) return list;
  }
  throw new Error('the list never came');
}

/** Asks for more, and waits for it. */
export function moreOf(world: World, kept: string): Listed {
  ask(world, 'moreOfList', { kept, total: LIST_PRICE });
  return listed(world, kept);
}

/** What the sheet of a list shows; undefined where there is none of that name. */
export function rowsOn(world: World, name: string): string[][] | undefined {
  return world.host.spreadsheet.sheets.find((sheet) => sheet.name === name)?.displayRows();
}

/** What is said of a list of so many rows, of which as many were left out for each reason. */
export function listWords(n: number): string[] {
  const last = { outcome: 'written', reason: '', billed: LIST_PRICE } as const;
  const came = { ...last, rows: n, doubles: n, keyless: n, beyond: n };
  const common = { kept: 'l1', question: LIST.template, sheet: LIST.template, pending: false };
  return [listLine({ ...common, askedAt: 0, price: LIST_PRICE, last: came })];
}
