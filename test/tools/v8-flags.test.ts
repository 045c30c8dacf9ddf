/** The tests run on every Node that is supported: a worker gets no flag that its V8 would refuse to start with. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { knownIn, v8Flags } from './v8-flags';

it('leaves out what the V8 of Node 22 and 24 knows by a longer name alone', () => {
  const list = `  --gc-global (always perform global GCs)
        type: bool  default: --no-gc-global
  --force-emit-interrupt-budget-checks (force emit tier-up logic)
`;
  expect(knownIn(list, ['--gc-global', '--interrupt-budget=1200000'])).toEqual(['--gc-global']);
});

it('finds flags that this Node starts with', () => {
  const flags = v8Flags();
  expect(flags).toContain('--max-semi-space-size=64');
  expect(execFileSync(process.execPath, [...flags, '-p', '1 + 1'], { encoding: 'utf8' })).toBe('2\n');
});
