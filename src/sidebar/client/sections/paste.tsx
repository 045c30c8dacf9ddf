/** A new enrichment from a text that was copied in another file. */
import { useState } from 'preact/hooks';
import type { Start } from '../../protocol';
import { atHomeOn, formIn } from '../model/along';
import type { Form } from '../model/form';
import { Button, TextButton } from '../parts/buttons';
import { TextField } from '../parts/text-field';

interface PasteProps {
  readonly start: Start;
  readonly onEdit: (form: Form) => void;
}

/** The small button, and the box that opens below it. Nothing is saved or asked before Save. */
export function Paste({ start, onEdit }: PasteProps) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');

  function write(written: string): void {
    setText(written);
    setFault('');
  }

  function use(): void {
    const form = text.trim() === '' ? 'Paste the text of an enrichment first.' : formIn(text);
    if (typeof form === 'string') {
      setFault(form);
      return;
    }
    document.getElementById('question')?.focus();
    onEdit(atHomeOn(start, form));
    setOpen(false);
    write('');
  }

  return (
    <>
      <p>
        <TextButton label="Paste one from another file" expanded={isOpen} onPress={() => setOpen(!isOpen)} />
      </p>
      {isOpen && (
        <div class="inset card">
          <TextField label="Text of the enrichment" value={text} rows={4} fault={fault} onText={write} />
          <p class="row">
            <Button label="Use it" onPress={use} />
          </p>
        </div>
      )}
    </>
  );
}
