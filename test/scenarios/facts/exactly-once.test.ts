/** Exactly once without an idempotency key: what Linkup echoes, loses, delays or lists, a question is billed once at most. */
import { expect } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { VirtualClock } from '../../doubles/clock';
import { rectOf } from '../../doubles/google/model/geometry';
import { type HttpRequest, type HttpResponse, NetworkError } from '../../doubles/http';
import { LinkupDouble, type LinkupKnobs, TEST_KEY } from '../../doubles/linkup';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { World, type WorldOptions } from '../../world/world';

type Edition = NonNullable<WorldOptions['edition']>;

/** A document and a Linkup whose wire a play may cut. */
interface Play {
  readonly world: World;
  readonly linkup: LinkupDouble;
  readonly clock: VirtualClock;
  /** Set by the play: sees every request before Linkup does. */
  wire: (request: HttpRequest, send: () => HttpResponse) => HttpResponse;
}

async function play(
  edition: Edition,
  table: readonly (readonly string[])[],
  draft: Partial<Draft>,
  knobs: Partial<LinkupKnobs> = {},
): Promise<Play> {
  const clock = new VirtualClock();
  const linkup = new LinkupDouble({ clock, knobs });
  const stage: { wire: Play['wire'] } = { wire: (_request, send) => send() };
  const transport = (request: HttpRequest) => stage.wire(request, () => linkup.handle(request));
  const world = await World.open(table, { edition, clock, transport });
  world.save(draft);
  return Object.assign(stage, { world, linkup, clock });
}

function isPost({ method, url }: HttpRequest): boolean {
  return method === 'POST' && url.endsWith('/tasks');
}

/** What was sent with our key and billed, by question. */
function timesBilled({ linkup }: Play): Map<string, number> {
  const times = new Map<string, number>();
  for (const { key, question } of linkup.bill.entries)
    if (key === TEST_KEY) times.set(question, (times.get(question) ?? 0) + 1);
  return times;
}

function billedTwice(stage: Play): string[] {
  return [...timesBilled(stage)].flatMap(([question, times]) => (times > 1 ? [question] : []));
}

/** Lets everything happen that happens by itself in some hours. */
function pass({ world }: Play, hours: number): void {
  world.host.runClock({ until: () => false, limitMs: hours * 3_600_000 });
}

const CAPITAL: Partial<Draft> = {
  name: 'Facts',
  type: 'search',
  template: 'What is the capital of {{Country}}?',
  shape: 'fields',
  fields: [{ name: 'capital', kind: 'text' }],
};

const PAGE: Partial<Draft> = {
  name: 'Page',
  type: 'fetch',
  template: '{{Site}}',
  shape: 'page',
  fields: [],
  options: { mode: 'standard' },
};

const COUNTRIES = [
  'Peru',
  'Chad',
  'Mali',
  'Togo',
  'Oman',
  'Iraq',
  'Iran',
  'Cuba',
  'Fiji',
  'Laos',
  'Nepal',
  'Niger',
];

function countries(count: number): string[][] {
  return [['Country'], ...COUNTRIES.slice(0, count).map((name) => [name])];
}

function sites(count: number): string[][] {
  return [['Site'], ...Array.from({ length: count }, (_, i) => [`https://site${i + 1}.example.com`])];
}

fact('A1 a URL that comes back as URL.href writes it', async (edition) => {
  const stage = await play(edition, sites(10), PAGE, { echoSubject: 'normalised' });
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 2);
  expect(stage.linkup.ownTasks).toHaveLength(10);
  expect(stage.world.column('Page status').filter((status) => status.startsWith('Failed'))).toHaveLength(10);
  expect(receipts(stage.world)).toMatchObject([{ 'Questions asked': '10', Failed: '10' }]);
});

fact('A1 an echo in which nothing can be recognised', async (edition) => {
  const stage = await play(edition, countries(10), CAPITAL);
  stage.wire = (_request, send) => {
    const response = send();
    return { ...response, body: response.body.replace(/"q":"[^"]*"/g, '"q":"(rephrased for you)"') };
  };
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 2);
  expect(stage.linkup.ownTasks).toHaveLength(10);
  expect(stage.world.host.triggers).toEqual([]);
  expect(stage.world.column('Facts status').every((status) => status.startsWith('Perhaps asked'))).toBe(true);
  expect(receipts(stage.world)).toMatchObject([{ 'Questions asked': '10', 'Rows done': '0' }]);
  stage.world.press('Enrich all rows', 'OK');
  pass(stage, 1);
  expect(stage.linkup.ownTasks).toHaveLength(10);
});

fact(
  'A2 a lost answer, and an echo with bare domains, a closed schema, 20 results and another day',
  async (edition) => {
    const draft = {
      ...CAPITAL,
      options: { depth: 'standard', excludeDomains: ['Example.com', 'WWW.Example.org'] },
    } as const;
    const stage = await play(edition, countries(12), draft, {
      echoDomains: 'bare',
      echoSchema: 'closed',
      echoMaxResults: 20,
      echoToDate: 'day after',
    });
    stage.linkup.failNext({ method: 'POST', path: '/v1/tasks', effect: 'after', network: 'timeout' });
    stage.world.press('Enrich all rows', 'YES');
    pass(stage, 1);
    expect(billedTwice(stage)).toEqual([]);
    expect(stage.linkup.ownTasks).toHaveLength(12);
    expect(new Set(stage.world.column('Facts status'))).toEqual(new Set(['Done']));
  },
);

fact('A2 a success that is a page of HTML, after the POST took effect', async (edition) => {
  const stage = await play(edition, countries(12), CAPITAL, { echoMaxResults: 20, echoToDate: 'local day' });
  stage.linkup.failNext({
    method: 'POST',
    path: '/v1/tasks',
    effect: 'after',
    status: 200,
    body: '<html>Welcome to our hotel</html>',
  });
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 1);
  expect(stage.linkup.ownTasks).toHaveLength(12);
  expect(new Set(stage.world.column('Facts status'))).toEqual(new Set(['Done']));
});

fact('A3 a hundred tasks of one moment behind forty newer ones of other people', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 100 }, (_, i) => [`Country ${i + 1}`])];
  const stage = await play(edition, table, CAPITAL, { tieOrder: 'by page', queueLimit: 300 });
  stage.wire = (request, send) => {
    const response = send();
    if (!isPost(request) || stage.linkup.ownTasks.length > 100) return response;
    for (let n = 0; n < 40; n++) neighbour(stage, `Theirs ${n}`);
    throw new NetworkError('timeout');
  };
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 1);
  expect(billedTwice(stage)).toEqual([]);
  expect(stage.linkup.ownTasks.filter(({ key }) => key === TEST_KEY)).toHaveLength(140);
});

/** A colleague with the same key, elsewhere. */
function neighbour({ linkup, clock }: Play, question: string, input: object = THEIRS): void {
  linkup.handle({
    method: 'POST',
    url: 'https://api.linkup.so/v1/tasks',
    headers: { Authorization: `Bearer ${TEST_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify([{ type: 'search', input: { q: question, ...input } }]),
  });
  clock.sleep(10);
}

const THEIRS = { depth: 'fast', outputType: 'sourcedAnswer' };

fact('A4 a POST that hangs for a minute and takes effect after 110 seconds', async (edition) => {
  const stage = await play(edition, countries(12), CAPITAL, { queueLimit: 4 });
  let late: { readonly at: number; readonly request: HttpRequest } | undefined;
  let posts = 0;
  stage.wire = (request, send) => {
    if (late && stage.clock.now() >= late.at) {
      const { request: delayed } = late;
      late = undefined;
      stage.linkup.handle(delayed);
    }
    if (!isPost(request) || ++posts !== 2) return send();
    late = { at: stage.clock.now() + 110_000, request };
    stage.clock.sleep(60_000);
    throw new NetworkError('timeout');
  };
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 1);
  if (late) stage.linkup.handle(late.request);
  pass(stage, 1);
  expect(billedTwice(stage)).toEqual([]);
  expect(stage.linkup.ownTasks).toHaveLength(12);
  expect(new Set(stage.world.column('Facts status'))).toEqual(new Set(['Done']));
});

fact('A5 “overwrite” right after a run, and a lost answer', async (edition) => {
  const stage = await play(edition, countries(6), CAPITAL);
  const { world, linkup } = stage;
  world.press('Enrich all rows', 'YES');
  world.untilDone();
  const old = linkup.ownTasks.map(({ id }) => id);
  linkup.failNext({ method: 'POST', path: '/v1/tasks', effect: 'after', network: 'timeout' });
  overwrite(world);
  pass(stage, 1);
  expect(linkup.ownTasks).toHaveLength(12);
  const named = new Set(hiddenCells(world, 'task'));
  expect(old.filter((id) => named.has(id))).toEqual([]);
  expect(linkup.ownTasks.slice(6).every(({ id }) => named.has(id))).toBe(true);
});

/** Presses Enrich in the sidebar, with “overwrite”. */
function overwrite(world: World): void {
  const [found] = (
    world.sidebar('start', null) as {
      enrichments: readonly { id: string; revision?: string }[];
    }
  ).enrichments;
  const choice = { id: found?.id ?? '', revision: found?.revision ?? '', scope: 'all', overwrite: true };
  const offer = world.sidebar('offer', choice) as { total: number };
  world.sidebar('enrich', { ...offer, ...choice, cap: offer.total });
}

function hiddenCells(world: World, part: string): string[] {
  const [headings = [], ...rows] = world.sheet.displayRows();
  const at = headings.findIndex((heading) => heading.includes(` ${part} `));
  return rows.map((row) => row[at] ?? '');
}

fact('A16 hundreds of questions that are refused for one reason', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 300 }, (_, i) => [`Country ${i + 1}`])];
  const stage = await play(edition, table, CAPITAL, { maxQueryLength: 5 });
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 1);
  const posts = stage.linkup.requests.filter(({ method }) => method === 'POST');
  expect(posts.length).toBeLessThanOrEqual(20);
  expect(stage.world.host.triggers).toEqual([]);
  expect(stage.world.column('Facts status').filter((status) => status.startsWith('Paused'))).toHaveLength(
    295,
  );
  expect(stage.world.column('Facts status')[4]).toContain('Linkup cannot take this question');
});

fact('A17 a colleague whose tasks ask what unchosen rows here would ask', async (edition) => {
  const stage = await play(edition, countries(10), CAPITAL, {
    echoMaxResults: null,
    echoToDate: 'none',
    echoSchema: 'as sent',
  });
  const { world, linkup } = stage;
  world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 3, 1));
  let asked = false;
  stage.wire = (request, send) => {
    const response = send();
    if (isPost(request) && !asked) {
      asked = true;
      const [mine] = JSON.parse(request.body ?? '[]') as { input: object }[];
      for (const country of COUNTRIES.slice(2, 10)) {
        const { q, ...options } = { q: '', ...mine?.input };
        neighbour(stage, `What is the capital of ${country}?`, options);
      }
    }
    return response;
  };
  world.press('Enrich selected rows', 'YES');
  // Somebody deletes a chosen row: the run has sent something that no row remembers.
  world.sheet.deleteRows(2, 1);
  pass(stage, 1);
  expect(linkup.ownTasks).toHaveLength(10);
  expect(world.column('Facts status').filter((status) => status !== '')).toHaveLength(1);
  expect(receipts(world)).toMatchObject([{ Rows: '2', 'Rows done': '1' }]);
});
