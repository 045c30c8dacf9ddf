/** Which enrichment is on view: one that the sheet has, or a new one. */
import type { Saved, Start } from '../../protocol';
import { useFocus } from '../calls/use-focus';
import { type Deleted, deletedLine, type Fate } from '../model/delete-words';
import { goingWord, isLive } from '../model/runs';
import type { State } from '../model/state';
import { Select } from '../parts/choices';
import { Hint, Status } from '../parts/messages';
import { Whole } from './whole';

interface EnrichmentProps {
  readonly start: Start | undefined;
  /** The enrichment on view as it is saved; undefined for a new one. */
  readonly saved: Saved | undefined;
  /** The enrichment that was just deleted. */
  readonly deleted: Deleted | undefined;
  /** What the new enrichment that was begun is called; '' where it has no name. */
  readonly begun: string;
  /** The run of each enrichment, live or ended. */
  readonly runs: State['runs'];
  /** Ids of enrichments with edits that are not saved, '' for a new one. */
  readonly unsaved: readonly string[];
  readonly onOpen: () => void;
  readonly onChoose: (id: string) => void;
  /** A new one, by its button. */
  readonly onNew: () => void;
  readonly onCopy: () => void;
  readonly onTake: (start: Start) => string;
  readonly onRemoved: (id: string, columns: Fate) => void;
}

/** The section, right below the line that says which sheet this is; without a heading, which would say no more. */
export function Enrichment(props: EnrichmentProps) {
  const { start, saved, unsaved, deleted, onChoose } = props;
  const { enrichments = [] } = start ?? {};
  const focusOn = useFocus();

  function rename(): void {
    focusOn('name', 'selected');
    props.onOpen();
  }

  return (
    <section
      id="enrichment"
      tabIndex={-1}
      aria-label="Enrichment"
      class={deleted || enrichments.length > 0 ? 'section' : ''}
    >
      <Status>{deleted && <Hint>{deletedLine(deleted, saved?.name ?? '')}</Hint>}</Status>
      {start && enrichments.length > 0 && (
        <Select
          label={`Enrichment on the sheet “${start.sheet}”`}
          unlabelled
          value={saved?.id ?? ''}
          onPick={onChoose}
          options={optionsOf(start, props)}
        />
      )}
      {saved && (
        <Whole {...props} key={saved.id} saved={saved} begun={unsaved.includes('')} onRename={rename} />
      )}
    </section>
  );
}

/** Each says how its run goes on, and whether it has edits, since both are out of view. */
function optionsOf({ enrichments }: Start, { runs, unsaved, begun }: EnrichmentProps) {
  return [...enrichments, { id: '', name: begun || 'New enrichment' }].map(({ id, name }) => {
    const run = runs[id];
    const marks = [run && isLive(run) && ` (${goingWord(run)})`, unsaved.includes(id) && ' (not saved)'];
    return { value: id, label: [name, ...marks].filter(Boolean).join('') };
  });
}
