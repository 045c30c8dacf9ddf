/** The result of trying one row: what it asked, the values it would get, their sources, time and price; written on request. */
import { useEffect } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import type { Saved, Tried } from '../../protocol';
import { useCall } from '../calls/use-call';
import { useNow } from '../calls/use-progress';
import type { Trial } from '../calls/use-trial';
import { asksTheSame } from '../model/asks-the-same';
import { readable } from '../model/readable';
import { clockTime, span } from '../model/time-words';
import { Button, TextButton } from '../parts/buttons';
import { LongText } from '../parts/long-text';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';
import { Sources } from '../parts/sources';

interface TrialProps {
  readonly trial: Trial;
  /** The enrichment as it is saved; undefined where it is not, or was edited since. */
  readonly saved: Saved | undefined;
  readonly onAgain: () => void;
  readonly onWritten?: () => void;
}

/** The section; nothing before the first try. Texts from the web are only ever text. */
export function TrialSection({ trial, saved, onAgain, onWritten }: TrialProps) {
  const { open, pending, tried, fault, written } = trial;
  useEffect(() => {
    const isWriting = document.activeElement?.matches('input, textarea, select') ?? false;
    if (open && !isWriting) document.getElementById('trial')?.scrollIntoView({ block: 'nearest' });
  }, [open, pending, tried]);
  if (!open) return null;
  const close = (): void => {
    document.getElementById('try')?.focus();
    trial.close();
  };
  return (
    <Section
      title="One row, tried"
      id="trial"
      aside={<TextButton label="Close" about="the tried row" onPress={close} />}
    >
      <Status>{pending && <Waiting {...trial} />}</Status>
      <FaultNote
        fault={fault}
        onAgain={trial.lookAgain ?? onAgain}
        againLabel={trial.lookAgain ? 'Look again' : 'Try again'}
      />
      <Status>{tried && !pending && <Result tried={tried} trial={trial} />}</Status>
      {tried && !written && saved && canWrite(trial, saved) && (
        <Write trial={trial} kept={tried.kept} id={saved.id} onWritten={onWritten} />
      )}
    </Section>
  );
}

/** The seconds tick outside what is read out. */
function Waiting({ tried, startedAt, late }: Pick<Trial, 'tried' | 'startedAt' | 'late'>) {
  const now = useNow(true);
  return (
    <Hint>
      {tried ? `${rowOf(tried)} is being looked up; you can go on meanwhile. ` : 'Asking one row. '}
      {late &&
        'How far it is cannot be told at the moment: nothing is lost, and it is looked at again by itself. '}
      <span aria-hidden="true">{span(now - startedAt)}</span>
    </Hint>
  );
}

/** 0 stands for a row that was changed or deleted while it was researched. */
function rowOf({ row }: Tried): string {
  return row ? `Row ${row}` : 'A row that has changed since';
}

const OUTCOMES: Record<Exclude<Tried['outcome'], 'pending'>, string> = {
  done: 'Answered',
  'not found': 'Nothing found',
  failed: 'Failed',
};

/** So long a try is news, and need not say when it was, in ms. */
const NEWS_MS = 3_600_000;

function Result({ tried, trial }: { readonly tried: Tried; readonly trial: Trial }) {
  const { question, outcome, reason, deeper, sources, ms, price } = tried;
  return (
    <div class="card stack">
      <div class="hint">
        <LongText text={`${rowOf(tried)}: ${question}`} about="the question" />
      </div>
      {outcome !== 'pending' && (
        <p>
          <strong>{OUTCOMES[outcome]}</strong>{' '}
          <span class="hint">
            in {span(ms)}, for {usd(price)}. {whatBecame(trial)}
          </span>
        </p>
      )}
      {reason && <p>{reason}</p>}
      {deeper && <p>{deeper}</p>}
      <Values tried={tried} isPage={trial.draft?.shape === 'page'} />
      <Sources sources={sources} />
    </div>
  );
}

interface ValuesProps {
  readonly tried: Tried;
  /** Whether the first of them is a page, which comes in Markdown. */
  readonly isPage: boolean;
}

/** What each column would get. A page is shown as it reads. */
function Values({ tried: { values }, isPage }: ValuesProps) {
  if (values.length === 0) return null;
  return (
    <>
      <dl class="values">
        {values.map(({ heading, text }, i) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>
              {text ? (
                <LongText text={isPage && i === 0 ? readable(text) : text} about={heading} />
              ) : (
                <span class="hint">(empty)</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {isPage && <Hint>Shown as it reads; the cell gets the page in Markdown.</Hint>}
    </>
  );
}

/** What became of the answer; of a try that is found again also when it was. */
function whatBecame({ written, startedAt }: Trial): string {
  const now = Date.now();
  const then = now - startedAt < NEWS_MS ? '' : ` Tried: ${clockTime(startedAt, now)}.`;
  return (written ? `Written into row ${written}.` : 'Nothing was written.') + then;
}

/** Whether what is saved asks what was tried, and the server has the answer. */
function canWrite({ tried, pending, draft }: Trial, saved: Saved): boolean {
  if (pending || !draft || tried?.outcome !== 'done' || tried.kept === '') return false;
  return asksTheSame(draft, saved);
}

interface WriteProps {
  readonly trial: Trial;
  readonly kept: string;
  readonly id: string;
  readonly onWritten: (() => void) | undefined;
}

/** What was paid for need not be asked again. */
function Write({ trial, kept, id, onWritten }: WriteProps) {
  const { pending, fault, ask } = useCall();

  function write(): void {
    ask('writeTried', { id, kept }, ({ row }) => {
      trial.wrote(row);
      onWritten?.();
    });
  }

  return (
    <>
      <FaultNote fault={fault} onAgain={write} />
      <p class="row">
        <Button label="Write this answer" pending={pending} onPress={write} />
        <span class="hint">into its row, free</span>
      </p>
    </>
  );
}
