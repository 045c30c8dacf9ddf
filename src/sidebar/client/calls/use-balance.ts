/** What is left on the Linkup account. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from './call';

/** Whoever comes back so soon has spent nothing elsewhere meanwhile, in ms. */
const FRESH = 10_000;

/** The balance in USD; undefined until it is known. */
export interface Balance {
  readonly balance: number | undefined;
  /** Sets it where an answer brings it along. */
  readonly setBalance: (balance: number | undefined) => void;
  /** Asks for it again: something was spent. */
  readonly renew: () => void;
}

/** Read whenever the key (its last four characters) is another, and when the person comes back to the page. */
export function useBalance(key: string | undefined): Balance {
  const [balance, setBalance] = useState<number>();
  const readAt = useRef(0);

  function renew(): void {
    if (!key) return;
    readAt.current = Date.now();
    void call('balance', null).then((reply) => reply.ok && setBalance(reply.result.balance));
  }
  useEffect(renew, [key]);
  useEffect(() => {
    const back = () => Date.now() - readAt.current > FRESH && renew();
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [key]);
  return { balance, setBalance, renew };
}
