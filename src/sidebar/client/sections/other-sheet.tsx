/** The person looks at another sheet than the page is about: said at the top, however far down they are, with the way there. */
import type { State } from '../model/state';
import { Button } from '../parts/buttons';
import { Note, Status } from '../parts/messages';
import { useTellHeight } from '../parts/tell-height';

interface OtherSheetProps {
  readonly state: Pick<State, 'start' | 'justSaved'>;
  /** A sheet is being read, or a Save is under way that belongs to this one. */
  readonly pending: boolean;
  readonly onGo: () => void;
}

/** The note; nothing where they are one. What is edited stays with its sheet. */
export function OtherSheet({ state: { start, justSaved }, pending, onGo }: OtherSheetProps) {
  const { sheet, active } = start ?? {};
  const head = useTellHeight<HTMLDivElement>('--head');
  return (
    <div class="head" ref={head}>
      <Status>
        {active && (
          <Note>
            <p>
              You are looking at “{active.name}”. This is about “{sheet}”
              {justSaved ? ', where it is saved.' : '.'}
            </p>
            <p class="row">
              <Button label={`Go on with “${active.name}”`} pending={pending} onPress={onGo} />
            </p>
          </Note>
        )}
      </Status>
    </div>
  );
}
