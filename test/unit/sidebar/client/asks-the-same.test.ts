/** Whether an answer to what was tried answers what is saved. */
import { describe, expect, it } from 'vitest';
import { asksTheSame } from '../../../../src/sidebar/client/model/asks-the-same';
import type { Draft } from '../../../../src/sidebar/protocol';
import { CAPITAL, SAVED } from '../../../world/sidebar-samples';

const changed = (change: Partial<Draft>): boolean => asksTheSame({ ...CAPITAL, ...change }, SAVED);

describe('what is saved asks what was tried', () => {
  it.each<[string, Partial<Draft>]>([
    ['as it is', {}],
    ['under another name and id', { name: 'Capitals', id: '' }],
    [
      'with columns given to its fields',
      { fields: CAPITAL.fields.map((field) => ({ ...field, slot: 'a' })) },
    ],
  ])('%s', (_, change) => expect(changed(change)).toBe(true));

  it.each<[string, Partial<Draft>]>([
    ['another question', { template: 'Currency of {{Country}}?' }],
    ['another field', { fields: [{ name: 'Capital', kind: 'text' }] }],
    ['another depth', { options: { ...CAPITAL.options, depth: 'deep' } }],
    ['something that cannot be read', { schema: '', options: { depth: 'bottomless' } }],
  ])('but not with %s', (_, change) => expect(changed(change)).toBe(false));
});
