/** What Linkup and the way to it really answer: a proxy's pages, odd outputs, other languages, sizes, and texts that quote the key. */
import { expect } from 'vitest';
import { KIND, type LinkupKnobs, TEST_KEY } from '../../doubles/linkup';
import { fact } from '../../world/fact';
import { readable, receipts } from '../../world/reading';
import { type Edition, World, type WorldOptions } from '../../world/world';

const COUNTRIES = ['Chad', 'Mali', 'Niger', 'Togo', 'Benin', 'Ghana', 'Kenya', 'Malta', 'Nauru', 'Palau'];

/** Ten rows with an enrichment for their capitals. What a fact is not about is kind. */
async function ready(
  edition: Edition,
  linkup: Partial<LinkupKnobs> = {},
  more: WorldOptions = {},
): Promise<World> {
  const table = [['Country'], ...COUNTRIES.map((name) => [name])];
  const world = await World.open(table, { ...more, edition, linkup: { ...KIND, ...linkup } });
  world.save({});
  return world;
}

/** Lets the trigger work until it has removed itself, or for so many minutes. */
function passed(world: World, minutes: number): void {
  world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: minutes * 60_000 });
}

function statuses(world: World): string[] {
  return [...new Set(world.column('Facts status'))];
}

function expectAllAnswered(world: World): void {
  expect(statuses(world)).toEqual(['Done']);
  expect(world.column('capital')).not.toContain('');
  expect(world.linkup.bill.entries).toHaveLength(COUNTRIES.length);
  expect(world.host.triggers).toEqual([]);
}

const DENIED = '<html><head><title>Access denied</title></head><body>Proxy</body></html>';

for (const status of [401, 403]) {
  fact(`A10 an HTML ${status} of a proxy passes: nobody has to replace the key`, async (edition) => {
    const world = await ready(edition);
    world.press('Enrich all rows', 'YES');
    world.linkup.failNext({ method: 'GET', path: '/v1/tasks', effect: 'before', status, body: DENIED });
    passed(world, 30);
    expectAllAnswered(world);
  });
}

fact('A10 a 402 although a key was sent is about credits, not about the key', async (edition) => {
  const world = await ready(edition, { noCreditsCode: 'PAYMENT_REQUIRED', queueLimit: 3 }, { balance: 0.03 });
  world.press('Enrich all rows', 'YES');
  passed(world, 30);
  const waiting = statuses(world).filter((status) => status !== 'Done');
  expect(waiting).toHaveLength(1);
  expect(waiting[0]).toMatch(/credits/);
  expect(waiting[0]).not.toMatch(/key/);
});

fact(
  'A18 a completed output that is a text is shown, billed once, and never called failed',
  async (edition) => {
    const world = await ready(edition, { outputForm: () => 'text' });
    world.press('Enrich all rows', 'YES');
    passed(world, 30);
    expect(statuses(world)).toEqual(['Done · check: not in the form asked for']);
    expect(world.column('capital')[0]).toBe("In short: N'Djamena.");
    expect(world.linkup.bill.entries).toHaveLength(COUNTRIES.length);
    expect(receipts(world)).toMatchObject([{ 'Rows done': '10' }]);
  },
);

fact('A18 keys in another case are the keys that were asked for', async (edition) => {
  const world = await ready(edition, { outputForm: () => 'capitals' });
  world.press('Enrich all rows', 'YES');
  passed(world, 30);
  expectAllAnswered(world);
});

fact('A18 one object in a list is that object, several are shown as their JSON', async (edition) => {
  const isFirst = (work: unknown) => JSON.stringify(work).includes('Chad');
  const world = await ready(edition, { outputForm: (work) => (isFirst(work) ? 'list' : 'list of one') });
  world.press('Enrich all rows', 'YES');
  passed(world, 30);
  expect(world.column('Facts status').slice(0, 2)).toEqual([
    'Done · check: not in the form asked for',
    'Done',
  ]);
  expect(world.column('capital')[0]).toBe(`[{"capital":"N'Djamena"},{"capital":"N'Djamena"}]`);
  expect(world.column('capital')[1]).toBe('Bamako');
});

for (const language of ['fr', 'de'] as const) {
  fact(`A20 a used-up quota is called so although Google says it in ${language}`, async (edition) => {
    const google = { language, limits: { fetchesPerDay: 1 } };
    const world = await ready(edition, {}, { google });
    world.press('Enrich all rows', 'OK');
    const said = readable(world).join('\n');
    expect(said).toContain('daily number of web requests');
    expect(said).not.toMatch(/could not be reached|unforeseen/);
    expect(world.linkup.ownTasks).toEqual([]);
  });
}

fact('A21 fetched pages that pass Google’s 50 MB together arrive all the same', async (edition) => {
  const google = { limits: { fetchResponseBytes: 1_000_000 } };
  const urls = COUNTRIES.flatMap((_, i) => [
    `https://countries.example/${['tcd', 'mli', 'ner'][i % 3]}?${i}`,
  ]);
  const world = await World.open(
    [['Website'], ...[...urls, ...urls.map((url) => `${url}b`)].map((url) => [url])],
    {
      edition,
      google,
      linkup: { ...KIND, pageChars: 90_000 },
    },
  );
  world.save({
    type: 'fetch',
    template: '{{Website}}',
    fields: [{ name: 'capital', kind: 'text' }],
    options: { mode: 'standard' },
  });
  world.press('Enrich all rows', 'YES');
  passed(world, 45);
  expect(statuses(world)).toEqual(['Done']);
  expect(world.host.triggers).toEqual([]);
});

fact('A21 a hundred tasks that vanish at once are noticed in minutes', async (edition) => {
  const rows = Array.from({ length: 100 }, (_, i) => [`Chad ${i}`]);
  const world = await World.open([['Country'], ...rows], { edition, linkup: { ...KIND, retentionMs: 1 } });
  world.save({});
  const from = world.clock.now();
  world.press('Enrich all rows', 'YES');
  passed(world, 40);
  expect(world.host.triggers).toEqual([]);
  expect(statuses(world)).toEqual([
    'Expired: Linkup no longer has the answer. Choose “Retry failed rows” to ask again.',
  ]);
  expect(world.clock.now() - from).toBeLessThan(30 * 60_000);
});

/** What is stored or shown outside the person's own properties. */
function everythingKept(world: World): string {
  const { document } = world.host.properties;
  return JSON.stringify([[...document.entries()], readable(world), world.host.logs]);
}

fact(
  'S4 no text of Linkup’s that quotes the key gets into the document, a cell, a reply or the log',
  async (edition) => {
    const world = await ready(edition, {
      errorTexts: 'quoting',
      maxQueryLength: 'What is the capital of Chad?'.length,
      failWhen: ({ input }) => (JSON.stringify(input).includes('Togo') ? 'CONFLICT' : null),
    });
    world.press('Enrich all rows', 'YES');
    passed(world, 60);
    expect(statuses(world).length).toBeGreaterThan(1);
    expect(everythingKept(world)).not.toContain(TEST_KEY);
  },
);

fact('S4 an error of 12 kB pauses the run like a short one, and leaves no trigger', async (edition) => {
  const world = await ready(edition);
  world.press('Enrich all rows', 'YES');
  const message = `Authorization: Bearer ${TEST_KEY} ${'and so on '.repeat(1_200)}`;
  world.linkup.failNext({
    method: 'GET',
    path: '/v1/tasks',
    effect: 'before',
    code: 'FORBIDDEN',
    message,
    times: 900,
  });
  passed(world, 30);
  expect(world.host.triggers).toEqual([]);
  expect(world.host.executions.filter(({ outcome }) => outcome !== 'completed')).toEqual([]);
  for (const [, value] of world.host.properties.document.entries()) {
    expect(value).not.toContain(TEST_KEY);
    expect(value.length).toBeLessThan(9_000);
  }
});
