/** The real Linkup as the probe asks it, with a server of our own in its place. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Interrupted } from './asker';
import { realLinkup } from './linkups';

const BALANCE = { method: 'GET', url: 'https://api.linkup.so/v1/credits/balance', headers: {} } as const;

let server: Server;
let origin: string;
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('gives what is answered', async () => {
  server.on('request', (_, response) => response.writeHead(401, { 'X-Of': 'ours' }).end('{}'));
  const answer = await realLinkup(new AbortController().signal, origin).transport(BALANCE);
  expect(answer).toMatchObject({ status: 401, headers: { 'x-of': 'ours' }, body: '{}' });
});

it('lets go of a request that nobody answers as soon as the person wants no more', async () => {
  const controller = new AbortController();
  server.on('request', () => controller.abort());
  await expect(realLinkup(controller.signal, origin).transport(BALANCE)).rejects.toThrow(Interrupted);
});
