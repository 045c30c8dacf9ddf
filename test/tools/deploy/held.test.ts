/** What is ours in a script is known again, and what Google puts into a new one; everything else is somebody's work. */
import { describe, expect, it } from 'vitest';
import { built, PROFILES } from '../../world/built';
import { firstEdition } from '../../world/first-edition';
import { strangersIn } from './held';

describe('the files of a script', () => {
  it.each(PROFILES)('are ours as they are built for %s', async (profile) => {
    const files = Object.entries(await built(profile)).map(([name, text]) => ({ name, text }));
    expect(strangersIn(files)).toEqual([]);
  });

  it('are ours as the first edition was built', async () => {
    const { 'Code.js': text = '' } = await firstEdition;
    expect(strangersIn([{ name: 'Code.js', text }])).toEqual([]);
  });

  it.each([
    ['Code.js', ''],
    ['Code.js', 'function myFunction() {\n  \n}\n'],
    ['Código.js', 'function myFunction() {\n\n}'],
    ['appsscript.json', '{ "timeZone": "Europe/Paris" }'],
  ])('%s is nobody’s as Google makes it: %j', (name, text) => {
    expect(strangersIn([{ name, text }])).toEqual([]);
  });

  it.each([
    ['Code.js', 'function myFunction() {\n  mine();\n}'],
    ['Code.js', '// enrichWithLinkup\nconst secret = 1;'],
    ['Sidebar.html', '<p>Mine</p>'],
    ['Notes.html', ''],
  ])('%s is somebody’s: %j', (name, text) => {
    expect(strangersIn([{ name, text }])).toEqual([name]);
  });
});
