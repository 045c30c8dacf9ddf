/** What a cell of pages is given: titles a line each, links over them, and a note. */
import { describe, expect, it } from 'vitest';
import { readingOf, shownBy } from '../../../src/sheet/cells';
import { type Link, Linked, linkedTo, noteAfter, noteHash, withNote } from '../../../src/sheet/linked';

const page = (title: string, url: string, excerpt = '') => ({ title, url, excerpt });

/** Each link with the text that it is on. */
function linked(content: Linked): [text: string, url: string][] {
  const links: readonly Link[] = 'row' in content.links ? [] : content.links;
  return links.map(({ start, end, url }) => [content.text.slice(start, end), url]);
}

describe('a cell of pages', () => {
  it('has a title a line, each a link; the address where there is no title, and no link that is a script', () => {
    const pages = [
      page('=HYPERLINK("x")', 'https://a.org/1'),
      page('', 'http://b.org'),
      page('Bad', 'javascript:alert(1)'),
    ];
    const content = linkedTo(pages);
    expect(content.text).toBe('=HYPERLINK("x")\nhttp://b.org\nBad');
    expect(linked(content)).toEqual([
      ['=HYPERLINK("x")', 'https://a.org/1'],
      ['http://b.org', 'http://b.org'],
    ]);
    expect(readingOf({ kind: 'pages', pages })).toBe(content.text);
    expect(shownBy(content)).toBe(content.text);
  });

  it('is cut as any text is, and links nothing that is cut away', () => {
    const long = [page('x'.repeat(49_000), 'https://a.org'), page('y'.repeat(2_000), 'https://b.org')];
    const content = linkedTo(long);
    expect(content.text).toHaveLength(50_000);
    expect(linked(content).map(([, url]) => url)).toEqual(['https://a.org']);
  });

  it('says in its note what the pages say, as far as anybody reads', () => {
    const said = [page('A', 'https://a.org', 'This.'), page('B', ''), page('', 'https://c.org', 'That.')];
    expect(linkedTo(said).note).toBe('A\nThis.\n\nhttps://c.org\nThat.');
    const many = Array.from({ length: 20 }, (_, i) => page(`P${i}`, 'https://p.org', 'x'.repeat(300)));
    expect(linkedTo(many).note.length).toBeLessThanOrEqual(2_000);
    expect(linkedTo(many).note).toMatch(/x$/);
  });
});

describe('the note that was left', () => {
  it('goes with what it spoke of', () => {
    const left = noteHash('A\nThis.');
    expect(withNote('', '')).toBe('');
    const emptied = withNote('', left);
    expect(emptied).toEqual(new Linked('', [], '', left));
    expect(withNote("'typed", left)).toEqual(new Linked('typed', [], '', left));
    expect([noteAfter(emptied), noteAfter('x')]).toEqual(['', '']);
    const next = linkedTo([page('B', 'https://b.org', 'That.')]);
    expect(withNote(next, left)).toEqual(next.over(left));
    expect(noteAfter(next)).toBe(noteHash('B\nThat.'));
  });
});
