/** What sorting has done to answers, and a filter that would do it again: said at the top, with the way to keep rows and answers together. */
import { useState } from 'preact/hooks';
import { backLine } from '../../../enrichment/sorted-words';
import type { Sorting, Start } from '../../protocol';
import { useCall } from '../calls/use-call';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Note, Status } from '../parts/messages';

interface SortingProps {
  readonly start: Pick<Start, 'sheetId' | 'sorting'>;
  /** The filter is made: the sheet is another. */
  readonly onWidened: () => void;
}

/** The note; nothing where all stands together and will. */
export function SortingNote({ start: { sheetId, sorting }, onWidened }: SortingProps) {
  const { back, filter } = sorting;
  const [dismissed, dismiss] = useState('');
  const isOffered = filter !== null && filter.over !== dismissed;
  return (
    <Status>
      {(back > 0 || isOffered) && (
        <Note>
          {back > 0 && <p>{backLine(back)}</p>}
          {isOffered && <Widen sheetId={sheetId} filter={filter} onWidened={onWidened} onDismiss={dismiss} />}
          {back > 0 && !filter && <Hint>{UNSEEN}</Hint>}
        </Note>
      )}
    </Status>
  );
}

const UNSEEN =
  'Sort whole rows, or by a filter over all columns. If these rows are a Table of Google Sheets, drag its corner over the answers: an add-on cannot see Tables.';

interface WidenProps {
  readonly sheetId: number;
  readonly filter: NonNullable<Sorting['filter']>;
  readonly onWidened: () => void;
  readonly onDismiss: (over: string) => void;
}

/** Never unasked: it is the person's filter. */
function Widen({ sheetId, filter: { over, wider }, onWidened, onDismiss }: WidenProps) {
  const { pending, fault, ask } = useCall();
  const widen = (): void => void ask('widenFilter', { sheetId, over }, onWidened);
  return (
    <>
      <p>
        Your filter covers {over}, without the answers: sorting by it parts rows from them until somebody
        looks.
      </p>
      <p class="row">
        <Button label={`Widen it to ${wider}`} pending={pending} onPress={widen} />
        <TextButton label="Not now" onPress={() => onDismiss(over)} />
      </p>
      <Hint>What it filters by is kept.</Hint>
      <FaultNote fault={fault} onAgain={widen} />
    </>
  );
}
