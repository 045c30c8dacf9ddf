/** What a Save makes besides the enrichment on view, where a template takes several; and the way to make this one alone. */
import { alone, followsLine } from '../model/chain-starters';
import type { Form } from '../model/form';
import { TextButton } from '../parts/buttons';
import { Calm, Status } from '../parts/messages';

interface FollowsProps {
  readonly form: Form;
  readonly onEdit: (form: Form) => void;
}

/** The sentence; nothing for one that stands alone. */
export function Follows({ form, onEdit }: FollowsProps) {
  const said = followsLine(form);

  function leave(): void {
    document.getElementById('question')?.focus();
    onEdit(alone(form));
  }
  return (
    <>
      <Status>{said && <Calm>{said}</Calm>}</Status>
      {said && <TextButton label="Only this one" onPress={leave} />}
    </>
  );
}
