/** A release says what its changelog says, and there is none where tag, package and changelog disagree. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { built } from '../../world/built';
import { main } from './command';
import { notesFor, notesSoFar } from './notes';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.1.0] - 2027-01-05

### Added

- Something new.

## [1.0.0] - 2026-12-01

- The first.
`;

describe('the notes of a release', () => {
  it('are what the changelog says of it, and what its files are for', () => {
    const notes = notesFor('v1.1.0', '1.1.0', CHANGELOG);
    expect(notes).toMatch(/^### Added\n\n- Something new\.\n\n### The files/);
    expect(notes).not.toContain('The first.');
  });

  it('are refused where the tag is of another version than the package', () => {
    expect(() => notesFor('v1.2.0', '1.1.0', CHANGELOG)).toThrow(
      'The tag is v1.2.0 and package.json says 1.1.0',
    );
  });

  it('are refused where the newest of the changelog is another, or none', () => {
    expect(() => notesFor('v1.2.0', '1.2.0', CHANGELOG)).toThrow('CHANGELOG.md begins with 1.1.0');
    expect(() => notesFor('v1.2.0', '1.2.0', '## [Unreleased]\n')).toThrow('begins with no version');
  });

  it('are refused where something would go out that has no version yet', () => {
    const more = CHANGELOG.replace('## [Unreleased]\n', '## [Unreleased]\n\n- Not yet.\n');
    expect(() => notesFor('v1.1.0', '1.1.0', more)).toThrow('CHANGELOG.md begins with Unreleased');
    expect(notesSoFar(more)).toMatch(/^- Not yet\.\n\n### The files/);
  });
});

describe('the command', () => {
  const out = mkdtempSync(join(tmpdir(), 'release-'));
  afterAll(() => rmSync(out, { recursive: true }));

  async function release(...args: string[]) {
    const [said, refused]: [string[], string[]] = [[], []];
    const status = await main(args, {
      ...{ version: '1.1.0', changelog: CHANGELOG, bundle: built, out },
      write: (line) => said.push(line),
      refuse: (line) => refused.push(line),
    });
    return { status, said: said.join('\n'), refused: refused.join('\n') };
  }

  it('makes six files of different names, which one release can hold, and the notes beside them', async () => {
    expect(await release('--tag', 'v1.1.0')).toMatchObject({ status: 0, refused: '' });
    const names = Object.keys(await built());
    expect(readdirSync(join(out, 'release')).sort()).toEqual(
      [...names, ...names.map((name) => `addon-${name}`)].sort(),
    );
    expect(readFileSync(join(out, 'release', 'addon-Code.js'), 'utf8')).toBe(
      (await built('addon'))['Code.js'],
    );
    expect(readFileSync(join(out, 'release-notes.md'), 'utf8')).toContain('Something new.');
  });

  it('makes nothing for a wrong tag or an option that it does not know, and says what it can', async () => {
    rmSync(join(out, 'release'), { recursive: true, force: true });
    expect(await release('--tag', 'v9.9.9')).toMatchObject({
      status: 1,
      refused: expect.stringContaining('nothing is released'),
    });
    expect(await release('--tags')).toMatchObject({ status: 2, refused: expect.stringContaining('--tags') });
    expect(await release('--help')).toMatchObject({ status: 0, said: expect.stringContaining('--tag TAG') });
    expect(readdirSync(out)).toEqual(['release-notes.md']);
  });
});
