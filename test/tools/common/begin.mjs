// `npm run deploy`, `parity` and `probe`, as far as any Node can read it: says what is missing, then loads the command of that name.
import { existsSync, readFileSync } from 'node:fs';
import { missingFirstStep } from './first-steps.mjs';

const root = new URL('../../../', import.meta.url);
const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const missing = missingFirstStep(process.version, engines.node, (name) =>
  existsSync(new URL(`node_modules/${name}/package.json`, root)),
);
if (missing) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const { tsImport } = await import('tsx/esm/api');
  // What is left is what the person typed.
  const [name] = process.argv.splice(2, 1);
  await tsImport(`../${name}/${name}.ts`, import.meta.url);
}
