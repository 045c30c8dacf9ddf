/** A playground, a browser, and people in front of it: what a test in a real browser plays on. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import type { Json } from '../../src/sidebar/json';
import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from '../tools/playground/server/playground';
import { answersCome } from '../tools/playground/visitor';
import { COLLEAGUE, KEYS, OWNER } from '../tools/playground/wire';
import { ANSWER_DRAFT } from '../world/drafts';
import { THOROUGH } from '../world/thorough';
import { PLAYGROUND, scriptFor } from './fonts';
import { shootFailure } from './screenshots';
import { watchTrouble } from './trouble';
import { Window } from './window';

/** Seconds of Google and Linkup that pass in one of ours, unless a test says otherwise. */
const SPEED = 20;

/** How long a task takes at a slow Linkup, in ms of its clock: longer than any test looks at a run that is on. */
const SLOW_MS = 20 * 60_000;

/** What passes then, ms: the last question may have been sent a little later. */
const ALL_OF_THEM_MS = SLOW_MS + 2 * 60_000;

/** A Linkup whose answers come when the test says so. */
export const SLOW_LINKUP = { queuedMs: [SLOW_MS, SLOW_MS] as const };

/** How long a locator waits, ms: far more than anything here takes, less than a test may. */
const PATIENCE_MS = 120_000;

/** What a test is given. */
export interface Scene {
  readonly playground: Playground;
  /** The owner's window, on the sheet. */
  readonly owner: Window;
  /** The second person's window. */
  colleague(): Promise<Window>;
  /** Lets the time pass that tasks take at a slow Linkup: a test says when, as no machine is equally fast. */
  answersCome(): Promise<void>;
}

/** What can be chosen for a test. */
export interface Setting extends PlaygroundOptions {
  /** The owner's key is connected, and this question is saved as “Capital”: for stories that begin after that. */
  readonly saved?: string;
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

const SIZE = { width: 1280, height: 800 };

let browser: Promise<Browser> | undefined;

/** The browser that all tests of a worker share, started by the first; it ends with the process. */
export function theBrowser(): Promise<Browser> {
  browser ??= chromium.launch(inject('browser') ?? {});
  return browser;
}

/** A test that is skipped where there is no browser. */
export const inBrowser = it.runIf(inject('browser') !== null);

/** In the sidebar a pause passes as fast as at Google and Linkup; its patience of minutes with a call stays, as this machine computes no faster. */
const hurried = (speed: number): string => `
  if (window !== top) {
    const { setTimeout } = window;
    window.setTimeout = (act, ms, ...rest) => setTimeout(act, ms < 60_000 ? ms / ${speed} : ms, ...rest);
  }
`;

/** In the sheet and in the sidebar alike: typing is no press, but Enter is one. */
const TELL_PRESSES = `
  addEventListener('pointerdown', () => void pressed(), true);
  addEventListener('keydown', ({ key }) => key === 'Enter' && void pressed(), true);
`;

/** A test on a playground of its own. It fails too when a script of the page fails, or a page opens a dialog. */
export function played(statement: string, setting: Setting, act: (stage: Scene) => Promise<void>): void {
  inBrowser(statement, async () => {
    const { speed = SPEED } = setting;
    const playground = await startPlayground({ ...setting, speed });
    if (setting.saved !== undefined) await save(playground, setting.saved);
    const taken: Seat[] = [];
    const open = async (as: string): Promise<Window> => {
      const seat = await seatOf(as, speed);
      taken.push(seat);
      seat.trouble = [];
      seat.presses = 0;
      await seat.page.setViewportSize(setting.size ?? SIZE);
      await seat.page.emulateMedia({ colorScheme: 'light' });
      return Window.at(seat.page, playground, as, () => seat.presses);
    };
    try {
      await act({
        playground,
        owner: await open(OWNER),
        colleague: () => open(COLLEAGUE),
        answersCome: () => answersCome(playground, ALL_OF_THEM_MS),
      });
      expect(taken.flatMap(({ trouble }) => trouble)).toEqual([]);
    } catch (error) {
      for (const [i, { page }] of taken.entries()) await shootFailure(page, `${statement} ${i + 1}`);
      // Whatever it left on its pages is its own affair.
      seats.clear();
      throw error;
    } finally {
      await Promise.all(taken.map(({ page }) => page.goto('about:blank')));
      await playground.close();
    }
  });
}

/** A story whose sentence and box a quicker test holds as well: played when thorough. */
export const thoroughly: typeof played = THOROUGH ? played : (statement) => it.skip(statement);

/** What a person does at the sidebar before the story begins, without the sidebar. */
async function save(playground: Playground, template: string): Promise<void> {
  const call = (name: string, argument: Json): Promise<void> =>
    playground.act({ kind: 'call', call: 0, fn: 'sidebarCall', args: [name, argument] });
  await playground.act({ kind: 'open' });
  await call('connect', { key: KEYS[OWNER] ?? '' });
  const draft = { ...ANSWER_DRAFT, name: 'Capital', template };
  const sheetId = playground.state.sheets[0]?.id ?? 0;
  await call('save', { sheetId, draft, revision: '', force: false });
}

/** Where a person sits: a page that they use for one test after another, since a new one takes as long as many a test. */
interface Seat {
  readonly page: Page;
  /** What went wrong on it. */
  trouble: string[];
  /** How often the mouse or Enter was pressed on it. */
  presses: number;
}

const seats = new Map<string, Promise<Seat>>();

function seatOf(as: string, speed: number): Promise<Seat> {
  const name = `${as} ${speed}`;
  const seat = seats.get(name) ?? newSeat(speed);
  seats.set(name, seat);
  return seat;
}

/** In a browser of one's own: two pages in one would not both be in front. */
async function newSeat(speed: number): Promise<Seat> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await (await theBrowser()).newContext({ permissions });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(scriptFor('usual', PLAYGROUND));
  await context.addInitScript(hurried(speed));
  await context.addInitScript(TELL_PRESSES);
  const page = await context.newPage();
  const seat: Seat = { page, trouble: [], presses: 0 };
  await page.exposeBinding('pressed', () => {
    seat.presses++;
  });
  watchTrouble(page, (line) => seat.trouble.push(line));
  return seat;
}
