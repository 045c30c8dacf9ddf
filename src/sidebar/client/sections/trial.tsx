/** The result of trying one row: what it asked, the values it would get, their sources, time and price. Nothing is written. */
import { useEffect } from 'preact/hooks';
import { usd } from '../../../enrichment/amounts';
import type { Tried } from '../../protocol';
import { useNow } from '../calls/use-progress';
import type { Trial } from '../calls/use-trial';
import { safeHref, siteOf } from '../model/links';
import { span } from '../model/time-words';
import { TextButton } from '../parts/buttons';
import { FaultNote, Hint, OutLink, Status } from '../parts/messages';
import { Section } from '../parts/section';

/** The section; nothing before the first try. Texts from the web are only ever text. */
export function TrialSection({ trial, onAgain }: { readonly trial: Trial; readonly onAgain: () => void }) {
  const { open, pending, tried, fault } = trial;
  useEffect(() => {
    if (open) document.getElementById('trial')?.scrollIntoView({ block: 'nearest' });
  }, [open, pending, tried]);
  if (!open) return null;
  return (
    <Section
      title="One row, tried"
      id="trial"
      aside={<TextButton label="Close" about="the tried row" onPress={trial.close} />}
    >
      <Status>{pending && <Waiting tried={tried} startedAt={trial.startedAt} />}</Status>
      <FaultNote
        fault={fault}
        onAgain={trial.lookAgain ?? onAgain}
        againLabel={trial.lookAgain ? 'Look again' : 'Try again'}
      />
      <Status>{tried && !pending && <Result tried={tried} />}</Status>
    </Section>
  );
}

/** The seconds tick outside what is read out. */
function Waiting({ tried, startedAt }: { readonly tried: Tried | undefined; readonly startedAt: number }) {
  const now = useNow(true);
  return (
    <Hint>
      {tried ? `${rowOf(tried)} is being researched; you can go on meanwhile. ` : 'Asking one row. '}
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

function Result({ tried }: { readonly tried: Tried }) {
  const { question, outcome, reason, values, sources, ms, price } = tried;
  return (
    <div class="card stack">
      <Hint>
        {rowOf(tried)}: {question}
      </Hint>
      {outcome !== 'pending' && (
        <p>
          <strong>{OUTCOMES[outcome]}</strong>{' '}
          <span class="hint">
            in {span(ms)}, for {usd(price)}. Nothing was written.
          </span>
        </p>
      )}
      {reason && <p>{reason}</p>}
      {values.length > 0 && (
        <dl class="values">
          {values.map(({ heading, text }) => (
            <div key={heading}>
              <dt>{heading}</dt>
              <dd>{text || <span class="hint">(empty)</span>}</dd>
            </div>
          ))}
        </dl>
      )}
      {sources.length > 0 && <Sources sources={sources} />}
    </div>
  );
}

function Sources({ sources }: Pick<Tried, 'sources'>) {
  return (
    <div>
      <p class="caption">Sources</p>
      <ul class="sources">
        {sources.map(({ name, url }) => {
          const href = safeHref(url);
          return (
            <li key={url}>
              {href ? <OutLink href={href} text={name || siteOf(url)} /> : name || url}
              {href && <span class="hint"> {siteOf(url)}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
