/** The table's empty columns, offered to be filled in one press. */
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import type { Start } from '../../protocol';
import { useFocus } from '../calls/use-focus';
import { fillColumnsLabel, fillingAll, fillOffer } from '../model/fills';
import type { Form } from '../model/form';
import { Button } from '../parts/buttons';
import { Hint, Status } from '../parts/messages';

interface FillColumnsProps {
  readonly form: Form;
  readonly start: Start | undefined;
  /** The columns that its outputs may fill. */
  readonly empty: readonly EmptyColumn[];
  readonly onEdit: (form: Form) => void;
}

/** The offer; nothing where no column is empty, or some are filled already. */
export function FillColumns({ form, start, empty, onEdit }: FillColumnsProps) {
  const columns = fillOffer(form, empty);
  const focusOn = useFocus();
  const fill = (): void => {
    focusOn('comes-back');
    onEdit(fillingAll(form, columns, start));
  };
  return (
    <Status>
      {columns.length > 0 && (
        <>
          <Button label={fillColumnsLabel(columns)} onPress={fill} />
          <Hint>Where they are blank; what you typed stays.</Hint>
        </>
      )}
    </Status>
  );
}
