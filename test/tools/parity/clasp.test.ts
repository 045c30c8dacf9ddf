/** clasp takes the folder that it is started in for its project, also the second time, when it finds its own notes there; run with THOROUGH=1. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { THOROUGH } from '../../world/thorough';
import { realClasp } from './clasp';

it.skipIf(!THOROUGH)('a push gets as far as the login', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enrich-parity-'));
  // As clasp writes it: its files are in the folder itself.
  writeFileSync(
    join(folder, '.clasp.json'),
    JSON.stringify({ scriptId: 'a-script-that-is-nowhere', rootDir: '' }),
  );
  writeFileSync(join(folder, 'appsscript.json'), '{}');
  const before = process.env.HOME;
  process.env.HOME = folder;
  try {
    expect(realClasp(['push', '--force'], folder).out).toContain('No credentials found.');
  } finally {
    process.env.HOME = before;
    rmSync(folder, { recursive: true });
  }
});
