/** The first step that is missing, as a sentence, or undefined. `wanted` is package.json's `engines.node`, such as ">=20.19". */
export function missingFirstStep(
  version: string,
  wanted: string,
  isInstalled: (name: string) => boolean,
): string | undefined;
