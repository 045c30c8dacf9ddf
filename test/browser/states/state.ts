/** What a state of the sidebar is: what the server answers, and what is pressed to get there. */
import { MONTH, OFFER, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, yes } from '../alone';
import type { SidebarPage } from '../sidebar-page';

/** A state: its name, its server, and the way to it. */
export interface State {
  readonly name: string;
  readonly answers: Answers;
  readonly reach: (sidebar: SidebarPage) => Promise<void>;
}

/** Waits until these words are there. */
export const seen =
  (words: string | RegExp) =>
  (sidebar: SidebarPage): Promise<void> =>
    sidebar.text(words).first().waitFor();

/** The server of a sheet with an enrichment that can be started. */
export const CAPITAL_SAVED: Answers = {
  start: () => yes(WITH_CAPITAL),
  balance: () => yes({ balance: 18.43, month: MONTH }),
  offer: () => yes(OFFER),
  keepDraft: () => yes(null),
  progress: () => undefined,
  work: () => undefined,
};
