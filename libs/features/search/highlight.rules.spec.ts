import { describe, expect, it } from '@jest/globals';
import { excerpt, folded, type Sought } from './highlight.rules.js';

const sought = (...words: [string, boolean, ...string[]][]): Sought => ({
  words: words.map(([word, begun, ...stems]) => ({ word, begun, stems })),
  names: [],
});
const marked = (text: string | null, asked: Sought): string =>
  excerpt(text, asked)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('what was found', () => {
  it.each([
    [
      'with its accents',
      'La protección y la PROTECCIÓN',
      sought(['proteccion', false]),
      'La [protección] y la [PROTECCIÓN]',
    ],
    [
      'by its stem',
      'Refugiadas, refugio',
      sought(['refugiados', false, 'refugi']),
      '[Refugiadas], [refugio]',
    ],
    ['while it is typed', 'albergues temporales', sought(['albergu', true]), '[albergues] temporales'],
    [
      'as a whole word once the next one is typed',
      'sol y solar',
      sought(['sol', false], ['s', true]),
      '[sol] y solar',
    ],
    [
      'without the signs of Markdown',
      '**Dos** [casas](https://a.org)',
      sought(['casas', false]),
      'Dos [casas]',
    ],
    ['as text, whatever stands in it', '<b>una casa</b>', sought(['casa', false]), '<b>una [casa]</b>'],
    ['nowhere', 'nada', sought(['casa', false]), 'nada'],
  ])('is marked %s', (_what, text, asked, shown) => {
    expect(marked(text, asked)).toBe(shown);
  });

  it('is marked by the name behind an acronym, as one', () => {
    const asked: Sought = { ...sought(['comar', true]), names: ['Comisión Mexicana de Ayuda a Refugiados'] };
    expect(marked('La Comision Mexicana de Ayuda a Refugiados (COMAR)', asked)).toBe(
      'La [Comision Mexicana de Ayuda a Refugiados] ([COMAR])',
    );
  });

  it('is shown with the words around it, from where most of it stands', () => {
    const text = `casa ${'y otra cosa '.repeat(40)}la casa junto a la otra casa ${'y más '.repeat(60)}`;
    const shown = marked(text, sought(['casa', false]));
    expect(shown).toMatch(/^… .*\[casa\] junto a la otra \[casa\].* …$/);
    expect(shown.length).toBeLessThan(240);
  });

  it('is nothing of nothing', () => {
    expect(excerpt(null, sought(['casa', false]))).toEqual([]);
  });

  it('keeps every letter in its place when folded', () => {
    const text = 'İstanbul, Ñandú, ﬁn, Ǆ, 𝒜';
    expect(folded(text)).toHaveLength(text.length);
    expect(folded('Ñandú')).toBe('nandu');
  });
});
