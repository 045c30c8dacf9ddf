/** What is left on the Linkup account. */
import { useEffect, useState } from 'preact/hooks';
import { call } from './call';

/** The balance in USD, read whenever the key (its last four characters) is another; undefined until it is known. The second sets it when an answer brings it along. */
export function useBalance(key: string | undefined) {
  const [balance, setBalance] = useState<number>();
  useEffect(() => {
    if (!key) return;
    void call('balance', null).then((reply) => reply.ok && setBalance(reply.result.balance));
  }, [key]);
  return [balance, setBalance] as const;
}
