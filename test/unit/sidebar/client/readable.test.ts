/** A page in Markdown, as it reads. */
import { describe, expect, it } from 'vitest';
import { readable } from '../../../../src/sidebar/client/model/readable';

describe('a page in Markdown', () => {
  it.each([
    ['headings', '# One\ntext\n## Two ##\nmore', 'One\ntext\n\nTwo\nmore'],
    ['headings that are underlined', 'One\n===\ntext\n\nTwo\n---\n', 'One\n\ntext\n\nTwo'],
    ['lists', '- a\n  * b\n+ [x] c\n- [ ] d\n1. e', '• a\n  • b\n• ☑ c\n• ☐ d\n1. e'],
    ['links', 'See [the *site*](https://a.example/x_(y) "title") and [more][1].', 'See the site and more.'],
    ['links over several lines', '[\n\n### News\n\n](https://a.example/)', 'News'],
    ['where links of another place lead', 'a\n[1]: https://a.example/ "x"\nb', 'a\n\nb'],
    ['addresses', 'At <https://a.example/a_b_c>.', 'At https://a.example/a_b_c.'],
    ['images by what they show', '![A logo](data:image/png;base64,AAAA) x ![](y.png)', 'A logo x'],
    ['images that are links', '[![Logo](l.png)](https://a.example/)', 'Logo'],
    ['tables', '| Name | City |\n|:--|---:|\n| Ann | **Rome** |', 'Name · City\n\nAnn · Rome'],
    [
      'emphasis',
      '**bold**, *it*, ***both***, __b__, _i_, ~~gone~~, **a *b* c**',
      'bold, it, both, b, i, gone, a b c',
    ],
    ['what only looks like it', 'a_b_c, 2 * 3 * 4, __init, 5*', 'a_b_c, 2 * 3 * 4, __init, 5*'],
    ['quotations', '> a\n> > b', 'a\nb'],
    ['lines across', 'a\n\n* * *\n\nb\n\n---\nc', 'a\n\nb\n\nc'],
    ['code', 'Use `a_b_ *c* &amp; <i>`.', 'Use a_b_ *c* &amp; <i>.'],
    ['blocks of code', 'x\n```js\n# no *heading*\n- [a](b)\n```\ny', 'x\n\n# no *heading*\n- [a](b)\n\ny'],
    ['escapes', String.raw`\*a\* \[b\](c) \# 1\. \\`, String.raw`*a* [b](c) # 1. \ `.trim()],
    [
      'entities, once',
      'R&amp;D &lt;b&gt; &#39;x&#x27; &nbsp;&amp;lt; &unknown;',
      "R&D <b> 'x'  &lt; &unknown;",
    ],
    [
      'HTML',
      '<div>a<br>b</div><span class="x">c</span><!-- d --><script>e()</script> 1 < 2',
      'a\nb\nc 1 < 2',
    ],
    ['letters of icons', 'a\ue021b', 'ab'],
  ])('loses the marks of %s', (_, markdown, text) => expect(readable(markdown)).toBe(text));

  it('is what it was where it has none', () => {
    const text = 'Two lines\nof text, 100% plain (really).\n\n1. One';
    expect(readable(text)).toBe(text);
  });

  it('is read at once, however long and hostile: what would look at one stretch again and again runs out of time here', () => {
    const hostile = [
      '[',
      '![',
      '](',
      '*a',
      '_a ',
      '`',
      '<',
      '<!--',
      '<script',
      '&',
      '> ',
      '| ',
      '- ',
      ' ',
      '~~',
      '((',
      '# ',
    ];
    for (const piece of hostile) expect(readable(piece.repeat(30_000)).length).toBeLessThan(300_000);
  });
});
