/** About the selected row: how it stands and why, the run that left it so, its age, price and sources. Folded until it is wanted. */
import { useState } from 'preact/hooks';
import type { AboutRow, Progress, Saved } from '../../protocol';
import { useAboutRow } from '../calls/use-about-row';
import { useCall } from '../calls/use-call';
import { formOf } from '../model/form';
import { pricePerRow } from '../model/look';
import {
  askAgainLabel,
  canAskAgain,
  costWords,
  reasonWords,
  runWords,
  sinceWords,
  standingWords,
  statusWords,
} from '../model/row-words';
import { Button } from '../parts/buttons';
import { LongText } from '../parts/long-text';
import { LookNote } from '../parts/look-note';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Folded } from '../parts/section';
import { Sources } from '../parts/sources';

interface AboutRowProps {
  /** The enrichment on view. */
  readonly saved: Saved;
  /** Changes when answers were written or cleared. */
  readonly news: string;
  /** Whether a run could be started. */
  readonly canStart: boolean;
  readonly onStarted: (progress: Progress) => void;
}

/** The section. */
export function AboutRowSection({ saved, news, canStart, onStarted }: AboutRowProps) {
  const [open, setOpen] = useState(false);
  const { told, toldAt, pending, fault, look } = useAboutRow(saved.id, open, news);
  return (
    <Folded title="About the selected row" words={told ? `row ${told.row}` : ''} onToggle={setOpen}>
      <Status>
        {!told && pending && <Hint>Looking…</Hint>}
        {told && <Told told={told} toldAt={toldAt} called={saved.name} />}
      </Status>
      <LookNote fault={fault} then="The row is looked at as soon as it can." onAgain={look} />
      {told && canStart && canAskAgain(told) && (
        <Again key={`${told.row} ${told.question}`} saved={saved} told={told} onStarted={onStarted} />
      )}
      <p class="row">
        <Button label="Look at the selected row" pending={pending} onPress={look} />
      </p>
    </Folded>
  );
}

interface AgainProps extends Pick<AboutRowProps, 'saved' | 'onStarted'> {
  readonly told: AboutRow;
}

/** What becomes of the answer that stands in the row. */
const WHOLE = 'A new answer replaces this one.';
const PARTIAL = 'Only what the new answer brings is written.';

/** Asks it by itself, at the price that stands on the button. */
function Again({ saved, told, onStarted }: AgainProps) {
  const { pending, fault, ask } = useCall();
  const price = pricePerRow(formOf(saved));
  if (price === undefined) return null;
  const { row, question, since, standing, empty } = told;
  const { id, revision } = saved;
  const again = () => void ask('askAgain', { id, revision, row, question, since, total: price }, onStarted);
  return (
    <>
      <p class="row">
        <Button label={askAgainLabel(told, price)} pending={pending} onPress={again} />
        {standing === 'answered' && <span class="hint">{empty ? PARTIAL : WHOLE}</span>}
      </p>
      <FaultNote fault={fault} onAgain={again} />
    </>
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
