/** Refreshes of this sheet that have stopped by themselves: said on top, since nobody was there when it happened. */
import type { Saved } from '../../protocol';
import { stoppedLine } from '../model/refresh-words';
import { TextButton } from '../parts/buttons';
import { Note } from '../parts/messages';

interface StoppedProps {
  readonly enrichments: readonly Saved[];
  /** The enrichment whose form is open, where there is nothing to be shown of it; '' for none. */
  readonly open: string;
  readonly onShow: (id: string) => void;
}

/** A note for each; nothing where all go on, or were paused by somebody. */
export function Stopped({ enrichments, open, onShow }: StoppedProps) {
  const stopped = enrichments.filter(({ refreshing }) => refreshing?.off && !refreshing.isPaused);
  if (stopped.length === 0) return null;
  return (
    <div class="section">
      {stopped.map((saved) => (
        <Note key={saved.id}>
          <p>{stoppedLine(saved)}</p>
          {saved.id !== open && (
            <TextButton label="Show the settings" about={saved.name} onPress={() => onShow(saved.id)} />
          )}
        </Note>
      ))}
    </div>
  );
}
