/** Refreshing by itself: folded; how it stands, what can be done about it, and the settings while they are written. */
import { useState } from 'preact/hooks';
import type { Progress, Refreshing, ScheduleTerms } from '../../protocol';
import { NO_FAULT } from '../calls/call';
import { useCall } from '../calls/use-call';
import { type Deeds, useDeeds } from '../calls/use-deeds';
import { type About, type Settings, settingsBox, settingsOf, wishOf } from '../model/refresh-wish';
import { agreeLabel, refreshFacts, refreshInShort, startLabel, whyOff } from '../model/refresh-words';
import { Button } from '../parts/buttons';
import { Marked } from '../parts/marks';
import { Calm, FaultNote, Hint, Note, Status } from '../parts/messages';
import { Folded } from '../parts/section';
import { BeforeAgreed, RefreshSettings } from './refresh-settings';

interface RefreshProps {
  readonly about: About;
  /** The last characters of the person's key; '' without one. */
  readonly ownKey: string;
  /** Whether a run can be begun now. */
  readonly canStart: boolean;
  /** How it stands from now on. */
  readonly onScheduled: (refreshing: Refreshing | null) => void;
  /** A run was begun, as the schedule would. */
  readonly onStarted: (progress: Progress) => void;
}

/** The folded line, and what is in it. */
export function Refresh(props: RefreshProps) {
  const { refreshing } = props.about.saved;
  const [terms, setTerms] = useState<ScheduleTerms>();
  const { ask } = useCall();
  const look = (): void => void ask('scheduleTerms', null, setTerms);
  const words = refreshInShort(refreshing);
  return (
    <Folded title={TITLE} words={words} onToggle={(open) => open && !terms && look()}>
      <section id="refresh" class="stack" aria-label={TITLE} tabIndex={-1}>
        <Status unseen>{words}</Status>
        {refreshing && <Standing refreshing={refreshing} />}
        {refreshing || props.ownKey ? (
          <Steering {...props} refreshing={refreshing} terms={terms} />
        ) : (
          <Hint>Connect your Linkup account first.</Hint>
        )}
      </section>
    </Folded>
  );
}

const TITLE = 'Refresh by itself';

/** How it stands, and prominently why not, if not. */
function Standing({ refreshing }: { readonly refreshing: Refreshing }) {
  const why = whyOff(refreshing);
  return (
    <>
      {why && (refreshing.isPaused ? <Calm>{why}</Calm> : <Note>{why}</Note>)}
      <dl class="facts">
        {refreshFacts(refreshing).map(([term, text]) => (
          <div key={term} class="line">
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface SteeringProps extends RefreshProps {
  readonly refreshing: Refreshing | null;
  readonly terms: ScheduleTerms | undefined;
}

/** The buttons, and the settings above them while they are written: at once where nothing is agreed yet. */
function Steering(props: SteeringProps) {
  const { about, refreshing, onScheduled } = props;
  const [written, write] = useState<Settings>();
  const deeds = useDeeds();
  const { fault } = deeds;
  const settings = written ?? settingsOf(refreshing);
  const isOpen = written !== undefined || !refreshing;
  const box = isOpen ? settingsBox(fault) : '';

  function known(next: Refreshing | null): void {
    write(undefined);
    onScheduled(next);
  }

  function leave(): void {
    write(undefined);
    deeds.clear();
  }

  function agree(): void {
    const wish = wishOf(settings, about);
    if ('sentence' in wish) deeds.fail(wish);
    else deeds.ask('schedule', wish, known);
  }
  const offers = { ...props, settings, deeds, onAgree: agree };
  return (
    <Marked fault={fault} box={box} onClear={deeds.clear}>
      {isOpen && <RefreshSettings settings={settings} about={about} onChange={write} />}
      {(isOpen || agreesAnew(refreshing)) && <BeforeAgreed {...offers} />}
      <Refused deeds={deeds} hidden={box !== ''} />
      <p class="row tight">
        {isOpen && <Agreeing {...offers} onLeave={leave} />}
        {!isOpen && refreshing && (
          <Ways {...offers} refreshing={refreshing} onChange={() => write(settings)} onKnown={known} />
        )}
      </p>
    </Marked>
  );
}

/** What was refused, unless a box says it. That there is nothing to refresh is good news. */
function Refused({ deeds, hidden }: { readonly deeds: Deeds; readonly hidden: boolean }) {
  const { fault, again } = deeds;
  const isCalm = fault.code === 'nothing-to-ask';
  return (
    <>
      <Status>{isCalm && <Calm>{fault.sentence}</Calm>}</Status>
      <FaultNote fault={hidden || isCalm ? NO_FAULT : fault} onAgain={again} />
    </>
  );
}

/** Whether a yes to what was agreed to would turn it on, for this person. */
function agreesAnew(refreshing: Refreshing | null): boolean {
  return refreshing !== null && whyOff(refreshing) !== '';
}

interface OffersProps extends SteeringProps {
  readonly deeds: Deeds;
  readonly onAgree: () => void;
}

/** Below the settings. */
function Agreeing({ refreshing, deeds, onAgree, onLeave }: OffersProps & { readonly onLeave: () => void }) {
  return (
    <>
      <Button key="agree" label={agreeLabel(refreshing)} {...deeds.button('schedule')} onPress={onAgree} />
      {refreshing && <Button key="leave" label="Keep as it was" onPress={onLeave} />}
    </>
  );
}

interface WaysProps extends OffersProps {
  readonly refreshing: Refreshing;
  readonly onChange: () => void;
  readonly onKnown: (refreshing: Refreshing | null) => void;
}

/** What can be done about it: of a colleague's only what keeps it from starting, or turns it on as one's own. */
function Ways({ refreshing, about, deeds, canStart, onAgree, onChange, onKnown, onStarted }: WaysProps) {
  const { id } = about.saved;
  const { mine, cap } = refreshing;
  const anew = agreesAnew(refreshing);
  const isOwnAndOn = mine && !anew;
  return (
    <>
      {isOwnAndOn && (
        <Button
          key="start"
          label={startLabel(cap)}
          {...deeds.button('refreshNow', !canStart)}
          onPress={() => deeds.ask('refreshNow', { id }, onStarted)}
        />
      )}
      {anew && (
        <Button key="anew" label={agreeLabel(refreshing)} {...deeds.button('schedule')} onPress={onAgree} />
      )}
      {!anew && (
        <Button
          key="pause"
          label="Pause"
          {...deeds.button('pauseSchedule')}
          onPress={() => deeds.ask('pauseSchedule', { id }, onKnown)}
        />
      )}
      {(mine || anew) && <Button key="change" label="Change" onPress={onChange} />}
      {mine && (
        <Button
          key="remove"
          label="Remove"
          {...deeds.button('removeSchedule')}
          onPress={() => deeds.ask('removeSchedule', { id }, onKnown)}
        />
      )}
    </>
  );
}
