/** What is left on the Linkup account, and what this person has spent this month. */
import { useEffect, useState } from 'preact/hooks';
import type { OwnLimit } from '../../protocol';
import { call } from './call';

/** The balance in USD; undefined until it is known. */
export interface Balance {
  readonly balance: number | undefined;
  /** Sets it where an answer brings it along. */
  readonly setBalance: (balance: number | undefined) => void;
  /** How the month stands; undefined until it is known. */
  readonly month: OwnLimit | undefined;
  readonly setMonth: (month: OwnLimit) => void;
  /** Asks for both again: something was spent, or may have been. */
  readonly renew: () => void;
}

/** Read whenever the key (its last four characters) is another. */
export function useBalance(key: string | undefined): Balance {
  const [balance, setBalance] = useState<number>();
  const [month, setMonth] = useState<OwnLimit>();

  function renew(): void {
    if (!key) return;
    void call('balance', null).then((reply) => {
      if (!reply.ok) return;
      setBalance(reply.result.balance);
      setMonth(reply.result.month);
    });
  }
  useEffect(renew, [key]);
  return { balance, setBalance, month, setMonth, renew };
}
