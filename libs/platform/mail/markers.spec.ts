import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml, readTemplate, type Vars } from './markers.js';

const filled = (template: string, vars: Vars): string => readTemplate(template)(vars, escapeHtml);

describe('filling a template', () => {
  it('escapes what it puts in, also inside quotes', () => {
    expect(filled('<a href="{{url}}">{{ name }}</a>', { url: `"><script>`, name: `Núñez & 'Cía'` })).toBe(
      '<a href="&quot;&gt;&lt;script&gt;">Núñez &amp; &#39;Cía&#39;</a>',
    );
  });

  it('repeats a section for each of a list, with the outer names still known', () => {
    const vars = {
      state: 'GT',
      items: [
        { code: 'GT-01', late: true },
        { code: 'GT-02', late: false },
      ],
    };
    expect(filled('{{#items}}{{state}}:{{code}}{{#late}}!{{/late}} {{/items}}', vars)).toBe(
      'GT:GT-01! GT:GT-02 ',
    );
  });

  it('shows the other words when there is nothing', () => {
    const template = '{{#items}}x{{/items}}{{^items}}nothing due{{/items}}';
    for (const items of [[], null, undefined, false, '', 0])
      expect(filled(template, { items })).toBe('nothing due');
  });

  it('enters an object as a scope', () => {
    expect(
      filled('{{#person}}{{name}} of {{state}}{{/person}}', { state: 'HN', person: { name: 'Ana' } }),
    ).toBe('Ana of HN');
  });

  it('leaves no empty line where a section marker stood alone', () => {
    expect(
      filled('Due:\n{{#items}}\n- {{code}}\n{{/items}}\nBye\n', { items: [{ code: 'a' }, { code: 'b' }] }),
    ).toBe('Due:\n- a\n- b\nBye\n');
  });

  it.each([
    ['{{#a}}x', "does not close 'a'"],
    ['x{{/a}}', "closes 'a', which is not open there"],
    ['{{#a}}{{#b}}{{/a}}{{/b}}', "closes 'a', which is not open there"],
  ])('refuses %s', (template, message) => {
    expect(() => readTemplate(template)).toThrow(message);
  });

  it('refuses a variable that was not given, even one that every object has', () => {
    expect(() => filled('{{name}}', {})).toThrow("asks for 'name'");
    expect(() => filled('{{constructor}}', {})).toThrow("asks for 'constructor'");
  });

  it('never lets a value open a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(filled('<p title="{{value}}">', { value })).toMatch(/^<p title="[^<>"]*">$/);
      }),
    );
  });
});
