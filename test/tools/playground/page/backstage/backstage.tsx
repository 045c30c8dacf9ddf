/** Behind the scenes: what Google and Linkup are doing, and buttons that make trouble. */
import { useState } from 'preact/hooks';
import type { ShownSheet, Vitals } from '../../wire';
import { ME } from '../me';
import type { Playground } from '../use-playground';
import { Executions, Triggers } from './executions';
import { Time } from './time';
import { Trouble } from './trouble';
import { useNow } from './use-now';
import { count, duration, usd } from './words';

/** The strip under the sheet: folded at first, as what goes on there is for those who ask. */
export function Backstage({ playground, sheet }: { playground: Playground; sheet: ShownSheet | undefined }) {
  const [open, setOpen] = useState(false);
  const now = useNow(playground.view);
  const { vitals } = playground.view;
  return (
    <section class="backstage" aria-label="Behind the scenes">
      <div class="backstage-bar">
        <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          Behind the scenes
        </button>
        <Time playground={playground} now={now} />
      </div>
      {open && vitals && (
        <div class="cards">
          <Executions all={vitals.executions} now={now} />
          <Google vitals={vitals} now={now} />
          <Linkup vitals={vitals} />
          <Trouble playground={playground} sheet={sheet} />
        </div>
      )}
    </section>
  );
}

function Google({ vitals, now }: { vitals: Vitals; now: number }) {
  const me = vitals.people.find(({ user }) => user === ME);
  return (
    <section class="card" aria-label="Google’s day">
      <h2>Google’s limits today</h2>
      <Meter label="UrlFetch calls" used={me?.fetches ?? 0} of={vitals.fetchesPerDay} words={count} />
      <Meter label="Trigger time" used={me?.triggerMs ?? 0} of={vitals.triggerMsPerDay} words={duration} />
      <p class="pair">
        Service calls <b>{count(vitals.serviceCalls)}</b>
      </p>
      <h2>Triggers of everybody</h2>
      <Triggers all={vitals.triggers} now={now} />
    </section>
  );
}

function Linkup({ vitals: { linkup } }: { vitals: Vitals }) {
  return (
    <section class="card" aria-label="Linkup">
      <h2>{linkup.live ? 'The real Linkup' : 'The local Linkup'}</h2>
      {!linkup.live && (
        <Meter label="Tasks in flight" used={linkup.inFlight} of={linkup.queueLimit} words={count} />
      )}
      <p class="pair">
        Requests <b>{count(linkup.requests)}</b>
      </p>
      {!linkup.live && (
        <>
          <p class="pair">
            Tasks ended <b>{count(linkup.ended)}</b>
          </p>
          <p class="pair">
            Billed <b>{usd(linkup.billed)}</b>
          </p>
          <p class="pair">
            Balance <b>{usd(linkup.balance)}</b>
          </p>
        </>
      )}
    </section>
  );
}

interface MeterProps {
  readonly label: string;
  readonly used: number;
  readonly of: number;
  readonly words: (amount: number) => string;
}

function Meter({ label, used, of, words }: MeterProps) {
  return (
    <label class="meter">
      <span>
        {label}{' '}
        <b>
          {words(used)} <span class="quiet">of {words(of)}</span>
        </b>
      </span>
      <meter min={0} max={of} value={used} />
    </label>
  );
}
