import type { FigureContent } from '#features/progress';
import { plainText, type Loose } from '../regional.reader.js';
import type { Box, Line } from '../report.document.js';
import { list, type Material, paragraph, type Part } from '../report.material.js';
import { boxOf, breakdownOf } from './figures.js';

const WORDS = {
  boxes: { en: 'Displacement in figures', es: 'El desplazamiento en cifras' },
  notes: { en: 'Notes to these figures', es: 'Notas a estas cifras' },
};

/** The regional context: displacement figures, each with its window and source. */
export const regionalContext: Part = {
  id: 'context',
  title: { en: 'Regional context', es: 'Contexto regional' },
  compose: (material) => {
    const figures = material.regional('context_figures').items();
    if (figures.length === 0) return null;
    const words = material.words(WORDS);
    const notes = figures.map(noteOf).filter((note) => note !== null);
    return {
      blocks: [
        { type: 'boxes', title: words.boxes, items: figures.map((figure) => contextBox(figure, material)) },
        ...(notes.length > 0 ? [...paragraph([{ kind: 'strong', text: words.notes }]), ...list(notes)] : []),
      ],
    };
  },
};

function contextBox(figure: Loose, material: Material): Box {
  const content = figureOf(figure);
  const shown = boxOf(content, figure.pair('label') ?? '', material);
  const parts = breakdownOf(content, material).map(({ title, text }) => `${title}: ${text}`);
  const note = [
    ...shown.note,
    ...(parts.length > 0 ? [`${shown.note.length > 0 ? '; ' : ''}${parts.join('; ')}`] : []),
  ];
  return {
    ...shown,
    note: [...note, ' ', ...material.sources.cite(figure.texts('sources'))],
    figureId: null,
    factId: null,
    updateId: null,
  };
}

/** A figure of the context in the form of all figures; the label is shown by the box itself. */
function figureOf(figure: Loose): FigureContent {
  const parts = figure.list('disaggregation').map((part) => ({
    dimension: part.text('dimensionEn') ?? '',
    dimensionEn: part.text('dimensionEn'),
    dimensionEs: part.text('dimensionEs'),
    categoryEn: part.text('categoryEn') ?? '',
    categoryEs: part.text('categoryEs') ?? '',
    value: part.number('value'),
    unitEn: part.text('unitEn'),
    unitEs: part.text('unitEs'),
  }));
  return { ...(figure.raw as FigureContent), labelEn: null, labelEs: null, disaggregation: parts };
}

function noteOf(figure: Loose): Line | null {
  const note = figure.pair('note');
  return note === null ? null : [{ kind: 'strong', text: plainText(figure.pair('label') ?? '') }, ': ', note];
}
