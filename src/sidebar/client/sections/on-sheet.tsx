/** The first line of the page: which sheet it is about, and the button that reads it again. */
import type { Start } from '../../protocol';
import { TextButton } from '../parts/buttons';

interface OnSheetProps {
  readonly start: Start | undefined;
  /** Whether reading the sheet went wrong. */
  readonly failed: boolean;
  readonly onRefresh: () => void;
}

/** The line. */
export function OnSheet({ start, failed, onRefresh }: OnSheetProps) {
  return (
    <div class="row apart">
      <p role="status" class="hint">
        {start ? (
          <>
            Works on <strong>“{start.sheet}”</strong>
          </>
        ) : failed ? (
          'This sheet is not read yet.'
        ) : (
          'Reading this sheet…'
        )}
      </p>
      {start && <TextButton label="Read the sheet again" onPress={onRefresh} />}
    </div>
  );
}
