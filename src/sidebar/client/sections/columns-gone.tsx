/** What became of an enrichment's columns: those that somebody deleted, and one that its question names and is called otherwise by now. */
import { withColumn } from '../../../enrichment/rename-column';
import type { Saved } from '../../protocol';
import { useCall } from '../calls/use-call';
import { draftOf, formOf } from '../model/form';
import { deletedLine, putBackLabel } from '../model/gone-words';
import { Button } from '../parts/buttons';
import { FaultNote, Hint, Note } from '../parts/messages';

interface ColumnsGoneProps {
  readonly saved: Saved;
  readonly sheetId: number;
  /** Whether its run is going on: nothing is saved until then. */
  readonly busy: boolean;
  /** It was saved: the sheet has other columns now, or the question another. */
  readonly onSaved: () => void;
}

/** A note for each; nothing where all is as it was saved. */
export function ColumnsGone(props: ColumnsGoneProps) {
  const { missing, isBroken, renamed } = props.saved;
  const isDeleted = missing.length > 0 || isBroken;
  if (!renamed && !isDeleted) return null;
  return (
    <div class="section">
      {renamed && <RenamedNote {...props} renamed={renamed} />}
      {isDeleted && <DeletedNote {...props} />}
    </div>
  );
}

interface RenamedProps extends ColumnsGoneProps {
  readonly renamed: NonNullable<Saved['renamed']>;
}

function RenamedNote({ renamed: { gone, instead }, ...props }: RenamedProps) {
  const template = withColumn(props.saved.template, gone, instead);
  return (
    <Note>
      <p>
        The question asks for “{gone}”, and no column is called so any more.
        {instead !== '' && ` “${instead}” stands in its place.`}
      </p>
      {props.busy && <Hint>Call it “{gone}” again and the run goes on, or stop the run first.</Hint>}
      {!props.busy && instead === '' && <Hint>Edit the question, or call a column so again.</Hint>}
      {!props.busy && instead !== '' && (
        <SaveAgain {...props} template={template} label={`Use “${instead}” instead`} />
      )}
    </Note>
  );
}

function DeletedNote(props: ColumnsGoneProps) {
  const { saved, busy } = props;
  return (
    <Note>
      <p>{deletedLine(saved)}</p>
      {busy ? (
        <Hint>They can be put back when the run has ended.</Hint>
      ) : (
        <SaveAgain {...props} template={saved.template} label={putBackLabel(saved)} />
      )}
    </Note>
  );
}

interface SaveAgainProps extends ColumnsGoneProps {
  readonly template: string;
  readonly label: string;
}

/** Saves what is saved, with this question: whatever is not there is made. */
function SaveAgain({ saved, sheetId, template, label, onSaved }: SaveAgainProps) {
  const { pending, fault, ask } = useCall();
  const draft = { ...draftOf(formOf(saved)), template };
  const save = (): void =>
    void ask('save', { sheetId, draft, revision: saved.revision, force: false }, onSaved);
  return (
    <>
      <p class="row">
        <Button label={label} pending={pending} onPress={save} />
      </p>
      <FaultNote fault={fault} onAgain={save} />
    </>
  );
}
