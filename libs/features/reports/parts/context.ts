import type { FigureContent } from '#features/progress';
import { plainText, type Loose } from '../regional.reader.js';
import type { Block, Box, Line } from '../report.document.js';
import { list, type Material, paragraph, type Part } from '../report.material.js';
import { boxOf, breakdownOf } from './figures.js';
import { partnerFigures } from './partner-figures.js';

const WORDS = {
  boxes: { en: 'Displacement in figures', es: 'El desplazamiento en cifras' },
  notes: { en: 'Notes to these figures', es: 'Notas a estas cifras' },
};

/** The regional context: displacement figures, each with its window and source, and what partners say of the region. */
export const regionalContext: Part = {
  id: 'context',
  title: { en: 'Regional context', es: 'Contexto regional' },
  compose: (material) => {
    const figures = material.regional('context_figures').items();
    const partners = partnerFigures(null, material);
    if (figures.length === 0 && partners === null) return null;
    return {
      blocks: figures.length === 0 ? [] : displacement(figures, material),
      sections: partners === null ? [] : [partners],
    };
  },
};

function displacement(figures: Loose[], material: Material): Block[] {
  const words = material.words(WORDS);
  const notes = figures.map(noteOf).filter((note) => note !== null);
  return [
    { type: 'boxes', title: words.boxes, items: figures.map((figure) => contextBox(figure, material)) },
    ...(notes.length > 0 ? [...paragraph([{ kind: 'strong', text: words.notes }]), ...list(notes)] : []),
  ];
}

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
