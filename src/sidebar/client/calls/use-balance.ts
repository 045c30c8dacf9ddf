/** What is left on the Linkup account. */
import { useEffect, useState } from 'preact/hooks';
import { call } from './call';

/** The balance in USD; undefined until it is known. */
export interface Balance {
  readonly balance: number | undefined;
  /** Sets it where an answer brings it along. */
  readonly setBalance: (balance: number | undefined) => void;
  /** Asks for it again: something was spent, or may have been. */
  readonly renew: () => void;
}

/** Read whenever the key (its last four characters) is another. */
export function useBalance(key: string | undefined): Balance {
  const [balance, setBalance] = useState<number>();

  function renew(): void {
    if (!key) return;
    void call('balance', null).then((reply) => reply.ok && setBalance(reply.result.balance));
  }
  useEffect(renew, [key]);
  return { balance, setBalance, renew };
}
