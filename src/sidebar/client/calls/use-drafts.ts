/** Sends edits to be kept as they are made, and drops them once they are saved or discarded. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { draftToKeep } from '../model/form';
import type { Edit, State } from '../model/state';
import { call } from './call';
import { type DraftJob, DraftKeeper } from './draft-keeper';

/** Keeps the edits of the sheet on view; returns why that failed last, '' when all is well. */
export function useDrafts({ start, edited }: State): string {
  const [fault, setFault] = useState('');
  const keeper = useRef<DraftKeeper | undefined>(undefined);
  keeper.current ??= new DraftKeeper(async (job) => {
    const reply = await sendJob(job);
    setFault(reply.ok ? '' : reply.sentence);
  });
  const before = useRef<(Pick<State, 'edited'> & { readonly sheetId: number }) | undefined>(undefined);

  useEffect(() => {
    if (!start) return;
    const { sheetId } = start;
    // What was read with the sheet is kept already.
    const known = before.current?.sheetId === sheetId ? before.current.edited : undefined;
    for (const job of known ? jobsBetween(known, edited, sheetId) : newEdits(edited, sheetId, start.drafts))
      keeper.current?.put(job);
    before.current = { sheetId, edited };
  }, [start, edited]);

  useEffect(() => {
    const flush = () => void keeper.current?.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, []);
  return fault;
}

function sendJob(job: DraftJob) {
  if (!job.keep) return call('dropDraft', { sheetId: job.sheetId, id: job.id });
  return call('keepDraft', { sheetId: job.sheetId, draft: job.draft, revision: job.revision });
}

/** What changed between two moments on one sheet. */
export function jobsBetween(before: State['edited'], after: State['edited'], sheetId: number): DraftJob[] {
  const changed = Object.entries(after).filter(([id, edit]) => before[id] !== edit);
  const gone = Object.keys(before).filter((id) => after[id] === undefined);
  return [
    ...changed.flatMap(([id, edit]) => keep(id, edit, sheetId)),
    ...gone.map((id): DraftJob => ({ keep: false, sheetId, id })),
  ];
}

/** On a sheet just read, edits that the server does not have yet: those made before it answered. */
function newEdits(
  edited: State['edited'],
  sheetId: number,
  kept: readonly { readonly id: string }[],
): DraftJob[] {
  const has = new Set(kept.map(({ id }) => id));
  return Object.entries(edited)
    .filter(([id]) => !has.has(id))
    .flatMap(([id, edit]) => keep(id, edit, sheetId));
}

/** A form that cannot be read at the moment, such as one with half a number, waits for its next change. */
function keep(id: string, { form, revision }: Edit, sheetId: number): DraftJob[] {
  try {
    return [{ keep: true, sheetId, draft: { ...draftToKeep(form), id }, revision }];
  } catch {
    return [];
  }
}
