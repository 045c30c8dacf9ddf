/** Who may talk to the playground: its own pages on this machine, and nobody else's. */
import type { IncomingMessage } from 'node:http';

/** A site of somebody else can make a browser send requests here, but not forge these headers. */
export type Refusal = { readonly status: number; readonly message: string };

/** The names of this machine that a browser may use for 127.0.0.1. */
const NAMES = ['localhost', '127.0.0.1'];

/** Why a request is refused, if it is. What changes something must show that it comes from our own page; so must what only the page reads. */
export function refusalOf(request: IncomingMessage, port: number): Refusal | undefined {
  const { host, origin, 'sec-fetch-site': site, 'content-type': type } = request.headers;
  // A foreign name that resolves to this machine (DNS rebinding) is told by the Host header.
  if (!NAMES.some((name) => host === `${name}:${port}`)) return refuse('This host is not served here.');
  if (origin !== undefined && origin !== `http://${host}`) return refuse('This origin is not served here.');
  if (request.method !== 'POST') return isRead(request, site) ? undefined : refuse('Open the page itself.');
  if (origin === undefined && site !== 'same-origin')
    return refuse('A request that changes something needs an Origin.');
  if (type !== 'application/json') return { status: 415, message: 'Send application/json.' };
  return undefined;
}

const refuse = (message: string): Refusal => ({ status: 403, message });

/** Anybody may link to the page; everything else is fetched by the page alone. Other clients than browsers send no Sec-Fetch-Site. */
function isRead({ url, method }: IncomingMessage, site: string | string[] | undefined): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const isPage = url === '/' || url?.startsWith('/?') === true;
  return isPage || site === undefined || site === 'same-origin' || site === 'none';
}
