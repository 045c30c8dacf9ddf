/** What the page says: how things stand, what went wrong and the way on. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Removal } from '../../upkeep-types';
import type { Fault } from '../calls/call';
import { connectLabel, remedyFor } from '../model/remedy';
import { TextButton } from './buttons';

/** How things stand, read out when there is time. It is always in the page: a live region must exist before it speaks. */
export function Status({
  children,
  unseen,
}: {
  readonly children: ComponentChildren;
  readonly unseen?: boolean;
}) {
  return (
    <div role="status" class={unseen ? 'live unseen' : 'live'}>
      {children}
    </div>
  );
}

/** A few quiet words below something. */
export function Hint({ children }: { readonly children: ComponentChildren }) {
  return <p class="hint">{children}</p>;
}

/** Something to know before going on. Its word says what kind it is, so that nothing hangs on colour. */
export function Note({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="note">
      <span aria-hidden="true" class="sign">
        !
      </span>
      <div class="stack">{children}</div>
    </div>
  );
}

/** What passes by itself, so that nobody wonders: nothing needs to be done. */
export function Calm({ children }: { readonly children: ComponentChildren }) {
  return <p class="note calm">{children}</p>;
}

/** The ways on that the whole page offers, wherever a problem is shown. */
export const waysOn = {
  /** Opens the account with its box for a key. Set by the app. */
  connect: (): void => {},
  /** Whether there is a key that could be changed. Set by the app. */
  hasKey: false,
  /** Reads the sheet again. Set by the app. */
  read: (): void => {},
  /** Asks for the balance again. Set by the app. */
  renew: (): void => {},
  /** Begins anew, after everything was removed. Set by the root. */
  removed: (_removal: Removal): void => {},
};

interface FaultProps {
  /** Where a box names it as what is wrong with it. */
  readonly id?: string | undefined;
  readonly fault: Fault;
  /** The same once more. */
  readonly onAgain?: (() => void) | undefined;
  readonly againLabel?: string;
  /** Further ways on of the place where it stands. */
  readonly children?: ComponentChildren;
}

/** What went wrong, read out, with the fitting way on; nothing for no fault. */
export function FaultNote({ id, fault, onAgain, againLabel = 'Try again', children }: FaultProps) {
  // Once the sheet is read again it would be of yesterday.
  const [over, setOver] = useState<Fault>();
  const remedy = remedyFor(fault.code);
  // Whoever reads that credits are used up looks at the balance.
  useEffect(() => {
    if (remedy === 'top-up') waysOn.renew();
  }, [remedy]);

  function read(): void {
    setOver(fault);
    waysOn.read();
  }

  return (
    <div role="status" class="live" id={id}>
      {fault.sentence && fault !== over && (
        <div class="alert">
          <span class="unseen">Problem: </span>
          <p>{fault.sentence}</p>
          <p class="row">
            {remedy === 'connect' && (
              <TextButton label={connectLabel(fault.code, waysOn.hasKey)} onPress={waysOn.connect} />
            )}
            {remedy === 'top-up' && <TopUp />}
            {remedy === 'read' && <TextButton label="Read the sheet again" onPress={read} />}
            {/again|count|top|connect/.test(remedy) && onAgain && (
              <TextButton label={remedy === 'count' ? 'Count again' : againLabel} onPress={onAgain} />
            )}
            {children}
          </p>
        </div>
      )}
    </div>
  );
}

/** Where credits are bought. */
export function TopUp() {
  return <OutLink href="https://app.linkup.so" text="Top up at app.linkup.so" />;
}

/** A link to the web, in a tab of its own that learns nothing of this page. */
export function OutLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
      <span class="unseen"> (opens in a new tab)</span>
    </a>
  );
}
