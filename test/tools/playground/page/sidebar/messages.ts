/** What crosses between the page and the sidebar's frame. */
import type { CallReply } from '../../wire';

/** From the frame, which may hold anything: to be checked. */
export type FromFrame =
  | { readonly kind: 'call'; readonly call: number; readonly fn: string; readonly args: readonly unknown[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'focus' };

/** To the frame: how a call ended, and how far the playground's clock has been turned ahead of this machine's. */
export type ToFrame =
  | { readonly kind: 'reply'; readonly call: number; readonly reply: CallReply }
  | { readonly kind: 'clock'; readonly ahead: number };

/** A message of the frame, or undefined where it is none of ours. */
export function fromFrame(data: unknown): FromFrame | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  if (data.kind === 'close' || data.kind === 'focus') return { kind: data.kind };
  if (data.kind !== 'call' || !('call' in data) || !('fn' in data) || !('args' in data)) return undefined;
  const { call, fn, args } = data;
  if (typeof call !== 'number' || typeof fn !== 'string' || !Array.isArray(args)) return undefined;
  return { kind: 'call', call, fn, args };
}
