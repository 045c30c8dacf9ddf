/** Which rows: the choice, how many that is, and how many are left out and why. */

import { count } from '../../../enrichment/amounts';
import type { Scope } from '../../protocol';
import type { Offering } from '../calls/use-offer';
import { rowsLine, rowsOf, SCOPES, skippedRows } from '../model/offer-words';
import { TextButton } from '../parts/buttons';
import { Check, Choices } from '../parts/choices';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';

interface RowsProps {
  readonly scope: Scope;
  readonly overwrite: boolean;
  readonly offering: Offering;
  readonly onScope: (scope: Scope) => void;
  readonly onOverwrite: (overwrite: boolean) => void;
}

/** The section. */
export function Rows({ scope, overwrite, offering, onScope, onOverwrite }: RowsProps) {
  const { offer, others, pending, fault, again } = offering;
  const present = scope === 'selected' && !pending ? offer : undefined;
  return (
    <Section id="rows" title="Which rows" aside={<TextButton label="Count again" onPress={again} />}>
      <Choices
        pills
        label="Rows"
        options={SCOPES.map(({ value, label }) => ({
          value,
          label,
          rows: rowsOf(value, others, present),
        }))}
        value={scope}
        onPick={onScope}
      />
      <Hint>{SCOPES.find(({ value }) => value === scope)?.hint}</Hint>
      <Check label="Overwrite answered and typed rows" checked={overwrite} onCheck={onOverwrite} />
      <Status>
        {pending && <Hint>Counting…</Hint>}
        {!pending && offer && <Counted offering={offering} />}
      </Status>
      <FaultNote fault={pending ? { code: '', sentence: '' } : fault} onAgain={again} />
    </Section>
  );
}

function Counted({ offering: { offer } }: Pick<RowsProps, 'offering'>) {
  if (!offer) return null;
  const left = skippedRows(offer);
  const reasons = offer.skipped.map(({ reason, rows }) => `${rows} ${reason}`);
  return (
    <p>
      <strong>{rowsLine(offer)}</strong>
      {left > 0 && (
        <span class="hint">
          {' '}
          {count(left, 'row')} left out: {reasons.join(', ')}.
        </span>
      )}
    </p>
  );
}
