import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable, FACTS } from '../../world/countries';
import { World } from '../../world/world';
import { LiveTransport } from './live-transport';

const BALANCE = { method: 'GET', url: 'https://api.linkup.so/v1/credits/balance' } as const;
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

let server: ChildProcess;
let origin: string;

beforeAll(async () => {
  const file = fileURLToPath(new URL('./serve-linkup.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  [origin] = await once(createInterface(child.stdout), 'line');
});

afterAll(() => server.kill());

/** The network error that a request to an origin meets; it waits so many ms for an answer. */
function failure(there: string, timeoutMs = 120_000): unknown {
  try {
    return new LiveTransport({ origin: there, timeoutMs }).send({ ...BALANCE, headers: {} });
  } catch (thrown) {
    return thrown;
  }
}

describe('the live transport', () => {
  it('gives status, headers and body', () => {
    const live = new LiveTransport({ origin });
    const response = live.send({ ...BALANCE, headers: bearer(TEST_KEY) });
    expect(response).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('json') },
    });
    expect(JSON.parse(response.body)).toEqual({ balance: 100 });
  });

  it('gives an error status as a response', () => {
    expect(new LiveTransport({ origin }).send({ ...BALANCE, headers: bearer('wrong') }).status).toBe(401);
  });

  it('carries a whole run of the add-on', async () => {
    const live = new LiveTransport({ origin });
    const world = await World.open(countryTable(5), { transport: live.send });
    world.save(FACTS);
    world.press('Enrich…', 'YES');
    world.untilDone();
    expect(world.column('Facts status')).toEqual(new Array(5).fill('Done'));
    expect(live.requests.filter(({ method }) => method === 'POST')).toEqual([
      { method: 'POST', path: '/v1/tasks' },
    ]);
  });

  it('refuses to take the key anywhere else', () => {
    const live = new LiveTransport({ origin });
    expect(() => live.send({ ...BALANCE, url: 'https://example.com/v1', headers: {} })).toThrow(
      'not for https://example.com',
    );
    expect(live.requests).toEqual([]);
  });

  it('knows a host that has no address', () => {
    expect(failure('http://nowhere.invalid')).toMatchObject({ name: 'NetworkError', kind: 'dns' });
  });

  it('knows a port that nobody listens on, and one that never answers', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(failure(`http://127.0.0.1:${port}`, 300)).toMatchObject({ kind: 'timeout' });
    silent.close();
    await once(silent, 'close');
    expect(failure(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'unreachable' });
  });

  it('knows a server that speaks no TLS', () => {
    expect(failure(origin.replace('http:', 'https:'))).toMatchObject({ kind: 'ssl' });
  });
});
