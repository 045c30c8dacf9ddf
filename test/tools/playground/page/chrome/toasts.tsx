/** What scripts and the playground say in passing, at the bottom right. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownToast } from '../../wire';
import { ME } from '../me';
import type { Playground } from '../use-playground';

/** Toasts of this person's scripts, faults, and whether the playground is there. */
export function Toasts({ playground: { view, happened } }: { playground: Playground }) {
  const { vitals, faults, online } = view;
  const first = useRef<number | undefined>(undefined);
  // Those from before the page was opened are old news.
  if (vitals && first.current === undefined) first.current = (vitals.toasts.at(-1)?.id ?? -1) + 1;
  const mine = vitals?.toasts.filter(({ id, user }) => user === ME && id >= (first.current ?? 0)) ?? [];
  return (
    <div class="toasts" role="status">
      {!online && <p class="toast bad">The playground does not answer. Is “npm start” still running?</p>}
      {faults.map(({ id, message }) => (
        <div key={`fault ${id}`} class="toast bad">
          <p>{message}</p>
          <button
            type="button"
            class="icon"
            aria-label="Close this message"
            onClick={() => happened({ kind: 'fault-read', id })}
          >
            ×
          </button>
        </div>
      ))}
      {vitals?.waiting
        .filter(({ user }) => user === ME)
        .map(({ label }) => (
          <p key={label} class="toast">
            “{label}” begins as soon as the sidebar’s script has ended.
          </p>
        ))}
      {mine.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Toast({ toast: { title, message, seconds } }: { toast: ShownToast }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Less than nothing means: until it is closed.
    if (seconds < 0) return;
    const timer = setTimeout(() => setOver(true), seconds * 1_000);
    return () => clearTimeout(timer);
  }, []);
  if (over) return null;
  return (
    <div class="toast">
      <div>
        {title && <strong>{title}</strong>}
        <p>{message}</p>
      </div>
      <button type="button" class="icon" aria-label="Close this message" onClick={() => setOver(true)}>
        ×
      </button>
    </div>
  );
}
