/** Which enrichment is on view: one that the sheet has, or a new one; and what can be done with it as a whole. */
import { useState } from 'preact/hooks';
import type { Saved, Start } from '../../protocol';
import type { Form } from '../model/form';
import { TextButton } from '../parts/buttons';
import { Select } from '../parts/choices';
import { Section } from '../parts/section';
import { TextField } from '../parts/text-field';
import { Copy, Remove, Rename } from './whole';

/** What can happen to enrichments here. */
export interface EnrichmentDeeds {
  readonly onEdit: (form: Form) => void;
  readonly onChoose: (id: string) => void;
  /** The copy takes the place of a new enrichment. */
  readonly onCopy: () => void;
  readonly onRenamed: (saved: Saved, name: string, revision: string) => void;
  readonly onRemoved: (id: string) => void;
  readonly onRefresh: () => void;
}

interface EnrichmentProps extends EnrichmentDeeds {
  readonly start: Start | undefined;
  /** Whether reading the sheet went wrong. */
  readonly failed: boolean;
  readonly form: Form;
  /** The enrichment on view as it is saved; undefined for a new one. */
  readonly saved: Saved | undefined;
  /** Ids of enrichments with a run going on. */
  readonly running: readonly string[];
  /** Whether a new enrichment has been begun and not saved. */
  readonly begun: boolean;
}

/** The panel that is open below the list. */
type Panel = 'none' | 'rename' | 'remove' | 'copy';

/** The section. */
export function Enrichment(props: EnrichmentProps) {
  const { start, failed, form, saved, running, begun, onChoose, onEdit } = props;
  const [panel, setPanel] = useState<Panel>('none');
  const toggle = (which: Panel) => setPanel(panel === which ? 'none' : which);
  const close = () => setPanel('none');

  function copy(): void {
    setPanel(begun && panel !== 'copy' ? 'copy' : 'none');
    if (!begun) props.onCopy();
  }

  const unread = failed ? 'This sheet is not read yet.' : 'Reading this sheet…';
  return (
    <Section
      title="Enrichment"
      words={start ? `on “${start.sheet}”` : unread}
      aside={start && <TextButton label="Read again" about="the sheet" onPress={props.onRefresh} />}
    >
      {start && start.enrichments.length > 0 && (
        <Select
          label={`Enrichment on the sheet “${start.sheet}”`}
          unlabelled
          value={saved?.id ?? ''}
          onPick={(id) => {
            close();
            onChoose(id);
          }}
          options={optionsOf(start, running)}
        />
      )}
      {saved ? (
        <p class="row tight">
          <TextButton label="New" about="enrichment" onPress={() => onChoose('')} />
          <TextButton label="Duplicate" about={saved.name} expanded={panel === 'copy'} onPress={copy} />
          <TextButton
            label="Rename"
            about={saved.name}
            expanded={panel === 'rename'}
            onPress={() => toggle('rename')}
          />
          <TextButton
            label="Delete"
            about={saved.name}
            expanded={panel === 'remove'}
            onPress={() => toggle('remove')}
          />
        </p>
      ) : (
        <TextField
          label="Name"
          value={form.name}
          onText={(name) => onEdit({ ...form, name })}
          placeholder="Capital city"
          hint="New columns are named after it."
        />
      )}
      {saved && panel === 'rename' && start && (
        <Rename saved={saved} sheetId={start.sheetId} onRenamed={props.onRenamed} onClose={close} />
      )}
      {saved && panel === 'remove' && <Remove saved={saved} onRemoved={props.onRemoved} onClose={close} />}
      {saved && panel === 'copy' && <Copy onCopy={props.onCopy} onClose={close} />}
    </Section>
  );
}

function optionsOf(start: Start, running: readonly string[]): { value: string; label: string }[] {
  return [
    ...start.enrichments.map(({ id, name }) => ({
      value: id,
      label: running.includes(id) ? `${name} (running)` : name,
    })),
    { value: '', label: 'New enrichment' },
  ];
}
