// What must be there before anything else can be loaded; plain JavaScript, so that an old Node can still say so.

/** The first step that is missing, as a sentence, or undefined. `wanted` is package.json's `engines.node`, such as ">=20.19". */
export function missingFirstStep(version, wanted, isInstalled) {
  const least = wanted.replace(/[^\d.]/g, '');
  if (isOlder(version, least))
    return `This needs Node ${least} or newer, and here is ${version}. Install it from https://nodejs.org, then run this again.`;
  if (!isInstalled('tsx') || !isInstalled('@google/clasp'))
    return 'Nothing is installed here yet. Run: npm ci';
  return undefined;
}

function isOlder(version, least) {
  const [is, must] = [version, least].map((text) => text.replace(/^v/, '').split('.').map(Number));
  const at = must.findIndex((part, i) => (is[i] || 0) !== part);
  return at >= 0 && (is[at] || 0) < must[at];
}
