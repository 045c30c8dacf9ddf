/** Rules of cells: what they refuse for certain, and what is left to be tried because nobody says how Google compares. */
import { describe, expect, it } from 'vitest';
import type { CellRule } from '../../../src/enrichment/empty-columns';
import type { Content } from '../../../src/sheet/cells';
import { isRefused } from '../../../src/sheet/validation';

const CHOICE: CellRule = { kind: 'choice', choices: ['Yes', 'No', '5'] };

describe('a rule', () => {
  it.each<[CellRule, Content, boolean]>([
    [CHOICE, "'Yes", false],
    [CHOICE, "'yes ", false],
    [CHOICE, "'Yes, No", false],
    [CHOICE, "'Yes, Perhaps", true],
    [CHOICE, "'Perhaps", true],
    [CHOICE, 5, false],
    [CHOICE, 6, true],
    [CHOICE, '', false],
    [{ kind: 'choice', choices: [] }, "'Yes", false],
    [{ kind: 'checkbox' }, true, false],
    [{ kind: 'checkbox' }, "'true", false],
    [{ kind: 'checkbox' }, "'Yes", true],
    [{ kind: 'number' }, 7, false],
    [{ kind: 'number' }, "'about 7", false],
    [{ kind: 'number' }, "'many", true],
    [{ kind: 'date' }, '2026-11-26', false],
    [{ kind: 'date' }, "'soon", true],
  ])('of %o refuses %j for certain: %s', (rule, content, refused) => {
    expect(isRefused(rule, content)).toBe(refused);
  });
});
