import { SHEET_TITLES, type SheetKind } from '#features/reports';
import type { Bilingual, Lang } from '#platform/http';

/** What the pages of the site are called and tell of themselves, for links and search engines. */
export const PAGE_WORDS = {
  region: {
    title: { en: 'The region', es: 'La región' },
    text: {
      en: 'What the seven States of the MIRPS report on their commitments: progress by State and area.',
      es: 'Lo que los siete Estados del MIRPS informan sobre sus compromisos: avances por Estado y área.',
    },
  },
  pledges: {
    title: { en: 'Pledges', es: 'Promesas' },
    text: {
      en: 'Pledges of the region by stage and area of focus.',
      es: 'Promesas de la región por etapa y área de enfoque.',
    },
  },
  indicators: {
    title: { en: 'Indicators', es: 'Indicadores' },
    text: {
      en: 'Indicators of protection and solutions in the region, with their series and sources.',
      es: 'Indicadores de protección y soluciones en la región, con sus series y fuentes.',
    },
  },
  stories: {
    title: { en: 'Stories', es: 'Relatos' },
    text: {
      en: 'People tell what the commitments of the MIRPS changed for them.',
      es: 'Personas cuentan lo que los compromisos del MIRPS cambiaron para ellas.',
    },
  },
  reports: {
    title: { en: 'Reports', es: 'Informes' },
    text: {
      en: 'Annual and mid-year reports of the MIRPS, to read and to download.',
      es: 'Informes anuales y semestrales del MIRPS, para leer y descargar.',
    },
  },
  search: {
    title: { en: 'Search', es: 'Buscar' },
    text: {
      en: 'Find published commitments, updates, figures, pledges and indicators of the MIRPS in English or Spanish.',
      es: 'Encuentre compromisos, actualizaciones, cifras, promesas e indicadores publicados del MIRPS, en español o inglés.',
    },
  },
  data: {
    title: { en: 'Data and API', es: 'Datos y API' },
    text: {
      en: 'Published commitments, facts and figures as tables and by an open API, with terms of use and how to cite.',
      es: 'Compromisos, hechos y cifras publicados, en tablas y por una API abierta, con condiciones de uso y cómo citar.',
    },
  },
  glossary: {
    title: { en: 'Glossary', es: 'Glosario' },
    text: {
      en: 'The fixed words of the MIRPS commitment tracker and what they mean, with the acronyms of the region.',
      es: 'Las palabras fijas del seguimiento de compromisos del MIRPS y lo que significan, con las siglas de la región.',
    },
  },
  verify: {
    title: { en: 'Verify a file', es: 'Verificar un archivo' },
    text: {
      en: 'Find out whether a report, fact sheet or table is what the MIRPS published. The file stays on your device.',
      es: 'Averigüe si un informe, una ficha o una tabla es lo que publicó el MIRPS. El archivo permanece en su dispositivo.',
    },
  },
  missing: {
    title: { en: 'Not a public page', es: 'No es una página pública' },
    text: {
      en: 'There is no public page at this address.',
      es: 'No hay una página pública en esta dirección.',
    },
  },
} as const satisfies Record<string, { title: Bilingual; text: Bilingual }>;

interface Counts {
  cycle: string;
  reported: number;
  commitments: number;
  fulfilled: number;
}

/** What was reported, in one sentence. */
export const countsText = ({ cycle, reported, commitments, fulfilled }: Counts, lang: Lang): string =>
  lang === 'en'
    ? `${cycle}: ${reported} of ${commitments} commitments reported, ${fulfilled} fulfilled.`
    : `${cycle}: ${reported} de ${commitments} compromisos informados, ${fulfilled} ${fulfilled === 1 ? 'cumplido' : 'cumplidos'}.`;

/** "Annual cycle 2024". */
export const cycleText = (kind: 'annual' | 'mid_year', year: number, lang: Lang): string =>
  lang === 'en'
    ? `${kind === 'annual' ? 'Annual' : 'Mid-year'} cycle ${year}`
    : `Ciclo ${kind === 'annual' ? 'anual' : 'semestral'} ${year}`;

/** What an edition of a report is known by. */
export interface ReportNamed {
  kind: 'annual' | 'mid_year';
  year: number;
  number: number;
}

/** "Annual Report 2024". */
export const reportText = ({ kind, year }: Omit<ReportNamed, 'number'>, lang: Lang): string =>
  lang === 'en'
    ? `${kind === 'annual' ? 'Annual' : 'Mid-year'} Report ${year}`
    : `Informe ${kind === 'annual' ? 'Anual' : 'Semestral'} ${year}`;

/** "Annual Report 2024, edition 1". */
export const editionText = ({ number, ...report }: ReportNamed, lang: Lang): string =>
  `${reportText(report, lang)}, ${lang === 'en' ? 'edition' : 'edición'} ${number}`;

/** What a short paper is known by. */
export interface PaperNamed {
  kind: SheetKind | 'mid_year';
  cycleKind: 'annual' | 'mid_year';
  year: number;
  /** What it is about: a State's code, a team's or an area's key; empty for the others. */
  subject: string;
  /** Of what it is about; empty for the others. */
  nameEn: string;
  nameEs: string;
}

/** "State fact sheet: Mexico · Annual cycle 2024". */
export const paperText = (
  { kind, cycleKind, year, nameEn, nameEs }: Omit<PaperNamed, 'subject'>,
  lang: Lang,
): string =>
  kind === 'mid_year'
    ? reportText({ kind, year }, lang)
    : `${SHEET_TITLES[kind][lang](lang === 'en' ? nameEn : nameEs)} · ${cycleText(cycleKind, year, lang)}`;

/** What papers tell, for search engines. */
export const PAPER_TEXTS = {
  mid_year: {
    en: 'How far the commitments of the seven States of the MIRPS are at mid-year, to read and to download.',
    es: 'Cómo van en el ciclo semestral los compromisos de los siete Estados del MIRPS, para leer y descargar.',
  },
  state: {
    en: 'Where the commitments of one State of the MIRPS stand, with key figures, challenges and next steps.',
    es: 'Situación de los compromisos de un Estado del MIRPS, con cifras clave, desafíos y próximos pasos.',
  },
  team: {
    en: 'A Regional Technical Team of the MIRPS: who is in it and what it did in the year.',
    es: 'Un equipo técnico regional del MIRPS: quiénes lo integran y qué hizo en el año.',
  },
  area: {
    en: 'What the States of the MIRPS reported on one area, across the region.',
    es: 'Lo que los Estados del MIRPS informaron sobre un área, en toda la región.',
  },
  pledges: PAGE_WORDS.pledges.text,
} as const satisfies Record<PaperNamed['kind'], Bilingual>;

/** "published on 20 November 2024". @param day `2024-11-20` */
export const publishedText = (day: string, lang: Lang): string =>
  `${lang === 'en' ? 'published on' : 'publicado el'} ${dayText(day, lang)}`;

/** Where the numbers of an edition are from, since when they stand, and where to read on. @param path may have a question */
export const editionSource = (
  { kind, year, cycleKey, publishedAt, frozenAt }: EditionNamed,
  path: string,
  lang: Lang,
): { text: string; path: string } => ({
  text: `MIRPS, ${cycleText(kind, year, lang)}, ${publishedText((publishedAt ?? frozenAt).slice(0, 10), lang)}`,
  path: `${path}${path.includes('?') ? '&' : '?'}cycle=${cycleKey}`,
});

interface EditionNamed {
  kind: 'annual' | 'mid_year';
  year: number;
  cycleKey: string;
  publishedAt: string | null;
  frozenAt: string;
}

/** "numbers as of 20 November 2024". @param at an instant, `2024-11-20T…` */
export const sinceText = (at: string, lang: Lang): string =>
  `${lang === 'en' ? 'numbers as of' : 'cifras al'} ${dayText(at.slice(0, 10), lang)}`;

/** "1 January – 31 December 2024". @param from,to `2024-01-01` */
export const periodText = (from: string, to: string, lang: Lang): string =>
  daysOf(lang).formatRange(dayOf(from), dayOf(to));

const dayText = (day: string, lang: Lang): string => daysOf(lang).format(dayOf(day));

const daysOf = (lang: Lang): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'es-MX', { dateStyle: 'long', timeZone: 'UTC' });

const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
