import { describe, expect } from 'vitest';
import { played } from './stage';

const TABLE = [['Country'], ['France'], ['Brazil'], ['Japan'], ['Kenya'], ['Peru']];

describe('somebody who has never seen it', () => {
  played('gets from an empty sidebar to filled cells with the mouse', { table: TABLE }, async ({ owner }) => {
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    await sidebar.ask('Capital', 'What is the capital of {{Country}}?');
    await sidebar.save();
    await sidebar.enrich.click();
    expect(await sidebar.receipt()).toContain('5 questions asked, 5 rows answered, for $0.03');
    expect(owner.column('Capital')).toEqual(['']);
  });
});
