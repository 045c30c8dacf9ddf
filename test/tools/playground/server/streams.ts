/** The pages that are open, each with a stream of what happens (server-sent events). */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { News } from '../wire';

interface Stream {
  readonly user: string;
  readonly page: string;
  readonly response: ServerResponse;
}

/** Between signs of life, so that a page notices when the playground has ended. */
const PING_MS = 15_000;

const RETRY_MS = 1_000;

/** All open pages. */
export class Streams {
  /** Tells this start of the playground from others: a page of another one is out of date. */
  private readonly start = randomUUID();
  private readonly open = new Set<Stream>();
  private readonly pings = setInterval(() => {
    for (const { response } of this.open) response.write(': still here\n\n');
  }, PING_MS).unref();

  /** Adds a page, and tells it everything there is to know. */
  add(stream: Stream, everything: News): void {
    const { response } = stream;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // A page whose playground ended looks for a new one that often, ms.
    response.write(`retry: ${RETRY_MS}\n\n`);
    send(stream, { kind: 'started', start: this.start });
    send(stream, everything);
    this.open.add(stream);
    response.on('close', () => this.open.delete(stream));
  }

  /** Tells those whom it concerns. */
  tell(news: News): void {
    for (const stream of this.open) if (concerns(news, stream)) send(stream, news);
  }

  close(): void {
    clearInterval(this.pings);
    for (const { response } of this.open) response.end();
  }
}

function concerns(news: News, { user, page }: Stream): boolean {
  if (news.kind === 'state') return true;
  if (news.kind === 'selected') return news.user === user;
  if (news.kind === 'done' || news.kind === 'started') return false;
  return news.page === page || news.page === '';
}

/** The sidebar's page is fetched by its frame, not sent along. */
function send({ response }: Stream, news: News): void {
  const told = news.kind === 'sidebar' ? { ...news, html: '' } : news;
  response.write(`data: ${JSON.stringify(told)}\n\n`);
}
