/** A playground: a local spreadsheet with the built add-on in it, served to a browser on this machine. */
import { createServer, type Server } from 'node:http';
import type { Topic } from '../../../doubles/linkup';
import { built } from '../../../world/built';
import type { PlainKnobs, TestAction } from '../thread/settings';
import { type Action, type Deed, type News, OWNER, type State } from '../wire';
import { bundlePage } from './assets';
import { startThread } from './google-thread';
import { Memory } from './memory';
import { answer } from './routes';
import { samples } from './sample';
import { callable, withGoogle } from './sidebar-page';
import { Streams } from './streams';

/** USD at the local Linkup: enough for a few thousand rows. */
const BALANCE = 25;

/** What can be chosen; everything has a default. */
export interface PlaygroundOptions {
  /** 0 for any free one. */
  readonly port?: number;
  /** Of the real Linkup, which is then asked instead of the local one. */
  readonly liveKey?: string;
  /** Sent there instead of to the real Linkup, such as `http://127.0.0.1:40123`. */
  readonly liveOrigin?: string;
  /** So many of the playground's seconds pass in one real second. */
  readonly speed?: number;
  /** The only sheet, instead of the samples: headings, then rows. */
  readonly table?: readonly (readonly string[])[];
  readonly tableName?: string;
  /** The sidebar is open and a key in place, as `npm start` has it. */
  readonly welcome?: boolean;
  /** USD at the local Linkup. */
  readonly balance?: number;
  readonly linkup?: PlainKnobs;
  /** Further things that the local Linkup knows. */
  readonly topics?: readonly Topic[];
}

/** A playground that runs. */
export interface Playground {
  /** Its origin, such as `http://localhost:4173`. */
  readonly url: string;
  /** How things stand. */
  readonly state: State;
  /** Does what a person would; resolves when it is done. */
  act(action: Action, user?: string, page?: string): Promise<void>;
  /** Makes something go wrong at the local Linkup. */
  rig(action: TestAction): Promise<void>;
  close(): Promise<void>;
}

let page: ReturnType<typeof bundlePage> | undefined;

/** Builds the add-on, once in a process, and starts a playground with it. Throws when the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  page ??= bundlePage();
  const [files, { assets, shim }] = await Promise.all([built(), page]);
  const [memory, streams, sidebars] = [new Memory(), new Streams(), new Map<string, string>()];
  const functions = callable(files['Code.js'] ?? '');
  const hear = (news: News): void => {
    memory.hear(news);
    if (news.kind === 'sidebar') sidebars.set(news.page, withGoogle(news.html, shim, functions));
    streams.tell(news);
  };
  const thread = await startThread({ files, ...settingsOf(options) }, hear);
  const hand = (deed: Deed): void => void thread.order({ deed });
  const sidebarOf = (page: string): string => sidebars.get(page) ?? '';
  const server = createServer((request, response) => {
    answer({ assets, memory, streams, hand, sidebarOf, port: () => portOf(server) }, request, response).catch(
      (error: unknown) => {
        console.error(error);
        response.destroy();
      },
    );
  });
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    await thread.close();
    throw error;
  }
  return {
    url: `http://localhost:${portOf(server)}`,
    get state() {
      return memory.state;
    },
    act: (action, user = OWNER, page = 'test') => thread.order({ deed: { user, page, action } }),
    rig: (action) => thread.order({ rig: action }),
    close: async () => {
      streams.close();
      server.close();
      server.closeAllConnections();
      await thread.close();
    },
  };
}

function settingsOf(options: PlaygroundOptions) {
  return {
    sheets: options.table ? [{ name: options.tableName ?? 'Countries', table: options.table }] : samples(),
    welcome: options.welcome ?? false,
    speed: options.speed ?? 1,
    balance: options.balance ?? BALANCE,
    linkup: options.linkup ?? {},
    topics: options.topics ?? [],
    liveKey: options.liveKey ?? '',
    liveOrigin: options.liveOrigin ?? '',
  };
}

/** On this machine only. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
