import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { textsOf, Visitor } from '../visitor';
import { type Playground, startPlayground } from './playground';

let playground: Playground;
let owner: Visitor;

beforeAll(async () => {
  playground = await startPlayground({ table: [['Country'], ['France']] });
  owner = await Visitor.at(playground);
});
afterAll(() => playground.close());

/** A request with headers that `fetch` would not send. */
function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(playground.url);
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the playground answers nobody but its own page:', () => {
  it.each([
    ['a foreign name for this machine', 'GET', '/state', { host: 'evil.example' }],
    ['another port', 'GET', '/', { host: 'localhost:1' }],
    ['a foreign site that posts', 'POST', '/deeds', { origin: 'https://evil.example', ...JSON_TYPE }],
    ['the sandboxed sidebar that posts', 'POST', '/deeds', { origin: 'null', ...JSON_TYPE }],
    ['a post from nowhere', 'POST', '/deeds', JSON_TYPE],
    ['a foreign site that listens', 'GET', '/events', { origin: 'https://evil.example' }],
    ['a foreign site that reads', 'GET', '/state', { 'sec-fetch-site': 'cross-site' }],
    ['another method', 'PUT', '/deeds', {}],
  ])('%s is refused', async (_, method, path, headers) => {
    const { host } = new URL(playground.url);
    expect(await send(method, path, { host, ...headers })).toBe(403);
  });

  it('a form of another site cannot pretend to send JSON', async () => {
    const { host, origin } = new URL(playground.url);
    expect(await send('POST', '/deeds', { host, origin, 'content-type': 'text/plain' }, '{}')).toBe(415);
  });

  it('a link from elsewhere may lead to the page', async () => {
    const { host } = new URL(playground.url);
    expect(await send('GET', '/', { host, 'sec-fetch-site': 'cross-site' })).toBe(200);
  });
});

it.each(['//', '//evil.example/', '/%'])('a path like %s leads nowhere, quietly', async (path) => {
  const complaints = vi.spyOn(console, 'error');
  const { host } = new URL(playground.url);
  expect(await send('GET', path, { host })).toBe(404);
  expect(complaints).not.toHaveBeenCalled();
});

describe('the page', () => {
  it('runs its own script only, and nobody can frame it', async () => {
    const { headers } = await fetch(playground.url);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('comes with its script and its styles', async () => {
    const [script, style] = await Promise.all(
      ['/page.js', '/page.css'].map(async (path) => (await fetch(playground.url + path)).text()),
    );
    expect(script?.length).toBeGreaterThan(10_000);
    expect(style).toContain('.jss');
  });
});

describe('the sidebar', () => {
  it('is served in a sandbox without an origin, with google.script.run in it', async () => {
    await owner.choose('Set up…');
    const { title } = await owner.next('sidebar');
    expect(title).toBe('Enrich with Linkup');
    const page = new URLSearchParams({ page: `window of ${owner.user}` });
    const response = await fetch(`${playground.url}/sidebar?${page}`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox /);
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).toContain("form-action 'none'");
    const html = await response.text();
    expect(html.indexOf('withSuccessHandler')).toBeLessThan(html.indexOf('<style>'));
    expect(html).toContain('"sidebarCall"');
  });

  it('reaches functions of the script, and no private ones', async () => {
    expect(await owner.call('sidebarCall', 'start', null)).toMatchObject({ ok: true, value: { ok: true } });
    expect(await owner.call('private_')).toMatchObject({ ok: false, name: 'SidebarError' });
    expect(await owner.call('noSuchThing')).toMatchObject({ ok: false });
  });
});

describe('what a page sends', () => {
  it.each([
    [{ kind: 'format-disk' }],
    [{ kind: 'type', sheet: 0, cells: [{ row: 0, column: 1, text: '' }] }],
    [{ kind: 'insert', sheet: 0, axis: 'rows', at: 1.5, count: 1 }],
    [{ kind: 'sort', sheet: 0, column: 1, ascending: 'yes', cells: 'all' }],
    [null],
  ])('%j is refused, because it is nothing that a person can do', async (action) => {
    expect((await owner.post('/deeds', { user: owner.user, page: '', action })).status).toBe(400);
  });

  it('is done for the two people of the playground only', async () => {
    const response = await owner.post('/deeds', {
      user: 'eve@example.com',
      page: '',
      action: { kind: 'open' },
    });
    expect(response.status).toBe(400);
  });
});

describe('a CSV file', () => {
  const CSV = 'Name,Note\n"O\'Neill, Ltd","=HYPERLINK(""x"")"\nÄrzte,"two\nlines"\n';

  it('opens as a further sheet, and is saved as it was', async () => {
    expect((await owner.openCsv('my companies.csv', CSV)).status).toBe(202);
    const { sheet: id } = await owner.next('selected');
    const sheet = owner.state.sheets.find((each) => each.id === id);
    expect(sheet?.name).toBe('my companies');
    expect(textsOf(sheet?.rows ?? [])).toEqual([
      ['Name', 'Note'],
      ["O'Neill, Ltd", '=HYPERLINK("x")'],
      ['Ärzte', 'two\nlines'],
    ]);
    const saved = await fetch(`${playground.url}/sheet.csv?sheet=${id}`);
    expect(saved.headers.get('content-disposition')).toContain('my%20companies.csv');
    expect(await saved.text()).toBe(CSV);
  });

  it('that is no table is refused with a reason', async () => {
    const response = await owner.openCsv('empty.csv', 'Name\n');
    expect([response.status, await response.text()]).toEqual([
      400,
      'This file has no rows below its column names.',
    ]);
  });

  it('leaves out the hidden columns when it is saved', async () => {
    await owner.setUp();
    const headings = (await (await fetch(`${playground.url}/sheet.csv?sheet=0`)).text()).split('\n')[0];
    expect(headings).toBe('Country,currency,Facts status');
  });
});
