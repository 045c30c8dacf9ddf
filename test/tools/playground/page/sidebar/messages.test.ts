import { describe, expect, it } from 'vitest';
import { fromFrame } from './messages';

describe('a message of the sidebar’s frame', () => {
  it('is a call with plain data, or one of two wishes', () => {
    const call = { kind: 'call', call: 1, fn: 'sidebarCall', args: ['start', null] };
    expect(fromFrame(call)).toEqual(call);
    expect(fromFrame({ kind: 'close', more: 'of it' })).toEqual({ kind: 'close' });
    expect(fromFrame({ kind: 'focus' })).toEqual({ kind: 'focus' });
  });

  it.each([
    ['a text'],
    [null],
    [{ kind: 'open' }],
    [{ kind: 'call', call: '1', fn: 'x', args: [] }],
    [{ kind: 'call' }],
  ])('%j is none of ours', (data) => {
    expect(fromFrame(data)).toBeUndefined();
  });
});
