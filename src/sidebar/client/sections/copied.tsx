/** Enrichments whose columns came to this sheet with a copy: each with what is answered, and the button to go on instead of starting anew. */
import { useState } from 'preact/hooks';
import type { CopiedHere, Start } from '../../protocol';
import { useCall } from '../calls/use-call';
import { copiedLine } from '../model/along';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Note } from '../parts/messages';

interface CopiedSectionProps {
  readonly start: Start | undefined;
  /** One of them is the sheet's own from now on: what the sheet is like then. */
  readonly onAdopted: (id: string, start: Start) => void;
}

/** The section; nothing where nothing was copied. “Not now” is for this page only: the columns are still there tomorrow. */
export function CopiedSection({ start, onAdopted }: CopiedSectionProps) {
  const [later, setLater] = useState<readonly CopiedHere[]>([]);
  const isLater = ({ id }: CopiedHere): boolean => later.some((each) => each.id === id);
  const copies = start?.copies.filter((copy) => !isLater(copy)) ?? [];
  if (!start || copies.length === 0) return null;
  return (
    <div class="section">
      {copies.map((copy) => (
        <Offer
          key={copy.id}
          copy={copy}
          sheetId={start.sheetId}
          onAdopted={onAdopted}
          onLater={() => setLater([...later, copy])}
        />
      ))}
    </div>
  );
}

interface OfferProps extends Pick<CopiedSectionProps, 'onAdopted'> {
  readonly copy: CopiedHere;
  readonly sheetId: number;
  readonly onLater: () => void;
}

function Offer({ copy, sheetId, onAdopted, onLater }: OfferProps) {
  const adopting = useCall();
  const reading = useCall();
  const goOn = (): void =>
    void adopting.ask('adopt', { sheetId, id: copy.id }, ({ id }) => {
      void reading.ask('start', { sheetId }, (start) => onAdopted(id, start));
    });
  return (
    <Note>
      <p>
        <strong>Go on with “{copy.name}”?</strong> Its columns were copied to this sheet. {copiedLine(copy)}
      </p>
      <p class="hint clamped">{copy.template}</p>
      <p class="row">
        <Button label="Go on" pending={adopting.pending || reading.pending} onPress={goOn} />
        <TextButton label="Not now" about={copy.name} onPress={onLater} />
      </p>
      <FaultNote fault={adopting.fault.sentence ? adopting.fault : reading.fault} onAgain={goOn} />
    </Note>
  );
}
