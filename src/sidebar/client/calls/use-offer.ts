/** The offer for the rows on view: asked for by itself, asked again when the choice changes, and only the latest counts. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice, Offered } from '../../protocol';
import { isCutOff } from '../model/late';
import { call, type Fault, NO_FAULT, type ReplyTo } from './call';
import { useBack } from './use-back';

/** An offer as the page has it. */
export interface Offering {
  /** Undefined until the first answer, and after a fault. */
  readonly offer: Offered | undefined;
  /** Whether it is still to come, or was for another choice than the one on view. */
  readonly pending: boolean;
  /** How many rows each choice would take: undefined while that is not known of the table as it is. */
  readonly others: Offered['others'] | undefined;
  readonly fault: Fault;
  /** Counts again. */
  readonly again: () => void;
  /** Counts again while the offer on view stands: no button goes off under the pointer. */
  readonly behind: () => void;
}

/** Offers for the choice; nothing is asked while it is undefined. An offer for another choice is shown on, but pending. */
export function useOffer(choice: Choice | undefined): Offering {
  const [state, setState] = useState(NONE);
  const [round, setRound] = useState(0);
  const { id, revision, scope, first, overwrite } = choice ?? {};
  const table = [id, revision, overwrite, round].join();
  const wanted = [table, scope, first].join();
  const latest = useRef(0);

  useEffect(() => {
    latest.current += 1;
    if (choice) void count(choice);
    else setState(NONE);
    return () => {
      latest.current += 1;
    };
  }, [wanted]);

  async function count(of: Choice): Promise<void> {
    const mine = latest.current;
    const reply = await call('offer', of);
    if (latest.current === mine) setState((before) => heard(reply, wanted, table, before));
  }

  function behind(): void {
    if (!choice || state.of !== wanted) return;
    latest.current += 1;
    void count(choice);
  }
  const { of, offer, fault } = state;
  const pending = choice !== undefined && of !== wanted;
  const again = (): void => setRound((n) => n + 1);
  useBack({ fault, pending }, pending ? again : behind);
  return { offer, fault, others: othersIn(state, table), pending, again, behind };
}

/** What an offer was for, beside it. */
interface State extends Pick<Offering, 'offer' | 'fault' | 'others'> {
  readonly of: string;
  /** The same without the scope: for which counting `others` holds. */
  readonly table: string;
}

const NONE: State = { of: '', table: '', offer: undefined, others: undefined, fault: NO_FAULT };

function heard(reply: ReplyTo<'offer'>, of: string, table: string, before: State): State {
  // What was counted is as good as it was; whoever acts on it will hear.
  if (!reply.ok && isCutOff(reply.code) && before.of === of) return { ...before, fault: reply };
  const offer = reply.ok ? reply.result : undefined;
  // What one choice is refused for need not concern the others.
  const others = offer?.others ?? othersIn(before, table);
  return { of, table, offer, others, fault: reply.ok ? NO_FAULT : reply };
}

function othersIn(state: State, table: string): Offering['others'] {
  return state.table === table ? state.others : undefined;
}
