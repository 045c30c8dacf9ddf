/** Tries of one row, as the page makes them and looks after them, also on another day. */
import type { Draft, Start, Tried } from '../../src/sidebar/protocol';
import { ANSWER_DRAFT } from './drafts';
import { ask } from './sidebar';
import type { World } from './world';

/** Answered while we wait. */
export const QUICK: Draft = { ...ANSWER_DRAFT };

/** Asked as tasks. */
export const DEEP: Draft = { ...ANSWER_DRAFT, options: { depth: 'deep' } };
export const RESEARCH: Draft = {
  ...ANSWER_DRAFT,
  type: 'research',
  options: { mode: 'auto', reasoningDepth: 'S' },
};

/** Three rows to try. */
export const TRY_TABLE = [['Country'], ['Peru'], ['Chad'], ['Mali']];

/** Tries a draft on the active sheet. */
export function tryOne(world: World, draft: Draft): Tried {
  return ask(world, 'tryOne', { sheetId: world.sheet.id, draft });
}

/** The tries that somebody finds who opens the sidebar now. */
export function triesOf(world: World, user?: string): Start['tries'] {
  return ask(world, 'start', null, user).tries;
}

/** Opens the sidebar, and looks after the first try that is found there. */
export function reopened(world: World): Tried {
  const [found] = triesOf(world);
  if (!found) throw new Error('no try is kept');
  const { draft, startedAt, tried } = found;
  const { task, kept } = tried;
  return ask(world, 'tryAgain', { sheetId: world.sheet.id, draft, task, startedAt, kept });
}

/** What the owner's own store holds of tries. */
export function storedTries({ host }: World): [string, string][] {
  return [...host.properties.user('owner@example.com')].filter(([key]) => key.startsWith('linkup.try.'));
}
