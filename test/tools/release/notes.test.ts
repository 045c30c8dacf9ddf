/** A release says what its changelog says, and there is none where tag, package and changelog disagree. */
import { describe, expect, it } from 'vitest';
import { notesFor } from './notes';

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
});
