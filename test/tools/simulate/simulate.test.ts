/** `npm run simulate` as a person meets it. What is typed wrong is refused in a sentence: a check that plays nothing must not look like one that passed. */
import { describe, expect, it } from 'vitest';
import { THOROUGH } from '../../world/thorough';
import { BadInput } from '../common/bad-input';
import { typedIn } from '../common/typed-in';
import { main } from './command';
import { parseSimulate } from './options';

const simulate = (...args: string[]) => typedIn((streams) => main(args, streams));

describe('npm run simulate', () => {
  it('plays a seed, and counts what happened in its last line', async () => {
    const { status, out, err } = await simulate('--seeds', '1', '--from', '4');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ seeds: 1, violations: 0, failing: [], kills: 1 });
  });

  it.runIf(THOROUGH)('hunts a broken engine, and names the seed that catches it', async () => {
    const { status, out } = await simulate('--mutant', 'leave the trigger');
    expect(status).toBe(0);
    expect(out).toMatch(/^leave the trigger behind +seed \d+, promise 6: .*\n$/);
  });

  it('plays two hundred seeds from the first one on, unless others are named', () => {
    expect(parseSimulate([])).toMatchObject({ seeds: 200, from: 1, theme: '', hunted: undefined });
    expect(parseSimulate(['--seeds', '1', '--from', '40619'])).toMatchObject({ seeds: 1, from: 40_619 });
  });

  it('hunts all broken engines, or those that are named', () => {
    expect(parseSimulate(['--mutants'])).toMatchObject({ hunted: '' });
    expect(parseSimulate(['--mutant', 'mark'])).toMatchObject({ hunted: 'mark' });
  });

  it.each([['--seeds', 'ten'], ['--from', '-1'], ['--seed', '1'], ['7']])('refuses %s %s', (...args) => {
    expect(() => parseSimulate(args)).toThrow(BadInput);
  });

  it.each(['--theme', '--mutant'])('refuses a word of %s that is in no name', async (option) => {
    const refused = { status: 2, out: '', err: expect.stringContaining('"no such word"') };
    expect(await simulate(option, 'no such word')).toMatchObject(refused);
  });

  it('says what it can', async () => {
    expect(await simulate('--help')).toMatchObject({
      status: 0,
      out: expect.stringContaining('--theme WORD'),
    });
  });
});
