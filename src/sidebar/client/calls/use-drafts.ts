/** Sends edits to be kept as they are made, and drops them once they are saved or discarded. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { DRAFT_DAYS } from '../../draft-days';
import type { Edit, Edits } from '../model/edits';
import { draftToKeep } from '../model/form';
import { isPassing } from '../model/late';
import type { State } from '../model/state';
import { call } from './call';
import { type DraftJob, DraftKeeper } from './draft-keeper';

/** How safe unsaved edits are. */
export interface Keeping {
  /** In a sentence. */
  readonly said: string;
  /** Whether something went wrong. */
  readonly failed: boolean;
}

const KEPT = { said: `A draft, kept ${DRAFT_DAYS} days.`, failed: false };
const NOT_YET = { said: 'Not saved yet.', failed: false };
const LATE = {
  said: 'Not kept yet: Google does not take it at the moment. It is tried again by itself; leave this sidebar open.',
  failed: true,
};
const UNREADABLE = {
  said: 'Neither saved nor kept: a number in the form cannot be read.',
  failed: true,
};

/** Keeps the edits of the sheet on view, and tells how far that is. */
export function useDrafts({ start, edited, kept, left }: State): Keeping {
  const [keeping, setKeeping] = useState<Keeping>(NOT_YET);
  const keeper = useRef<DraftKeeper | undefined>(undefined);
  keeper.current ??= new DraftKeeper(async (job) => {
    const reply = await sendJob(job);
    const isLate = !reply.ok && isPassing(reply.code);
    if (!reply.ok) setKeeping(isLate ? LATE : { said: reply.sentence, failed: true });
    else if (!keeper.current?.waiting) setKeeping(KEPT);
    return !isLate;
  });
  const before = useRef({ kept, edited: kept });

  useEffect(() => {
    if (!start) return;
    if (before.current.kept !== kept) setKeeping(KEPT);
    const known = before.current.kept === kept ? before.current.edited : kept;
    before.current = { kept, edited };
    const jobs = jobsBetween(known, edited, start.sheetId);
    for (const job of jobs) keeper.current?.put(job);
    if (jobs.length > 0) setKeeping(NOT_YET);
    else if (Object.entries(edited).some(([id, edit]) => known[id] !== edit)) setKeeping(UNREADABLE);
  }, [start, edited]);

  useLeft(left, (job) => keeper.current?.put(job));

  useEffect(() => {
    const flush = () => void keeper.current?.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, []);
  return keeping;
}

/** What is saved on a sheet that was left meanwhile may still be waiting to be kept. */
function useLeft(left: State['left'], put: (job: DraftJob) => void): void {
  const before = useRef(left);
  useEffect(() => {
    for (const job of jobsElsewhere(before.current, left)) put(job);
    before.current = left;
  }, [left]);
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

/** The same for the sheets that were left, and still are. */
export function jobsElsewhere(before: State['left'], after: State['left']): DraftJob[] {
  return Object.entries(after).flatMap(([key, { edited }]) => {
    const was = before[Number(key)];
    return was ? jobsBetween(was.edited, edited, Number(key)) : [];
  });
}

/** A form that cannot be read at the moment, such as one with half a number, waits for its next change. */
function keep(id: string, { form, revision }: Edit, sheetId: number): DraftJob[] {
  try {
    return [{ keep: true, sheetId, draft: { ...draftToKeep(form), id }, revision }];
  } catch {
    return [];
  }
}
