/** Sends edits to be kept as they are made, and drops them once they are saved or discarded. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Edit, Edits } from '../model/edits';
import { draftToKeep } from '../model/form';
import type { State } from '../model/state';
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
    const known = before.current?.sheetId === sheetId ? before.current.edited : keptOf(edited, start.drafts);
    for (const job of jobsBetween(known, edited, sheetId)) keeper.current?.put(job);
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
export function jobsBetween(before: Edits, after: Edits, sheetId: number): DraftJob[] {
  const changed = Object.entries(after).filter(([id, edit]) => before[id] !== edit);
  const gone = Object.keys(before).filter((id) => after[id] === undefined);
  return [
    ...changed.flatMap(([id, edit]) => keep(id, edit, sheetId)),
    ...gone.map((id): DraftJob => ({ keep: false, sheetId, id })),
  ];
}

/** On a sheet just read: the edits that the server has already. */
function keptOf(edited: Edits, drafts: readonly { readonly id: string }[]): Edits {
  return Object.fromEntries(Object.entries(edited).filter(([id]) => drafts.some((draft) => draft.id === id)));
}

/** A form that cannot be read at the moment, such as one with half a number, waits for its next change. */
function keep(id: string, { form, revision }: Edit, sheetId: number): DraftJob[] {
  try {
    return [{ keep: true, sheetId, draft: { ...draftToKeep(form), id }, revision }];
  } catch {
    return [];
  }
}
