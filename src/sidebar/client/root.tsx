/** The page as a whole: the sidebar, which begins anew once everything was removed, and then what has stayed. */
import { useState } from 'preact/hooks';
import type { Removal } from '../upkeep-types';
import { App } from './app';
import { useFocus } from './calls/use-focus';
import { waysOn } from './parts/messages';
import { Removed } from './sections/removing';

/** All of the page. */
export function Root() {
  const [removals, setRemovals] = useState<readonly Removal[]>([]);
  const focusOn = useFocus();
  waysOn.removed = (removal) => {
    setRemovals([...removals, removal]);
    focusOn('removed');
  };
  const last = removals[removals.length - 1];
  return (
    <>
      {last && <Removed stays={last.stays} />}
      <App key={removals.length} />
    </>
  );
}
