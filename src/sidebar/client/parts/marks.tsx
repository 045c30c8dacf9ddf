/** What was refused about one box: the box says so, is led to, and the mark goes when it is edited. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Fault } from '../calls/call';
import { putFocus } from './put-focus';

/** What is marked. */
interface Mark {
  /** The id of the box; '' for none. */
  readonly box: string;
  readonly sentence: string;
  /** It is being mended. */
  readonly clear: () => void;
}

const Marks = createContext<Mark>({ box: '', sentence: '', clear: () => {} });

interface MarkedProps {
  readonly fault: Fault;
  /** The id of the box that the fault is about; '' for none. */
  readonly box: string;
  readonly onClear: () => void;
  readonly children: ComponentChildren;
}

/** Marks a box among the children, and leads there each time that something was refused. */
export function Marked({ fault, box, onClear, children }: MarkedProps) {
  useEffect(() => {
    const element = box && document.getElementById(box);
    if (element) putFocus(element);
  }, [fault]);
  return (
    <Marks.Provider value={{ box, sentence: fault.sentence, clear: onClear }}>{children}</Marks.Provider>
  );
}

/** What was refused about a box, '' for nothing; and what its first edit calls. */
export function useMark(id: string): { readonly refused: string; readonly edited: () => void } {
  const { box, sentence, clear } = useContext(Marks);
  const isMarked = id !== '' && box === id;
  return { refused: isMarked ? sentence : '', edited: () => isMarked && clear() };
}
