/** The formula =LINKUP: folded, read when it is opened; turned on with a cap a day, and off. */
import { useState } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import type { FormulaStanding } from '../../protocol';
import { useCall } from '../calls/use-call';
import { capIn } from '../model/offer-words';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint } from '../parts/messages';
import { Folded } from '../parts/section';
import { TextField } from '../parts/text-field';

/** What is proposed, in USD: some 160 questions. */
const USUAL_CAP = 1;

/** The folded line, and what is in it. */
export function Formula() {
  const { pending, fault, fail, ask } = useCall();
  const [standing, setStanding] = useState<FormulaStanding>();
  const [text, setText] = useState('');

  function known(found: FormulaStanding): void {
    setStanding(found);
    setText(String(found.cap || USUAL_CAP));
  }

  const read = (): void => void ask('formula', null, known);
  const set = (cap: number): void => void ask('setFormula', { cap }, known);
  function keep(): void {
    const cap = capIn(text, 0);
    if (cap) set(cap);
    else fail({ code: 'form', sentence: 'Write an amount in dollars, such as 1.', place: '' });
  }

  return (
    <Folded title="The formula =LINKUP" words={inShort(standing)} onToggle={(open) => open && read()}>
      {standing && (
        <Terms
          standing={standing}
          text={text}
          pending={pending}
          onText={setText}
          onKeep={keep}
          onOff={() => set(0)}
        />
      )}
      <FaultNote fault={fault} onAgain={standing ? keep : read} />
    </Folded>
  );
}

interface TermsProps {
  readonly standing: FormulaStanding;
  readonly text: string;
  readonly pending: boolean;
  readonly onText: (text: string) => void;
  readonly onKeep: () => void;
  readonly onOff: () => void;
}

function Terms({ standing, text, pending, onText, onKeep, onOff }: TermsProps) {
  return (
    <>
      <Hint>
        =LINKUP("What is the capital of " &amp; A2 &amp; "?") asks Linkup from a cell, for $0.006, and keeps
        the answer. It asks with the key of this spreadsheet’s owner, <strong>whoever edits</strong>: anybody
        who may type a formula here spends the owner’s money, up to the cap. Only the owner can turn it on.
        Whoever may change the script of this spreadsheet can also pass the cap.
      </Hint>
      <TextField
        id="formula-cap"
        label="In a day at most (USD)"
        value={text}
        onText={onText}
        onEnter={onKeep}
        inputMode="decimal"
        beside
        hint={`${usd(standing.asked)} asked today, from midnight UTC.`}
      />
      <p class="row">
        <Button label={standing.cap ? 'Set cap' : 'Turn on'} pending={pending} onPress={onKeep} />
        {standing.cap > 0 && <TextButton label="Turn off" about="the formula" onPress={onOff} />}
      </p>
    </>
  );
}

function inShort(standing: FormulaStanding | undefined): string {
  if (!standing) return '';
  return standing.cap ? `${usd(standing.cap)} a day` : 'off';
}
