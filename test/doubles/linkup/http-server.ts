/** The double as a real HTTP server on this machine only, for clients that speak HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type HttpRequest, NetworkError } from '../http';
import type { LinkupDouble } from './double';

/** A server that listens. */
export interface RunningServer {
  /** Origin without `/v1`, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Serves the double on 127.0.0.1; port 0 (the default) takes any free one. */
export function startServer(double: LinkupDouble, port = 0): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => {
    answer(double, incoming, outgoing).catch((error: unknown) => {
      // A lost connection is all that an HTTP client ever sees of a network error.
      if (!(error instanceof NetworkError)) console.error(error);
      outgoing.destroy();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ url: `http://127.0.0.1:${bound}`, close: () => closed(server) });
    });
  });
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  double: LinkupDouble,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = double.handle(await requestOf(incoming));
  outgoing.writeHead(response.status, { ...response.headers });
  outgoing.end(response.body);
}

async function requestOf(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const method = METHODS.find((candidate) => candidate === incoming.method);
  if (method === undefined) throw new Error(`method ${incoming.method} is not modelled`);
  return {
    method,
    url: `http://127.0.0.1${incoming.url ?? '/'}`,
    headers: headersOf(incoming),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    [value ?? ''].flat().join(', '),
  ]);
  return Object.fromEntries(pairs);
}
