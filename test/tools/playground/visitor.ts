/** A page without a browser, for tests: does what a person does, over HTTP, and hears what a page hears. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../../../src/sidebar/json';
import type { Playground } from './server/playground';
import { type Action, type CallReply, type Doing, KEYS, type News, OWNER, type State } from './wire';

/** Between two looks at something that is waited for, ms. */
const LOOK_MS = 25;

/** Longest wait: far more than anything here takes. */
const PATIENCE_MS = 120_000;

/** What a search for countries asks in these tests. */
const DRAFT = {
  id: '',
  name: 'Facts',
  type: 'search',
  template: 'What is the currency of {{Country}}?',
  shape: 'fields',
  fields: [{ name: 'currency', kind: 'text' }],
  schema: '',
  sources: false,
  options: { depth: 'fast' },
};

/** One person at one window. */
export class Visitor {
  /** Everything heard so far, oldest first. */
  readonly heard: News[] = [];
  private readonly leaving = new AbortController();
  private calls = 0;

  private constructor(
    private readonly playground: Playground,
    readonly user: string,
    private readonly page: string,
  ) {}

  /** Opens a window, and the document in it. */
  static async at(playground: Playground, user = OWNER, page = `window of ${user}`): Promise<Visitor> {
    const visitor = new Visitor(playground, user, page);
    await visitor.listen();
    await visitor.do({ kind: 'open' });
    await visitor.until(({ menus }) => menus.length > 0);
    return visitor;
  }

  get state(): State {
    return this.playground.state;
  }

  /** Sends what the person did; what becomes of it is heard later. */
  async do(action: Action): Promise<Response> {
    return this.post('/deeds', { user: this.user, page: this.page, action });
  }

  post(path: string, body: unknown): Promise<Response> {
    const { url } = this.playground;
    return fetch(`${url}${path}`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Sends the text of a CSV file. */
  openCsv(name: string, csv: string): Promise<Response> {
    return this.post('/csv', { user: this.user, page: this.page, name, csv });
  }

  /** google.script.run, as the sidebar's frame asks for it. */
  async call(fn: string, ...args: Json[]): Promise<CallReply> {
    this.calls += 1;
    const call = this.calls;
    await this.do({ kind: 'call', call, fn, args });
    return (await this.next('reply', (news) => news.call === call)).reply;
  }

  /** Connects this person's key and saves an enrichment on the first sheet. */
  async setUp(changes: { readonly [name: string]: Json } = {}): Promise<void> {
    await this.call('sidebarCall', 'connect', { key: KEYS[this.user] ?? '' });
    const sheetId = this.state.sheets[0]?.id ?? 0;
    await this.call('sidebarCall', 'save', {
      sheetId,
      draft: { ...DRAFT, ...changes },
      revision: '',
      force: false,
    });
  }

  /** Chooses a menu item. */
  async choose(label: string): Promise<void> {
    await this.do({ kind: 'menu', label });
  }

  /** Presses a button of the dialog that is open, or will be. */
  async press(button: string, text = ''): Promise<void> {
    const { dialogs } = await this.until((state) => state.dialogs.length > 0);
    const dialog = dialogs.at(-1)?.id ?? 0;
    await this.do({ kind: 'answer', dialog, button, text });
    await this.until((state) => state.dialogs.every(({ id }) => id !== dialog));
  }

  /** Waits for a state. Throws when it does not come. */
  async until(holds: (state: State) => boolean): Promise<State> {
    const end = Date.now() + PATIENCE_MS;
    while (!holds(this.state)) {
      if (Date.now() > end)
        throw new Error(`waited in vain; it is ${JSON.stringify(this.state).slice(0, 2_000)}`);
      await pause(LOOK_MS);
    }
    return this.state;
  }

  /** Waits for news of a kind, also if it has come already. */
  async next<Kind extends News['kind']>(
    kind: Kind,
    fits: (news: Extract<News, { kind: Kind }>) => boolean = () => true,
  ): Promise<Extract<News, { kind: Kind }>> {
    const isIt = (news: News): news is Extract<News, { kind: Kind }> => news.kind === kind;
    await this.until(() => this.heard.filter(isIt).some(fits));
    const found = this.heard.filter(isIt).find(fits);
    if (!found) throw new Error(`no ${kind} was heard`);
    return found;
  }

  /** Closes the window. */
  leave(): void {
    this.leaving.abort();
  }

  private async listen(): Promise<void> {
    const query = new URLSearchParams({ as: this.user, page: this.page });
    const { body } = await fetch(`${this.playground.url}/events?${query}`, { signal: this.leaving.signal });
    if (!body) throw new Error('the stream has no body');
    void this.hear(body.pipeThrough(new TextDecoderStream()));
  }

  private async hear(stream: ReadableStream<string>): Promise<void> {
    let text = '';
    try {
      for await (const piece of stream) {
        text += piece;
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events)
          if (event.startsWith('data: ')) this.heard.push(JSON.parse(event.slice(6)));
      }
    } catch {
      // The window was closed, or the playground ended.
    }
  }
}

/** Whether a script is at work, which a press is for minutes while an answer is out. */
export const isAtWork = ({ executions }: State): boolean =>
  executions.some(({ outcome }) => outcome === 'running');

/**
 * Lets the time pass that tasks take, ms. A look that is on meanwhile has found nothing for so long, and puts the next one off: then
 * it passes once more.
 */
export async function answersCome(playground: Playground, ms: number): Promise<void> {
  for (;;) {
    await playground.rig({ kind: 'pass', ms });
    if (!isAtWork(playground.state)) return;
    const end = Date.now() + PATIENCE_MS;
    while (isAtWork(playground.state) && Date.now() < end) await pause(LOOK_MS);
  }
}

/** The texts of the sheet's column with that heading, without the heading. */
export function column({ sheets }: State, heading: string, sheet = 0): string[] {
  const texts = textsOf(sheets[sheet]?.rows ?? []);
  const at = texts[0]?.indexOf(heading) ?? -1;
  if (at < 0) throw new Error(`there is no column ${heading} in ${texts[0]?.join(', ')}`);
  return texts.slice(1).map((row) => row[at] ?? '');
}

/** Rows of cells as texts. */
export function textsOf(rows: State['sheets'][number]['rows']): string[][] {
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
}

/** A text typed into one cell. */
export function typing(sheet: number, row: number, column_: number, text: string): Doing<'type'> {
  return { kind: 'type', sheet, cells: [{ row, column: column_, text }] };
}
