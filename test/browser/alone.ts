/** The built sidebar alone in a page as wide as Google's, its server played by the test: for states that are hard to bring about. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Calls, Reply } from '../../src/sidebar/protocol';
import { built } from '../world/built';
import { scriptFor } from './fonts';
import { inBrowser, theBrowser } from './played';
import { SidebarPage } from './sidebar-page';
import { watchTrouble } from './trouble';

/** What the server answers to each call, given its argument; undefined for one that is still being worked on. */
export type Answers = {
  readonly [Name in keyof Calls]?: (
    argument: Calls[Name]['argument'],
  ) => Reply<Calls[Name]['result']> | undefined;
};

/** A result. */
export const yes = <T>(result: T): Reply<T> => ({ ok: true, result });

/** A refusal, of one part of the form where `place` names it. */
export const no = (code: string, sentence: string, place = ''): Reply<never> => ({
  ok: false,
  code,
  sentence,
  place,
});

/** Google's width for a sidebar, in CSS pixels, and a usual height. */
export const SIZE = { width: 300, height: 640 };

/** Never asked for on a network: the test answers. */
export const ADDRESS = 'https://sidebar.example/';

/** google.script.run, which hands every call to the test. */
const GOOGLE = `
  const runner = (success) => ({
    withSuccessHandler: (handler) => runner(handler),
    withFailureHandler: () => runner(success),
    sidebarCall: (name, argument) => void askTest(name, argument).then((reply) => reply && success(reply)),
  });
  window.google = { script: { run: runner(() => {}) } };
`;

/** What a test is given. */
export interface Alone {
  readonly page: Page;
  readonly sidebar: SidebarPage;
}

/** A test with the sidebar alone. `script` is one that its page begins with. */
export function alone(
  statement: string,
  answers: Answers,
  act: (stage: Alone) => Promise<void>,
  script = '',
): void {
  inBrowser(statement, async () => {
    const { page, play } = await stageWith(script);
    const trouble = play(answers);
    await page.setViewportSize(SIZE);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(ADDRESS);
    try {
      await act({ page, sidebar: new SidebarPage(page) });
      expect(trouble).toEqual([]);
    } catch (error) {
      // Whatever it left on the page is its own affair.
      stages.delete(script);
      throw error;
    }
  });
}

/** The person comes back to the page a minute later, from another tab: nobody waits for that minute. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 60_000;
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** The page that all of them use, one after the other: a browser of its own for each takes as long as the test. */
interface Stage {
  readonly page: Page;
  /** Answers as this test wants from now on; what goes wrong is added to the list that it returns. */
  readonly play: (answers: Answers) => readonly string[];
}

/** By the script that it begins with. */
const stages = new Map<string, Promise<Stage>>();

function stageWith(script: string): Promise<Stage> {
  const stage = stages.get(script) ?? newStage(script);
  stages.set(script, stage);
  return stage;
}

/** How any call is answered: each is given the argument that the page sends with it. */
type Answer = (argument: never) => unknown;

async function newStage(script: string): Promise<Stage> {
  const context = await (await theBrowser()).newContext({ viewport: SIZE });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  let byName = new Map<string, Answer>();
  let trouble: string[] = [];
  const body = await builtPage();
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.exposeBinding('askTest', (_, name: string, argument) =>
    // Page and test are built from one protocol.
    byName.get(name)?.(argument as never),
  );
  await page.addInitScript(scriptFor('usual'));
  await page.addInitScript(GOOGLE);
  if (script) await page.addInitScript(script);
  watchTrouble(page, (line) => trouble.push(line));
  const play = (answers: Answers): readonly string[] => {
    byName = new Map(Object.entries(answers));
    trouble = [];
    return trouble;
  };
  return { page, play };
}

let html: Promise<string> | undefined;

/** The page as it is pushed to Google. */
function builtPage(): Promise<string> {
  html ??= built().then((files) => files['Sidebar.html'] ?? '');
  return html;
}
