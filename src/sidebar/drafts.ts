/** Edits that were not saved, kept for their person alone: by document, sheet and enrichment, so that two pages keep two drafts. */
import { MOST_STORED } from '../enrichment/limits';
import { number, type Parser, readStored, record, text } from '../enrichment/parse';
import { Problem } from '../enrichment/problem';
import { bytesOf } from '../enrichment/utf8';
import type { Store } from '../platform/properties';
import { draft } from './draft';
import { DRAFT_DAYS } from './draft-days';
import type { Draft, Kept } from './protocol';

/** Where a draft belongs. */
export interface Place {
  /** Google's id of the document. */
  readonly document: string;
  readonly sheetId: number;
}

interface Stored {
  /** In ms since 1970. */
  readonly at: number;
  readonly revision: string;
  readonly draft: Draft;
}

const stored: Parser<Stored> = record<Stored>({ at: number, revision: text, draft });

const PREFIX = 'linkup.draft.';

/** Drafts that one person has in all documents together: beyond, the oldest go. With their size they stay well below 500 kB. */
const MOST_DRAFTS = 20;

/** A draft that nobody came back to for so long goes, in ms. */
const OLDEST = DRAFT_DAYS * 24 * 3_600_000;

/** Keeps a draft in place of the one before. Throws `draft-too-large`, with the one before still there. */
export function keepDraft(user: Store, place: Place, { revision, ...edited }: Kept, now: number): void {
  const json = JSON.stringify({ at: now, revision, draft: edited } satisfies Stored);
  if (bytesOf(json) > MOST_STORED) throw new Problem('draft-too-large');
  const key = keyOf(place, edited.id);
  prune(user, key, now);
  user.set(key, json);
}

/** Forgets a draft: it was saved or thrown away. */
export function dropDraft(user: Store, place: Place, id: string): void {
  user.remove(keyOf(place, id));
}

/** The drafts of one sheet. One that cannot be read any more counts as none. */
export function draftsOn(user: Store, place: Place): Kept[] {
  const prefix = keyOf(place, '');
  return Object.entries(user.all())
    .filter(([key]) => key.startsWith(prefix))
    .flatMap(([key, json]) => {
      const found = readStored(stored, json);
      if (found?.draft.id !== key.slice(prefix.length)) return [];
      return [{ ...found.draft, revision: found.revision }];
    });
}

function keyOf({ document, sheetId }: Place, id: string): string {
  return `${PREFIX}${document}.${sheetId}.${id}`;
}

function prune(user: Store, except: string, now: number): void {
  const others = Object.entries(user.all())
    .filter(([key]) => key.startsWith(PREFIX) && key !== except)
    .map(([key, json]) => ({ key, at: readStored(stored, json)?.at ?? 0 }))
    .sort((a, b) => b.at - a.at);
  others.forEach(({ key, at }, i) => {
    if (i >= MOST_DRAFTS - 1 || now - at > OLDEST) user.remove(key);
  });
}
