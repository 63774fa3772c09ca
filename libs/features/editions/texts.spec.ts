import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { snapshotSample } from '../../../test/factories/snapshot-sample.js';
import { firstDraft } from './first-draft.rules.js';
import { ReferenceBook } from './reference.book.js';
import { referencesIn, rewritten } from './reference.grammar.js';
import { filledIn, writtenSection } from './section.blocks.js';
import { sectionsOf } from './section.plan.js';
import { languageState, problemsOf, wordsIn } from './text.checks.js';
import { numbersIn } from './typed-numbers.rules.js';

const book = new ReferenceBook(snapshotSample());
const told = (textEn: string, stateCode: string | null = null, textEs = '') =>
  problemsOf({ textEn, textEs }, stateCode, book).map(({ kind, lang, line, source }) => [
    kind,
    lang,
    line,
    source,
  ]);

describe('references', () => {
  it.each([
    ['{{fact:F1}}', 'about 12,800', 'alrededor de 12,800'],
    ['{{fact:F1.number}}', '12,800', '12,800'],
    ['{{rollup:MX.mean}}', '70%', '70\u00a0%'],
    ['{{rollup:MX.coverage}}', '2 of 4', '2 de 4'],
    ['{{rollup:region.fulfilled}}', '1', '1'],
    ['{{commitment:MX-01.percent}}', '40%', '40\u00a0%'],
    ['{{cycle:year}}', '2024', '2024'],
    ['{{cycle:cutoff}}', '31 October 2024', '31 de octubre de 2024'],
  ])('%s stands for the snapshot’s own figure in the language of the text', (source, en, es) => {
    expect(filledIn(source, 'en', book)).toContain(en);
    expect(filledIn(source, 'es', book)).toContain(es);
  });

  it.each([
    ['{{fact:ZZ}}', 'No fact has the code'],
    ['{{fact:F1.7}}', 'no figure number 7'],
    ['{{fact:F3}}', 'has no value'],
    ['{{rollup:BZ.mean}}', 'Nobody reported it'],
    ['{{rollup:MX.protection.speed}}', '“speed” is none of'],
    ['{{rollup:FR.mean}}', 'There are no commitments'],
    ['{{commitment:MX-99.stage}}', 'No commitment has the code'],
    ['{{weather:today}}', 'not to “weather”'],
    ['{{}}', 'not to “”'],
    ['{{fact:__proto__}}', 'No fact has the code'],
    ['{{rollup:MX.constructor}}', '“constructor” is none of'],
  ])('%s stands for nothing, and says why', (source, why) => {
    const [problem] = problemsOf({ textEn: `Well.\n\n${source}`, textEs: '' }, null, book);
    expect([problem?.kind, problem?.line, problem?.column]).toEqual(['unresolved', 3, 1]);
    expect(problem?.why.en).toContain(why);
  });

  it('are found with their place, whatever text stands around them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before.replace(/[{}]/g, '')}{{fact:F1}}${after.replace(/[{}]/g, '')}`;
        const [found] = referencesIn(text);
        expect(text.slice(found?.from, found?.to)).toBe('{{fact:F1}}');
        expect(rewritten(text, ({ source }) => source)).toBe(text);
      }),
    );
  });

  it('that are left open are told, so that no reader sees braces', () => {
    expect(told('It is {{fact:F1} here')).toEqual([
      ['unresolved', 'en', 1, expect.stringContaining('{{fact:F1}')],
    ]);
  });

  it('are listed with what they stand for, and each of those resolves', () => {
    const all = [...book.all()];
    expect(all.map(({ reference }) => reference)).toEqual(
      expect.arrayContaining([
        '{{fact:F1}}',
        '{{rollup:MX.mean}}',
        '{{commitment:MX-01.percent}}',
        '{{cycle:year}}',
      ]),
    );
    expect(all.map(({ reference }) => reference)).not.toContain('{{rollup:BZ.mean}}');
    for (const { reference, text } of all)
      expect(filledIn(reference, 'en', book)).not.toBe(reference + text.en);
  });

  it.each<[string, string]>([
    ['# A heading', '# A heading'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |', '| --- | --- |'],
    ['See ![x](https://a.example/x.png).', '![x](https://a.example/x.png)'],
    ['<b>bold', '<b>'],
    ['One.\n\n---\n\nTwo.', '---'],
  ])('beside %j: signs that would be printed as they stand are pointed out', (text, source) => {
    expect(told(text)).toEqual([['literal', 'en', expect.any(Number), source]]);
  });

  it.each([
    '**bold** *italics* 3 < 5 > 2',
    '- one\n- two',
    '<https://a.example>',
    '[x](https://a.example)',
    'No. #3 | 4',
  ])('beside %j: what is set as meant, or means itself, alarms nobody', (text) =>
    expect(told(text)).toEqual([]),
  );

  it('to figures that a reader may not know yet are neither shown nor told', () => {
    const text = 'It is {{rollup:MX.mean}}.';
    const none = () => false;
    expect(filledIn(text, 'en', book, none)).not.toContain('70');
    expect(problemsOf({ textEn: text, textEs: '' }, 'MX', book, none).map(({ kind }) => kind)).toEqual([
      'hidden',
    ]);
  });
});

describe('numbers typed by hand', () => {
  it.each([
    ['12,800 people', [12800, 12.8]],
    ['1.390.000 personas', [1390000]],
    ['12 800 people', [12800]],
    ['54.5% of', [54.5]],
    ['7 children', [7]],
    ['53,2 por ciento', [53.2]],
  ])('in “%s” are read as either language writes them', (text, values) => {
    expect(numbersIn(text)[0]?.values).toEqual(values);
  });

  it.each([
    ['es', 'treinta y tres compromisos', 33, false],
    ['es', 'Dieciséis', 16, false],
    ['es', 'doscientas cuarenta mil quinientas once', 240_511, false],
    ['es', 'mil personas', 1000, false],
    ['es', 'cincuenta y tres por ciento', 53, true],
    ['en', 'thirty-three commitments', 33, false],
    ['en', 'a hundred and twenty', 120, false],
    ['en', 'twelve thousand eight hundred people', 12_800, false],
    ['en', 'fifty percent', 50, true],
  ] as const)('in words are read: %s, “%s”', (lang, text, value, percent) => {
    expect(numbersIn(text, lang)).toEqual([expect.objectContaining({ values: [value], percent })]);
  });

  it.each([
    ['es', 'una mesa y un espacio; cientos de doscientos-uno, milagros'],
    ['en', 'one room, a centre, often, someone, seventh'],
  ] as const)('are no articles and no parts of words: %s', (lang, text) => {
    expect(numbersIn(text, lang)).toEqual([]);
  });

  it('are not looked for within codes, days and references', () => {
    expect(numbersIn('MX-01, F1, 2024-09-30 and {{fact:F1}}')).toEqual([]);
  });

  it.each<[string, string | null, string[]]>([
    ['Of F1 the State says 12,800.', null, []],
    ['Of F1 the State says 12,700.', null, ['12,700']],
    ['In 2024, F1 is 7,000 women.', null, []],
    ['MX-01 is at 40%.', null, []],
    ['MX-01 is at 45%.', null, ['45%']],
    ['The mean progress of Mexico is 70%.', null, []],
    ['The mean progress of Mexico is 72%.', null, ['72%']],
    ['The mean progress is 72%.', 'MX', ['72%']],
    ['The mean progress is 72%.', null, []],
    ['Mexico reported 2 of 4 commitments.', null, []],
    ['Mexico reported 3 of 5 commitments.', null, ['3 of 5 commitments']],
    ['Mexico reported two of four commitments.', null, []],
    ['Mexico reported three of its four commitments.', null, ['three of its four commitments']],
    ['The mean progress of Mexico is seventy-two percent.', null, ['seventy-two percent']],
    ['About 300 schools opened.', 'MX', []],
  ])('“%s” (chapter: %s) is pointed out at %j', (text, stateCode, sources) => {
    expect(told(text, stateCode)).toEqual(sources.map((source) => ['contradiction', 'en', 1, source]));
  });

  it('are pointed out in Spanish as well', () => {
    expect(told('', null, 'El avance medio de México es de 72 %.')).toEqual([
      ['contradiction', 'es', 1, '72 %'],
    ]);
    const [mean] = problemsOf({ textEn: '', textEs: 'El avance medio de México es de 72 %.' }, null, book);
    expect(mean?.why.es).toContain('70\u00a0%');
    expect(told('', 'MX', 'Informó tres de los cinco compromisos.')).toEqual([
      ['contradiction', 'es', 1, 'tres de los cinco compromisos'],
    ]);
  });

  it('are no contradiction where an approved text of the State says them of the same unit', () => {
    const sample = snapshotSample();
    const [first, ...others] = sample.updates;
    const approving = new ReferenceBook({
      ...sample,
      figures: sample.figures.map((figure) =>
        figure.value === null ? figure : { ...figure, unitEn: 'visits', unitEs: 'visitas' },
      ),
      updates: [
        { ...first!, narrativeEn: 'Eighty visits to shelters.', narrativeEs: 'Ochenta visitas a albergues.' },
        ...others,
      ],
    });
    const texts = { textEn: 'There were 80 visits. Then 90 visits.', textEs: '' };
    expect(problemsOf(texts, 'MX', approving).map(({ source }) => source)).toEqual(['90']);
  });
});

describe('a section', () => {
  const mexico = sectionsOf('annual', book.index.states).find(({ key }) => key === 'chapter-MX');

  it('comes into the report with its figures, and with the places where they are told', () => {
    const texts = { textEn: 'Mean: {{rollup:MX.mean}}, see {{fact:F1.number}}.', textEs: '' };
    const written = mexico && writtenSection(mexico, texts, 'en', book);
    expect(written?.blocks[0]).toEqual({ type: 'prose', markdown: 'Mean: 70%, see 12,800.', lang: 'en' });
    expect(JSON.stringify(written?.blocks[1])).toContain('"to":"fact-F1"');
    const spanish = mexico && writtenSection(mexico, texts, 'es', book);
    expect(spanish?.blocks[0]).toMatchObject({ type: 'prose', lang: 'en' });
    expect(mexico && writtenSection(mexico, { textEn: ' ', textEs: '' }, 'en', book)).toBeNull();
  });

  it('has a first draft in both languages in which every reference resolves and no number contradicts', () => {
    for (const planned of [...sectionsOf('annual', book.index.states), ...sectionsOf('mid_year', [])]) {
      const draft = firstDraft(planned, book);
      const kinds = problemsOf(draft, planned.stateCode, book).map(({ kind }) => kind);
      // What exists in one language only is marked, and the mark has to go before the section is final.
      expect([planned.key, kinds]).toEqual([planned.key, planned.key === 'at-risk' ? ['untranslated'] : []]);
    }
    const of = (wanted: string) =>
      firstDraft(
        sectionsOf('mid_year', []).find(({ key }) => key === wanted)!,
        book,
      );
    // The foreword does not say over again what the results say of each State, and what changed says nothing else.
    expect(of('results').textEs).toBe(`${of('foreword').textEs}\n\n${of('results').textEs.split('\n\n')[1]}`);
    expect(filledIn(of('changed').textEs, 'es', book)).toMatch(
      /^- La región: \+20\sp\.\sp\. desde el último ciclo de este tipo$/,
    );
    const [untold] = sectionsOf('mid_year', []).filter(({ key }) => key === 'at-risk');
    expect(untold && firstDraft(untold, book).textEs).toContain('[por traducir] Few staff');
    const { textEn, textEs } = firstDraft(mexico ?? sectionsOf('mid_year', [])[0]!, book);
    expect(textEn).toContain('{{rollup:MX.coverage}}');
    expect(textEn).toContain('Visits to *three* stations.');
    expect(textEs).toContain('Visitas a *tres* estaciones.');
    // Sentences in both languages; a stage that no commitment is in is not told.
    expect(filledIn(textEn, 'en', book)).toMatch(
      /Mexico reported on 2 of 4 commitments\. Their mean progress is 70%\. By stage: in progress, 1; fulfilled, 1\./,
    );
    expect(filledIn(textEs, 'es', book)).toMatch(
      /México informó sobre 2 de 4 compromisos\..* Por etapa: en curso, 1; cumplidos, 1\./,
    );
    expect(textEs).toContain('**Protección** (compromisos informados: {{rollup:MX.protection.coverage}})');
    expect(textEs).toContain('estaciones. Cifras: {{fact:F1}}.');
  });

  it('counts words and knows its languages', () => {
    expect(wordsIn('Two words, {{fact:F1}} – three')).toBe(4);
    expect(languageState({ textEn: 'x', textEs: ' ' })).toBe('en_only');
  });
});
