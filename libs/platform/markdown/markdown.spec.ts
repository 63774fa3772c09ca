import { describe, expect, it } from '@jest/globals';
import { stepsOf } from '../../../test/harness/steps.js';
import { narratives } from './index.js';

const REL = 'rel="noopener noreferrer nofollow"';

/** The only tags that a narrative can become; in text and attributes `<`, `>` and `"` are written as entities. */
const HARMLESS =
  /^<(\/?(p|ul|ol|li|em|strong|s|blockquote|code|a)|br|ol start="\d+"|a href="(https?:|mailto:)[^"]*"( title="[^"]*")? rel="[a-z ]+")>$/;

describe('a narrative', () => {
  it.each([
    ['one\ntwo\n\nthree', '<p>one<br>\ntwo</p>\n<p>three</p>\n'],
    ['- a\n- **b**', '<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n'],
    ['[x](https://a.example "t")', `<p><a href="https://a.example" title="t" ${REL}>x</a></p>\n`],
    ['<mailto:a@b.example>', `<p><a href="mailto:a@b.example" ${REL}>mailto:a@b.example</a></p>\n`],
    ['![x](https://a.example/x.png)', `<p>!<a href="https://a.example/x.png" ${REL}>x</a></p>\n`],
    ['# 1 & 2', '<p># 1 &amp; 2</p>\n'],
  ])('%j is shown as %j', (given, shown) => {
    expect(narratives.render(given)).toBe(shown);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox(1))',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/api/auth/sign-out)',
    '[x](tel:+1)',
    '<javascript:alert(1)>',
    '[x]\n\n[x]: javascript:alert(1)',
    '![x](javascript:alert(1))',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<!-- --><iframe src="https://evil.example">',
    '[x](https://a.example" onmouseover="alert(1))',
    '[x](<https://a.example" onmouseover="alert(1)> "t\\" onclick=\\"alert(1)")',
    '**<b onclick=alert(1)>**',
    '`<script>`',
    '```html\n<script>alert(1)</script>\n```',
    '<style>*{display:none}</style>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ])('keeps nothing of %j but text', (given) => {
    const tags = narratives.render(given).match(/<[^>]*>?/g) ?? [];
    expect(tags.filter((tag) => !HARMLESS.test(tag))).toEqual([]);
    expect(tags.length).toBeGreaterThan(1);
  });

  it.each(['[', '![', '*', '_a_', '> ', '- ', '<', '`', '\\', '&amp;', '[a](', '**a', '\n\n'])(
    'of 10,000 characters %j is read at once',
    async (part) => {
      const text = part.repeat(Math.floor(10_000 / part.length));
      expect(await stepsOf(() => narratives.render(text))).toBeLessThan(20_000_000);
    },
  );
});
