import type { Check, CheckedFigure, CheckedMaterial, CheckedText, Found } from '../finding.content.js';
import { measured } from '../comparing.rules.js';
import { textOf } from '../figure-subject.rules.js';
import { type NumberInText, numbersIn, spoken } from '../numbers-in-text.rules.js';

export const narrativeContradicts: Check = {
  key: 'narrative_contradicts',
  title: { en: 'Narrative against figure', es: 'Relato contra cifra' },
  rule: {
    en: 'A text says “75 of 210” where the figures beside it hold the 210, but not the 75; or a number of at least three digits is a figure’s with digits swapped, and the figure’s own number is not in the text; or the number before a figure’s unit is another than the only figure in that unit.',
    es: 'Un texto dice «75 de 210» donde las cifras que lo acompañan tienen el 210, pero no el 75; o un número de al menos tres dígitos es el de una cifra con dígitos cambiados y el número de la cifra no está en el texto; o el número ante la unidad de una cifra es otro que el de la única cifra en esa unidad.',
  },
  silent: {
    en: 'For numbers that stand somewhere among the figures, their counts and parts; for years; for rounded numbers after “about” or “more than”; for units that several figures share.',
    es: 'En números que están en alguna de las cifras, sus conteos o partes; en años; en números redondeados tras «alrededor de» o «más de»; en unidades que comparten varias cifras.',
  },
  find: (material) =>
    material.texts.flatMap((text) => (['en', 'es'] as const).flatMap((lang) => inText(text, lang, material))),
};

function inText(text: CheckedText, lang: 'en' | 'es', material: CheckedMaterial): Found[] {
  const body = text[lang] ?? '';
  const beside = measured(material.figures).filter(
    ({ factId }) => text.factId === null || text.factId === factId,
  );
  const known = new Set([...material.figures, ...material.others].flatMap(valuesOf));
  const own = new Set(beside.flatMap(valuesOf));
  const all = numbersIn(body);
  const said = new Set(all.map(({ value }) => value));
  const found: Found[] = [];
  const report = (figure: CheckedFigure, phrase: string, held: string) =>
    found.push({
      figure,
      field: `${text.field}${lang === 'en' ? 'En' : 'Es'}`,
      detail: {
        en: `The text says “${phrase}”; the figure beside it says ${held}.`,
        es: `El texto dice «${phrase}»; la cifra que lo acompaña dice ${held}.`,
      },
      basis: [lang, phrase, held],
    });
  for (const number of all.filter((each) => !known.has(each.value) && !isYear(each))) {
    const pair = wholeOf(number, all, body);
    const share = pair && own.has(pair.value) ? beside.find((each) => holds(each, pair.value)) : undefined;
    if (pair && share) {
      const part = textOf(share.numerator) ?? partBeside(share, beside, pair.value);
      if (part !== null) {
        report(
          share,
          body.slice(number.start, pair.end),
          `${spoken(part, lang)} / ${spoken(pair.value, lang)}`,
        );
        continue;
      }
    }
    const swapped = beside.find(
      (each) => isSwapped(number.value, textOf(each.value) ?? '') && !said.has(textOf(each.value) ?? ''),
    );
    if (swapped) {
      report(swapped, number.raw, spoken(textOf(swapped.value), lang));
      continue;
    }
    const inUnit = beside.filter((each) => unitFollows(each, body.slice(number.end), lang));
    const [only] = inUnit;
    if (
      only &&
      inUnit.length === 1 &&
      !said.has(textOf(only.value) ?? '') &&
      number.value.length > 1 &&
      !isRounded(number, body)
    )
      report(only, body.slice(number.start, number.end), spoken(textOf(only.value), lang));
  }
  return found;
}

const valuesOf = (figure: CheckedFigure): string[] =>
  [
    figure.value,
    figure.numerator,
    figure.denominator,
    ...(figure.disaggregation ?? []).map(({ value }) => value),
  ].flatMap((value) => textOf(value) ?? []);

const holds = (figure: CheckedFigure, value: string): boolean =>
  textOf(figure.denominator) === value || textOf(figure.value) === value;

/** The other figure of the same fact, when there is exactly one: 57 authorised beside 210 received. */
function partBeside(whole: CheckedFigure, beside: readonly CheckedFigure[], value: string): string | null {
  const rest = beside.filter((each) => each.factId === whole.factId && textOf(each.value) !== value);
  return rest.length === 1 ? textOf(rest[0]?.value) : null;
}

/** The number after “of”, as in “75 of the 210”. */
function wholeOf(number: NumberInText, all: readonly NumberInText[], body: string): NumberInText | undefined {
  const next = all.find(({ start }) => start > number.end);
  const between = next && body.slice(number.end, next.start);
  return between && /^ (of|out of|de)( the| a total of| las| los| un total de)? $/i.test(between)
    ? next
    : undefined;
}

const isSwapped = (a: string, b: string): boolean =>
  a !== b &&
  a.length === b.length &&
  a.replace(/\D/g, '').length >= 3 &&
  [...a].sort().join('') === [...b].sort().join('');

const isYear = ({ raw }: NumberInText): boolean => /^(19|20)\d\d$/.test(raw);

const isRounded = ({ value, start }: NumberInText, body: string): boolean =>
  value.endsWith('0') &&
  /\b(about|around|some|more than|over|nearly|almost|unas|unos|alrededor de|cerca de|más de|casi)\s*$/i.test(
    body.slice(0, start),
  );

function unitFollows(figure: CheckedFigure, rest: string, lang: 'en' | 'es'): boolean {
  const unit = (lang === 'en' ? figure.unitEn : figure.unitEs)?.trim().toLowerCase();
  if (!unit || unit.length < 4 || figure.role !== 'observed') return false;
  return rest.toLowerCase().startsWith(` ${unit}`) && !/^\p{L}/u.test(rest.slice(unit.length + 1));
}
