import { MARKDOWN_LIMIT, renderMarkdown } from './markdown.js';

/** What attackers write, as published lists collect it: each must come out as text. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>@import url(//evil.example)</style>',
  '<!--><script>alert(1)</script>-->',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](java&#x0A;script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/svg+xml;utf8,<svg onload=alert(1)>)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example/path)',
  '[x](/sign-out)',
  '![x](https://evil.example/pixel.gif)',
  '![x](data:image/gif;base64,R0lGODlhAQABAAAAACw=)',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '[x](https://a.example "onmouseover=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1))',
  '[x](https://a.example" onmouseover="alert(1))',
  "[x](https://a.example/' onmouseover='alert(1))",
  '[<img src=x onerror=alert(1)>](https://a.example)',
  '`<script>alert(1)</script>`',
  '```"><script>alert(1)</script>\ncode\n```',
  '``` html" onload="alert(1)\ncode\n```',
  'https://a.example/"><script>alert(1)</script>',
  '> <b onclick=alert(1)>\n\n# <h1 onclick=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
];

/** Tags with their attributes, apart from escaped text. */
function tags(html: string): { name: string; attributes: Record<string, string> }[] {
  return [...html.matchAll(/<\/?([a-zA-Z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gu)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries([...rest.matchAll(/([a-z-]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, value])),
  }));
}

const ALLOWED = new Set(['p', 'br', 'strong', 'em', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr', 'h3', 'h4', 'h5', 'h6']);

describe('renderMarkdown', () => {
  it.each(ATTACKS)('lets nothing act: %j', (attack) => {
    const html = renderMarkdown(attack);
    const found = tags(html);
    for (const { name, attributes } of found) {
      expect(ALLOWED).toContain(name);
      for (const key of Object.keys(attributes)) expect(['href', 'rel', 'title', 'class', 'start']).toContain(key);
      if (attributes['href'] !== undefined) {
        expect(attributes['href']).toMatch(/^(?:https?:\/\/|mailto:)/u);
        expect(attributes['rel'] ?? '').toBe('nofollow noopener ugc');
      }
    }
    // Every angle bracket belongs to a tag that was counted.
    const rest = html.replace(/<\/?([a-zA-Z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gu, '');
    expect(rest).not.toMatch(/[<]/u);
  });

  it('writes what people need', () => {
    expect(renderMarkdown('**Τρεις** _κάρτες_ ~~όχι~~\nνέα γραμμή')).toBe(
      '<p><strong>Τρεις</strong> <em>κάρτες</em> <s>όχι</s><br>\nνέα γραμμή</p>\n',
    );
    expect(renderMarkdown('- a\n- b\n\n3. c')).toBe('<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start="3">\n<li>c</li>\n</ol>\n');
    expect(renderMarkdown('> слова')).toBe('<blockquote>\n<p>слова</p>\n</blockquote>\n');
    expect(renderMarkdown('see https://example.org/a?b=1&c=2.')).toBe(
      '<p>see <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow noopener ugc">https://example.org/a?b=1&amp;c=2</a>.</p>\n',
    );
    expect(renderMarkdown('[write](mailto:a@example.org)')).toBe(
      '<p><a href="mailto:a@example.org" rel="nofollow noopener ugc">write</a></p>\n',
    );
  });

  it('begins headings below those of the page', () => {
    expect(renderMarkdown('# a\n\n## b\n\n###### c')).toBe('<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>\n');
  });

  it('stays small on what other renderers choke on', () => {
    const size = 20_000;
    const bombs = [
      '>'.repeat(size),
      '- '.repeat(size / 2),
      '['.repeat(size),
      '*a_ '.repeat(size / 4),
      '`a'.repeat(size / 2),
      '[a]('.repeat(size / 4),
      '~~**'.repeat(size / 4),
      'http://'.repeat(size / 7),
      '|a'.repeat(size / 2),
      `[a]: https://a.example/${'x'.repeat(9_000)}\n\n${'[a]'.repeat(3_000)}`,
    ];
    for (const bomb of bombs) expect(renderMarkdown(bomb).length).toBeLessThan(size * 30);
  });

  it('makes the inner links that it is told, not in code or other links, and no more than it may', () => {
    const find = (text: string, at: number) => (text.startsWith('@a', at) ? { length: 2, href: '/a', words: '<a>' } : null);
    expect(renderMarkdown('@a `@a` [@a](https://example.org) @b', find)).toBe(
      '<p><a href="/a">&lt;a&gt;</a> <code>@a</code> <a href="https://example.org" rel="nofollow noopener ugc">@a</a> @b</p>\n',
    );
    expect(renderMarkdown('@a', undefined)).toBe('<p>@a</p>\n');
    expect(renderMarkdown('@a '.repeat(10_000), find).match(/<a /gu)).toHaveLength(200);
  });

  it('refuses a text beyond every limit', () => {
    expect(() => renderMarkdown('a'.repeat(MARKDOWN_LIMIT + 1))).toThrow(RangeError);
  });
});
