import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsOf, Visitor } from '../visitor';
import { COLLEAGUE, OWNER } from '../wire';
import { type Playground, startPlayground } from './playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ welcome: true });
});
afterAll(() => playground.close());

it('whoever opens the playground finds the sidebar open, and takes no keys from it', async () => {
  for (const user of [OWNER, COLLEAGUE]) {
    const visitor = await Visitor.at(playground, user);
    expect(await visitor.next('sidebar')).toMatchObject({ title: 'Enrich with Linkup', unasked: true });
  }
});

it('its owner has a key in place, and a colleague uses one of their own', () => {
  expect(playground.state.people).toMatchObject([
    { user: OWNER, connected: true },
    { user: COLLEAGUE, connected: false },
  ]);
});

it('companies are in view, countries in a second tab', () => {
  const { sheets } = playground.state;
  expect(sheets.map(({ name }) => name)).toEqual(['Companies', 'Countries']);
  expect(sheets.map(({ rows }) => textsOf(rows)[0]?.slice(0, 2))).toEqual([
    ['Company', 'Website'],
    ['Country', 'Capital'],
  ]);
});

it('a page hears which start of the playground it talks to, so that it begins anew at another', async () => {
  const first = await (await Visitor.at(playground)).next('started');
  const same = await (await Visitor.at(playground)).next('started');
  const next = await startPlayground({ table: [['Country'], ['France']] });
  const other = await (await Visitor.at(next)).next('started');
  await next.close();
  expect(same).toEqual(first);
  expect(other.start).not.toBe(first.start);
});

it('what one person adds and renames among the tabs is there for both, and Ctrl+Z is each one’s own', async () => {
  const [owner, colleague] = [await Visitor.at(playground), await Visitor.at(playground, COLLEAGUE)];
  const names = (): string[] => playground.state.sheets.map(({ name }) => name);
  await owner.do({ kind: 'add-tab' });
  const { sheet } = await owner.next('selected');
  await owner.do({ kind: 'rename-tab', sheet, name: 'Prices' });
  await colleague.until(() => names().includes('Prices'));
  await colleague.do({ kind: 'undo' });
  await owner.do({ kind: 'undo' });
  await owner.until(() => names().includes('Sheet3'));
  await owner.do({ kind: 'delete-tab', sheet });
  await owner.until(() => names().length === 2);
});

it('answers make their columns as wide as they are, and a dragged one stays as it is', async () => {
  const owner = await Visitor.at(playground);
  const fields = [{ name: 'what it does', kind: 'text' }];
  await owner.setUp({ template: 'What does {{Company}} do?', fields });
  const at = 6;
  const width = (): number => playground.state.sheets[0]?.columns[at]?.width ?? 0;
  await owner.choose('Enrich…');
  await owner.press('YES');
  await owner.do({ kind: 'forward', ms: 600_000 });
  await owner.until(() => width() === 240);
  await owner.do({ kind: 'width', sheet: 0, column: at + 1, width: 130 });
  await owner.until(() => width() === 130);
});
