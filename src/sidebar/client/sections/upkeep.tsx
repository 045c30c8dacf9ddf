/** The add-on itself: its version, a report for whoever helps, and removing everything of it. Folded. */
import { VERSION } from '../../../enrichment/version';
import { Folded } from '../parts/section';
import { Removing } from './removing';
import { Report } from './report';

/** The folded line, and what is in it. */
export function Upkeep() {
  return (
    <Folded title="Help and removal" words={`version ${VERSION}`}>
      <Report />
      <Removing />
    </Folded>
  );
}
