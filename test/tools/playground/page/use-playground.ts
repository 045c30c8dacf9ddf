/** The playground as a hook: what there is to see, and what can be done. */
import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { Action, CallReply } from '../wire';
import { act, listen } from './link';
import { type Happening, NOTHING, next, type View } from './view';

/** Does something; what goes wrong is shown, never thrown. */
export type Do = (action: Action) => void;

/** Hears replies to calls of the sidebar. */
export type OnReply = (call: number, reply: CallReply) => void;

/** What every part of the page is given. */
export interface Playground {
  readonly view: View;
  readonly happened: (happening: Happening) => void;
  readonly doIt: Do;
  /** Takes this person's last edit back. */
  readonly undo: () => void;
  /** Replies go to the sidebar's frame directly: they are no part of the view. */
  readonly replies: { current: OnReply };
}

/** Connects the page. Opening it opens the document. */
export function usePlayground(): Playground {
  const [view, happened] = useReducer(next, NOTHING);
  const replies = useRef<OnReply>(() => {});
  const doIt = useCallback((action: Action) => {
    act(action).catch((error: Error) => happened({ kind: 'went-wrong', message: error.message }));
  }, []);
  const undo = useCallback(() => doIt({ kind: 'undo' }), []);
  useEffect(() => {
    let isOpen = false;
    const stop = listen((heard) => {
      // Once it can be heard what becomes of it: a sidebar comes up.
      if (heard.kind === 'online' && heard.online && !isOpen) {
        isOpen = true;
        doIt({ kind: 'open' });
      }
      if (heard.kind === 'reply') replies.current(heard.call, heard.reply);
      else happened(heard);
    });
    return stop;
  }, []);
  return { view, happened, doIt, undo, replies };
}
