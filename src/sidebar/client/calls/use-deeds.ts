/** Several buttons that do something about one thing, one call at a time: which of them is at work, what it came to, and the same once more. */
import { useState } from 'preact/hooks';
import type { Calls } from '../../protocol';
import type { Fault } from './call';
import { useCall } from './use-call';

/** What the buttons share. */
export interface Deeds {
  /** What went wrong last. */
  readonly fault: Fault;
  readonly fail: (fault: Fault) => void;
  readonly clear: () => void;
  /** The last call once more. */
  readonly again: () => void;
  readonly ask: <Name extends keyof Calls>(
    name: Name,
    argument: Calls[Name]['argument'],
    onResult: (result: Calls[Name]['result']) => void,
  ) => void;
  /** How the button of a call stands: at work, or with nothing to do while another is. */
  readonly button: (name: keyof Calls, off?: boolean) => { readonly pending: boolean; readonly off: boolean };
}

/** The deeds of one part of the page. */
export function useDeeds(): Deeds {
  const { pending, fault, fail, clear, ask: asked } = useCall();
  const [last, setLast] = useState<{ readonly name?: keyof Calls; readonly again: () => void }>(NOTHING);

  const ask: Deeds['ask'] = (name, argument, onResult) => {
    const again = (): void => void asked(name, argument, onResult);
    setLast({ name, again });
    again();
  };
  const button: Deeds['button'] = (name, off = false) => {
    const isAtIt = pending && last.name === name;
    return { pending: isAtIt, off: off || (pending && !isAtIt) };
  };
  return { fault, fail, clear, again: last.again, ask, button };
}

const NOTHING = { again: () => {} };
