/** The connection to the playground: what happens comes as a stream, what is done goes as requests. */
import { decoded } from '../../common/decode';
import type { Action, News } from '../wire';
import { ME, PAGE } from './me';

/** What the page hears: news, and whether the playground is there at all. */
export type Heard = News | { readonly kind: 'online'; readonly online: boolean };

/** Opens the stream. When the playground is started again, the page begins anew: it is of another build, and so is the document. */
export function listen(hear: (heard: Heard) => void): () => void {
  const stream = new EventSource(`/events?${new URLSearchParams({ as: ME, page: PAGE })}`);
  stream.onopen = () => hear({ kind: 'online', online: true });
  stream.onerror = () => hear({ kind: 'online', online: false });
  let known: string | undefined;
  // Page and playground are built together from one `wire.ts`.
  stream.onmessage = ({ data }) => {
    const news: News = JSON.parse(data);
    if (news.kind === 'started' && known !== undefined && news.start !== known) location.reload();
    if (news.kind === 'started') known = news.start;
    else hear(news);
  };
  return () => stream.close();
}

/** Does something. Throws what the playground says against it. */
export function act(action: Action): Promise<void> {
  return send('/deeds', { user: ME, page: PAGE, action });
}

/** Opens a CSV file as a further sheet. Throws what is wrong with it. */
export async function openCsv(file: File): Promise<void> {
  await send('/csv', { user: ME, page: PAGE, name: file.name, csv: textOf(await file.arrayBuffer()) });
}

function textOf(bytes: ArrayBuffer): string {
  try {
    return decoded(new Uint8Array(bytes));
  } catch (thrown) {
    throw new Error(`This file ${thrown instanceof Error ? thrown.message : thrown}.`);
  }
}

async function send(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (!response) throw new Error('The playground does not answer. Is `npm start` still running?');
  if (!response.ok) throw new Error(await response.text());
}
