/** The tries of one sheet that are kept for their person, as the page gets them. */
import { triedOf } from '../run/press/look-after-try';
import { isSavedIn } from '../run/record/enrichments';
import { triesOf } from '../run/record/kept-tries';
import type { Services } from '../run/services';
import { draftOf } from './draft';
import type { KeptTrial } from './protocol';

/** The last try of each enrichment on a sheet; those of enrichments that are gone are left out. Linkup is not asked. */
export function triesOn(services: Services, sheetId: number): KeptTrial[] {
  const now = services.clock.now();
  const tries = triesOf(services)
    .all(now)
    .filter(({ asked }) => asked.sheetId === sheetId);
  if (tries.length === 0) return [];
  const properties = services.documents.all();
  const shown = new Set<string>();
  return tries.flatMap((kept) => {
    const { asked, at } = kept;
    if (shown.has(asked.id) || (asked.id !== '' && !isSavedIn(properties, asked.id))) return [];
    shown.add(asked.id);
    return [{ draft: draftOf(asked), startedAt: at, tried: triedOf(kept, now) }];
  });
}

/** What was tried before it was saved is found under the id that it got. */
export function adoptTries(services: Services, sheetId: number, id: string): void {
  triesOf(services).adopt(sheetId, id, services.clock.now());
}
