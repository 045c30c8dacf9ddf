/** What a release says of itself: its own part of the changelog, and whether tag, package and changelog speak of one version. Pure. */
import { Stopped } from '../common/bad-input';

/** A version of the changelog: what changed for whoever uses it; what is not released yet has no version. */
interface Entry {
  readonly version: string;
  readonly text: string;
}

/** What stands above the first version while nothing else is released. */
const UNRELEASED = 'Unreleased';

/** The entries of a changelog, newest first. */
function entriesOf(changelog: string): Entry[] {
  const parts = changelog.split(/^## /m).slice(1);
  return parts.flatMap((part) => {
    const [, version, text = ''] =
      /^\[(Unreleased|\d+\.\d+\.\d+(?=\] - \d{4}-\d{2}-\d{2}\n))\][^\n]*\n([\s\S]*)$/.exec(part) ?? [];
    return version && text.trim() ? [{ version, text: text.trim() }] : [];
  });
}

/** The notes for a tag such as `v1.0.0`. Throws Stopped, with what to put right, where the three do not agree, or where something has no version yet. */
export function notesFor(tag: string, packaged: string, changelog: string): string {
  if (tag !== `v${packaged}`)
    throw new Stopped(
      `The tag is ${tag} and package.json says ${packaged}: nothing is released. Tag v${packaged}, or raise the version first.`,
    );
  const [newest] = entriesOf(changelog);
  if (newest?.version !== packaged)
    throw new Stopped(
      `CHANGELOG.md begins with ${newest?.version ?? 'no version'}, and this is ${packaged}: nothing is released. Give “${UNRELEASED}” its version and day first.`,
    );
  return `${newest.text}\n\n${HOW}\n`;
}

/** The notes as they stand today, for whoever only looks: of what is not released yet, where there is such a thing. */
export function notesSoFar(changelog: string): string {
  const [newest] = entriesOf(changelog);
  return `${newest?.text ?? ''}\n\n${HOW}\n`;
}

/** What the attached files are for. */
const HOW = `### The files

- \`Code.js\`, \`Sidebar.html\` and \`appsscript.json\` go into the script of your own sheet, without any tools: see *docs/install.md*.
- \`addon-Code.js\`, \`addon-Sidebar.html\` and \`addon-appsscript.json\` are the same as a published add-on needs them: see *docs/publish.md*.`;
