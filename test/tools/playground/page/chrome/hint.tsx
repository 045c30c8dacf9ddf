/** What a newcomer does next: open, connect, ask. Each step is ticked off when it is done. */
import { useState } from 'preact/hooks';
import { STARTERS } from '../../../../../src/sidebar/client/model/starter-texts';
import { MENU, RECEIPTS } from '../../../../world/says';
import { KEYS } from '../../wire';
import { rich } from '../grid/cells';
import { ME } from '../me';
import type { Playground } from '../use-playground';

/** A question that the local Linkup can answer about the countries. */
const QUESTION = 'What are the currency, the area in km² and the languages of {{Country}}?';

/** Of the local Linkup, which knows no web. */
const SAMPLE = 'Answers here come from sample data about these tables: other questions find nothing.';

/** The template that suits companies. */
const [TEMPLATE] = STARTERS;

/** The heading by which a table of companies is known. */
const COMPANY = 'Company';

/** A line of three steps. */
export function Hint({ playground }: { playground: Playground }) {
  const { view, doIt } = playground;
  const [away, setAway] = useState(false);
  const { vitals } = view;
  if (away || !vitals) return null;
  const connected = vitals.people.some(({ user, connected: has }) => user === ME && has);
  const ended = view.sheets.some(({ name }) => name === RECEIPTS);
  return (
    <section class="hint" aria-label="First steps">
      <div class="steps">
        <ol>
          <Step done={view.sidebar !== undefined || ended}>
            <button type="button" class="link" onClick={() => doIt({ kind: 'menu', label: MENU.setUp })}>
              Open the sidebar
            </button>{' '}
            {!view.sidebar && <span class="aside">(Enrich with Linkup → {MENU.setUp.replace('…', '')})</span>}
          </Step>
          <Step done={connected}>
            {connected || vitals.linkup.live ? 'Connect with your Linkup key' : <LocalKey />}
          </Step>
          <Step done={ended}>
            {ended ? (
              `Done: the answers are in the sheet, the receipt is in ${RECEIPTS}`
            ) : (
              <Asking playground={playground} />
            )}
          </Step>
        </ol>
        {!vitals.linkup.live && <p class="aside">{SAMPLE}</p>}
      </div>
      <button type="button" class="icon" aria-label="Hide the first steps" onClick={() => setAway(true)}>
        ×
      </button>
    </section>
  );
}

/** What to ask about the sheet in view. */
function Asking({ playground: { view } }: { playground: Playground }) {
  const heading = rich(view.sheets.find(({ id }) => id === view.sheet)?.rows[0]?.[0]).text;
  if (heading === COMPANY) return `In the sidebar press “${TEMPLATE?.label}”, then Save, then Enrich`;
  return (
    <>
      Ask, for instance “{QUESTION}” <Copy text={QUESTION} what="question" />, and press Enrich
    </>
  );
}

function LocalKey() {
  const key = KEYS[ME] ?? '';
  return (
    <>
      Connect with the test key <code>{key}</code> <Copy text={key} what="key" />
    </>
  );
}

function Step({ done, children }: { done: boolean; children: preact.ComponentChildren }) {
  return (
    <li class={done ? 'done' : ''}>
      <span class="unseen">{done ? 'Done: ' : ''}</span>
      {children}
    </li>
  );
}

/** Puts a text onto the clipboard, and says so. */
function Copy({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button type="button" class="copy" aria-label={`Copy the ${what}`} onClick={() => void copy()}>
      {copied ? 'Copied' : 'Copy'}
    </button>
  );
}
