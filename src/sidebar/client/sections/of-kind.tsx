/** What a kind of field wants to be told besides its name: the choices of a choice, the currency of money. */
import { MAX_CHOICES } from '../../../enrichment/check';
import { USUAL_CURRENCY } from '../../../enrichment/currencies';
import type { FieldKind } from '../../../enrichment/definition';
import { fieldBox } from '../model/boxes';
import type { FieldRow } from '../model/form';
import { choicesText, choicesTyped, currenciesFor } from '../model/of-kind';
import { Select } from '../parts/choices';
import { TextField } from '../parts/text-field';

interface OfKindProps {
  readonly row: FieldRow;
  readonly onChange: (change: Pick<FieldRow, 'choices'> | Pick<FieldRow, 'currency'>) => void;
}

/** Whether a kind wants to be told more. */
export function hasMore(kind: FieldKind): boolean {
  return kind === 'choice' || kind === 'money';
}

/** Its box. */
export function OfKind({ row, onChange }: OfKindProps) {
  if (row.kind === 'choice')
    return (
      <TextField
        id={fieldBox(row.key, 'choices')}
        label="Choices, one a line"
        rows={3}
        hint={`From 2 to ${MAX_CHOICES}. What is none of them stays as it came, and its Status says so.`}
        value={choicesText(row)}
        onText={(text) => onChange({ choices: choicesTyped(text) })}
      />
    );
  const { currency = USUAL_CURRENCY } = row;
  return (
    <Select
      label="Currency"
      options={currenciesFor(row).map((code) => ({ value: code, label: code }))}
      value={currency}
      onPick={(code) => onChange({ currency: code })}
    />
  );
}
