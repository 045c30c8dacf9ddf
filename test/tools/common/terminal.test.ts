import { afterEach, describe, expect, it, vi } from 'vitest';
import { printable, Terminal } from './terminal';

afterEach(() => vi.unstubAllEnvs());

/** A terminal that keeps what it was told. */
function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { written, terminal: new Terminal({ isTTY, write: (text) => written.push(text) }) };
}

describe('a terminal', () => {
  it('has colours', () => {
    vi.stubEnv('NO_COLOR', '');
    expect(terminal(true).terminal.paint('red', 'no')).toBe('\u001b[31mno\u001b[39m');
  });

  it('has none where NO_COLOR is set, or in a file', () => {
    expect(terminal(false).terminal.paint('red', 'no')).toBe('no');
    vi.stubEnv('NO_COLOR', '1');
    expect(terminal(true).terminal.paint('red', 'no')).toBe('no');
  });

  it('moves a bar', () => {
    const { written, terminal: screen } = terminal(true);
    screen.progress(0.5, '5 of 10');
    expect(written.join('')).toMatch(/^\r.*\[█{15}░{15}\] 5 of 10$/);
  });

  it('prints a line now and then in a file', () => {
    const { written, terminal: screen } = terminal(false);
    for (let i = 1; i <= 100; i++) screen.progress(i / 100, `${i} of 100`);
    expect(written).toEqual(['20 of 100\n', '40 of 100\n', '60 of 100\n', '80 of 100\n', '100 of 100\n']);
  });

  it('shows no control characters from a cell', () => {
    expect(printable('a\u001b[2Jb\r\nc\u202ed')).toBe('a [2Jb c d');
  });
});
