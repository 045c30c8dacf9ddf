/** What goes wrong with a look that the page takes by itself: like any other problem, but calm while the network is cut, for it looks again. */
import { type Fault, NO_FAULT } from '../calls/call';
import { cutWords } from '../model/late';
import { Calm, FaultNote, Status } from './messages';

interface LookNoteProps {
  /** Where a box names it as what is wrong with it. */
  readonly id?: string;
  readonly fault: Fault;
  /** What is done as soon as Google can be reached. */
  readonly then: string;
  readonly onAgain: () => void;
}

/** The note; nothing for no fault. */
export function LookNote({ id, fault, then, onAgain }: LookNoteProps) {
  const cut = cutWords(fault.code);
  return (
    <>
      <Status>
        {cut && (
          <Calm>
            {cut} {then}
          </Calm>
        )}
      </Status>
      <FaultNote id={id} fault={cut ? NO_FAULT : fault} onAgain={onAgain} />
    </>
  );
}
