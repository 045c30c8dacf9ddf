import { describe, expect, it } from 'vitest';
import { BadInput } from '../common/bad-input';
import { PORT, parseStart } from './start-options';

describe('npm start', () => {
  it('takes a port of its own unless one is named', () => {
    expect(parseStart([])).toEqual({ port: PORT, live: false });
    expect(parseStart(['--port', '0', '--live'])).toEqual({ port: 0, live: true });
  });

  it.each([['--port=no'], ['--port=70000'], ['--fast']])('refuses %s', (argument) => {
    expect(() => parseStart([argument])).toThrow(BadInput);
  });
});
