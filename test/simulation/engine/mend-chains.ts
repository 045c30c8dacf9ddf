/** What a person puts right of a chain, and how they look at it when all is done. */
import { save } from '../people/sidebar';
import { OWNER } from './cast';
import type { Stage, StagedSheet } from './stage';

/** The columns of answers that enrichments of a sheet ask with. */
export function usedOn({ enrichments }: StagedSheet): string[] {
  return [...enrichments.values()].flatMap(({ uses }) => uses ?? []);
}

/** A column that others ask with, and somebody deleted, is made again by whatever fills it; where nothing does, nobody can wait for it. */
export function mendChain(stage: Stage, sheet: StagedSheet): void {
  const present = stage.present(sheet);
  for (const [id, { uses }] of present) {
    if (uses === undefined || sheet.shadow.columnOf(uses) > 0) continue;
    const maker = present.find(([, { outputs }]) => outputs.some(({ heading }) => heading === uses));
    if (maker) save(stage, OWNER, sheet, ...maker);
    else stage.ask(OWNER, 'stop', { id });
  }
}

/** Whoever opens the sidebar sees which answers were asked with others than stand there by now. */
export function lookAtChains(stage: Stage): void {
  for (const sheet of stage.sheets)
    if (usedOn(sheet).length > 0 && stage.has(sheet))
      stage.ask(OWNER, 'start', { sheetId: sheet.shadow.real.id });
}
