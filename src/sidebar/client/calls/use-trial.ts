/** Trying one row: one question asked directly, for research looked after until its answer is there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft, Tried } from '../../protocol';
import { call, type Fault, NO_FAULT, type ReplyTo } from './call';

/** Pause between two looks at a piece of research, in ms: Linkup's advice for work of minutes. */
const RESEARCH_PAUSE = 10_000;

/** A trial as the page shows it. */
export interface Trial {
  /** Whether anything was tried, or is being tried. */
  readonly open: boolean;
  readonly pending: boolean;
  readonly tried: Tried | undefined;
  readonly fault: Fault;
  /** When it was started, in ms since 1970. */
  readonly startedAt: number;
  /** Takes up a piece of research whose last look failed. */
  readonly lookAgain?: () => Promise<void>;
  readonly start: (sheetId: number, draft: Draft) => void;
  /** Shows a fault that was found without asking. */
  readonly fail: (sentence: string) => void;
  readonly close: () => void;
}

type Shown = Omit<Trial, 'start' | 'fail' | 'close'>;
type Asked = { readonly sheetId: number; readonly draft: Draft };

const CLOSED: Shown = { open: false, pending: false, tried: undefined, fault: NO_FAULT, startedAt: 0 };

/** One trial at a time; closing it stops looking, and another sheet closes it. It outlives a Save, since it may have been paid for. */
export function useTrial(sheetId: number | undefined): Trial {
  const [shown, show] = useState(CLOSED);
  const turn = useRef(0);
  const busy = useRef(false);

  function close(): void {
    turn.current += 1;
    busy.current = false;
    show(CLOSED);
  }
  useEffect(() => close, [sheetId]);

  function start(sheetId: number, draft: Draft): void {
    if (busy.current) return;
    busy.current = true;
    turn.current += 1;
    void attempt(turn.current, { sheetId, draft }, Date.now());
  }

  async function attempt(mine: number, { sheetId, draft }: Asked, startedAt: number): Promise<void> {
    show({ ...CLOSED, open: true, pending: true, startedAt });
    settle(mine, { sheetId, draft }, startedAt, undefined, await call('tryOne', { sheetId, draft }));
  }

  /** Shows a reply; while the answer is still to come, looks again after a pause. What is paid for already stays in reach. */
  function settle(
    mine: number,
    asked: Asked,
    startedAt: number,
    before: Tried | undefined,
    reply: ReplyTo<'tryOne'>,
  ) {
    if (turn.current !== mine) return;
    const tried = reply.ok ? reply.result : before;
    const pending = reply.ok && reply.result.outcome === 'pending';
    const fault = reply.ok ? NO_FAULT : before ? ofLook(reply) : reply;
    const look = async (): Promise<void> => {
      if (turn.current !== mine || !tried) return;
      show({ open: true, pending: true, tried, fault: NO_FAULT, startedAt });
      const again = await call('tryAgain', { ...asked, task: tried.task, startedAt });
      settle(mine, asked, startedAt, tried, again);
    };
    busy.current = pending;
    show({
      open: true,
      pending,
      tried,
      fault,
      startedAt,
      ...(tried && !reply.ok && reply.code !== 'try-gone' ? { lookAgain: look } : {}),
    });
    if (pending) setTimeout(() => void look(), RESEARCH_PAUSE);
  }

  function fail(sentence: string): void {
    show({ ...CLOSED, open: true, fault: { code: 'form', sentence } });
  }
  return { ...shown, start, fail, close };
}

/** A look that fails changes nothing about the research, which is under way and paid for. */
function ofLook(fault: Fault): Fault {
  if (fault.code !== 'not-tried' && fault.code !== 'try-too-fast') return fault;
  return { code: fault.code, sentence: 'Linkup did not tell how far this is. It goes on all the same.' };
}
