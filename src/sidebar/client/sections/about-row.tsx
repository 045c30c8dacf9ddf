/** About the selected row: how it stands and why, the run that left it so, its age, price and sources. Folded until it is wanted. */
import { useState } from 'preact/hooks';
import type { AboutRow, Saved } from '../../protocol';
import { useAboutRow } from '../calls/use-about-row';
import { costWords, reasonWords, runWords, sinceWords, standingWords, statusWords } from '../model/row-words';
import { Button } from '../parts/buttons';
import { LongText } from '../parts/long-text';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Folded } from '../parts/section';
import { Sources } from '../parts/sources';

interface AboutRowProps {
  /** The enrichment on view. */
  readonly saved: Saved;
  /** Changes when this page has written or cleared answers. */
  readonly round: number;
}

/** The section. */
export function AboutRowSection({ saved, round }: AboutRowProps) {
  const [open, setOpen] = useState(false);
  const { told, toldAt, pending, fault, look } = useAboutRow(saved.id, open, round);
  return (
    <Folded title="About the selected row" words={told ? `row ${told.row}` : ''} onToggle={setOpen}>
      <Status>
        {!told && pending && <Hint>Looking…</Hint>}
        {told && <Told told={told} toldAt={toldAt} called={saved.name} />}
      </Status>
      <FaultNote fault={fault} onAgain={look} />
      <p class="row">
        <Button label="Look at the selected row" pending={pending} onPress={look} />
      </p>
    </Folded>
  );
}

interface ToldProps {
  readonly told: AboutRow;
  readonly toldAt: number;
  readonly called: string;
}

/** A line for each thing that is known. */
function Told({ told, toldAt, called }: ToldProps) {
  const lines = [
    ['When', sinceWords(told, toldAt)],
    ['Run', runWords(told, called, toldAt)],
    ['Cost', costWords(told)],
    ['Status', statusWords(told)],
    ['Asks', told.question],
  ].filter(([, text]) => text);
  const reason = reasonWords(told);
  return (
    <div class="card stack tight">
      <p>
        <strong>
          Row {told.row}: {standingWords(told)}
        </strong>
      </p>
      {reason && <p>{reason}</p>}
      <dl class="facts">
        {lines.map(([term = '', text = '']) => (
          <div key={term} class="line">
            <dt>{term}</dt>
            <dd>
              <LongText text={text} about={term} />
            </dd>
          </div>
        ))}
      </dl>
      <Sources sources={told.sources} />
    </div>
  );
}
