/** The script's log, which whoever may open the script can read, of a published add-on its publisher: what went wrong, and not one word of a person's. */
import { expect, it } from 'vitest';
import { ServiceError } from '../../doubles/google';
import { TEST_KEY } from '../../doubles/linkup';
import { everyCall, namesOf } from '../../world/every-call';
import { errorOf } from '../../world/formula';
import { replyTo } from '../../world/reading';
import { MENU } from '../../world/says';
import { enrich, follow, saved } from '../../world/sidebar';
import { World } from '../../world/world';

/** In each place where a person writes something. */
const TABLE = [
  ['s3cret heading', 's3cret other'],
  ['s3cret cell', ''],
  ['s3cret cell two', ''],
];
const DRAFT = {
  name: 's3cret name',
  template: 's3cret question {{s3cret heading}}?',
  fields: [{ name: 's3cret field', kind: 'text' }],
} as const;

/** What Linkup says of a question that it refuses. */
const QUOTING = { code: 'VALIDATION_ERROR', message: 'q is “s3cret question s3cret cell?”' };

it('quotes no cell, question, name, address or key, whatever is pressed and fails', async () => {
  const world = await World.open(TABLE);
  const { host, linkup, sheet } = world;
  sheet.name = 's3cret sheet';
  const id = saved(world, DRAFT);
  linkup.failNext({ path: '/v1/tasks', method: 'POST', effect: 'before', times: 4, ...QUOTING });
  enrich(world, id);
  follow(world, id);
  linkup.failNext({ path: '/v1/search', effect: 'before', ...QUOTING });
  const calls = everyCall(world);
  sheet.type(1, 1, 's3cret renamed');
  for (const item of [MENU.all, MENU.again, MENU.retry]) world.press(item, 'OK');
  errorOf(world, ['s3cret question in a cell?', 's3cret depth']);
  sheet.type(1, 1, 's3cret heading');
  host.spreadsheet.sheets[0]?.protect(undefined, { editors: [] });
  replyTo(world, 's3cret call', null);
  for (const name of namesOf(calls)) replyTo(world, name, calls[name]);
  const log = host.logs.map(({ text }) => text).join('\n');
  expect(host.logs.length).toBeGreaterThan(20);
  expect(log).toContain('LinkupError: invalid-question: HTTP 400');
  expect(log).not.toMatch(/s3cret|@example/);
  expect(log).not.toContain(TEST_KEY);
});

it('says what was behind a fault that its person is told in other words', async () => {
  const world = await World.open(TABLE);
  saved(world, DRAFT);
  const { tryOne } = everyCall(world);
  world.linkup.failNext({ effect: 'before', status: 503, times: 3 });
  replyTo(world, 'balance', null);
  world.press(MENU.all, 'OK');
  replyTo(world, 'tryOne', tryOne);
  expect(world.host.logs.map(({ text }) => text)).toEqual(
    ['no-balance', 'not-started', 'not-tried'].map(
      (code) => `Problem: ${code}: LinkupError: server-error: HTTP 503`,
    ),
  );
});

it('says what Google said where a Save or a start is refused for it', async () => {
  const world = await World.open(TABLE);
  saved(world, DRAFT);
  const { save, enrich: start } = everyCall(world);
  const other = { ...DRAFT, id: '', name: 'Another', fields: [{ name: 'other', kind: 'text' }] };
  world.host.onServiceCall = ({ method }) => {
    if (['hideColumns', 'setValues'].includes(method))
      throw new ServiceError('Service Spreadsheets timed out.');
  };
  replyTo(world, 'enrich', start);
  replyTo(world, 'save', { ...save, draft: { ...save.draft, ...other }, revision: '' });
  expect(world.host.logs.map(({ text }) => text)).toEqual(
    ['not-reserved', 'not-saved'].map(
      (code) => `Problem: ${code}: Problem: cannot-write: Service Spreadsheets timed out.`,
    ),
  );
});
