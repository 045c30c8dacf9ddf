/** The runs of a sheet that go on together, or did so before this page’s eyes, in the order in which they are asked. Pure. */
import type { Progress } from '../../protocol';
import { isLive } from './runs';
import { isRunning, runIn, type State } from './state';
import { inOrder, usedBy } from './uses';

/** One of them. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly progress: Progress;
  /** What those are called that it uses and that go on. */
  readonly waitsFor: readonly string[];
}

/** Several of them; none where a run goes on alone. */
export function together({ start, runs, watched }: State): Standing[] {
  if (!start) return [];
  const all = inOrder(start).flatMap((saved) => {
    const progress = runs[saved.id];
    if (!progress || !(isLive(progress) || watched.includes(progress.run))) return [];
    const live = start.enrichments.filter(({ id }) => runs[id] && isLive(runs[id])).map(({ name }) => name);
    const sources = usedBy(saved, start).map(({ by }) => by);
    const waitsFor = live.filter((name) => sources.includes(name));
    return [{ id: saved.id, name: saved.name, progress, waitsFor }];
  });
  return all.length > 1 ? all : [];
}

/** Whether the run on view has no row yet: that it waits, and for what, is said where all of them stand. */
export function onlyWaits(state: State): boolean {
  return isRunning(state) && runIn(state)?.counts.rows === 0 && together(state).length > 0;
}
