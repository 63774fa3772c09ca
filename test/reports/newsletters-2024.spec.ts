import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  composeSheet,
  type PictureSource,
  renderDocument,
  type ReportDocument,
  type ReportSection,
} from '#features/reports';
import type { SnapshotContent, SnapshotUpdate } from '#features/rollups';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { readPdf, withoutSpace } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const content = snapshot2024('annual');
const AREAS = ['protection', 'education', 'health', 'jobs_and_livelihoods', 'social_protection'];
const LANGS = ['en', 'es'] as const;

function composed(of: SnapshotContent, subject: string, lang: 'en' | 'es' = 'es'): ReportDocument {
  const document = composeSheet(of, origin, { kind: 'area', subject }, lang);
  if (!document) throw new Error('nothing was composed');
  return document;
}

const sectionOf = ({ sections }: ReportDocument, id: string): ReportSection | undefined =>
  sections.find((each) => each.id === id);
const textOf = (document: ReportDocument, id: string): string =>
  JSON.stringify(sectionOf(document, id) ?? null);

/** The snapshot with sections of the regional layer in the place of its own. */
const withLayer = (sections: Record<string, unknown>): SnapshotContent => ({
  ...content,
  others: {
    ...content.others,
    regional: [
      ...content.others.regional.filter(({ id }) => !(id in sections)),
      ...Object.entries(sections).map(([id, told]) => ({ id, content: told })),
    ],
  },
});

const withUpdates = (change: (update: SnapshotUpdate) => SnapshotUpdate): SnapshotContent => ({
  ...content,
  updates: content.updates.map(change),
});

const commitmentsIn = (areaKey: string) =>
  content.others.commitments.filter((commitment) => commitment.areaKey === areaKey);

const updateOf = (commitmentId: string) =>
  content.updates.find((update) => update.commitmentId === commitmentId);

/** Everybody's own words in a section, with their language. */
const proseIn = (section: ReportSection): string[] =>
  section.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? block.line.flatMap((each) =>
          typeof each === 'object' && each.kind === 'prose' ? [each.markdown] : [],
        )
      : block.type === 'prose'
        ? [block.markdown]
        : [],
  );

const bytes = readFileSync('seeds/demo/pictures/valley.jpg');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const pictures: PictureSource = (ids) => Promise.resolve(new Map(ids.map((id) => [id, bytes])));

const story = (commitment: string | null, title: string) => ({
  ...{
    id: title,
    stateCode: 'GT',
    commitment,
    titleEs: title,
    textEs: 'Tras formarse, abrieron un estudio.',
  },
  ...{ nameChanged: false, source: 'MIRPS Annual Report 2024, chapter on Guatemala' },
  photos: [{ id: 'p1', sha256, width: 1200, height: 750, credit: 'ACNUR', altEs: 'Un estudio' }],
});

const pledge = (name: string, areas: string[]) => ({
  ...{ key: name, name: { en: name, es: name }, forumName: { en: 'Forum', es: 'Foro' }, areas },
  ...{ teamKey: 'RTT-JL', stage: 'in_progress', stageBasis: 'derived', commitments: [], reported: 0 },
});
const STAGES = [{ key: 'in_progress', name: { en: 'In progress', es: 'En curso' } }];

describe('newsletters of 2024', () => {
  it.each(AREAS)('open %s with what the snapshot counts across the region', (areaKey) => {
    const commitments = commitmentsIn(areaKey);
    const reported = commitments.filter(({ id }) => updateOf(id));
    const states = new Set(reported.map(({ stateCode }) => stateCode));
    const under = new Set(
      content.others.areas.flatMap(({ id, mapsTo }) => (id === areaKey || mapsTo === areaKey ? [id] : [])),
    );
    const facts = content.facts.filter((fact) => under.has(fact.areaKey ?? ''));
    const figures = content.figures.filter(({ factId }) => facts.some(({ id }) => id === factId));
    const lead = textOf(composed(content, areaKey), 'sheet-standing');
    expect(lead).toContain(
      `Compromisos informados en esta área: ${reported.length} de ${commitments.length}, de ${states.size} de 7 Estados.`,
    );
    expect(lead).toContain(`${facts.length} hechos con ${figures.length} cifras`);
  });

  it('say how the mean of the area and of each State moved since mid-year', () => {
    const moved: SnapshotContent = {
      ...content,
      cells: content.cells.map((cell) =>
        cell.areaKey === 'health' && (cell.level === 'area' || cell.stateCode === 'PA')
          ? { ...cell, changeOtherKind: cell.level === 'area' ? '14.4' : '-2.5' }
          : cell,
      ),
    };
    const lead = textOf(composed(moved, 'health', 'en'), 'sheet-standing');
    expect(lead).toContain(', +14.4\u00a0pp since the mid-year cycle.');
    expect(lead).toContain('"Panama"],["1"],["1"],["0"],["2 of 2"],["30%"],["−2.5\u00a0pp"]');
    expect(lead).not.toContain('Since the last annual cycle');
    expect(textOf(composed(content, 'health', 'en'), 'sheet-standing')).not.toMatch(
      /since|The means compare/,
    );
  });

  it.each(AREAS)(
    'tell in %s each State’s approved words, and name every other commitment with words',
    (areaKey) => {
      const states = sectionOf(composed(content, areaKey), 'newsletter-states')?.sections ?? [];
      expect(states).toHaveLength(7);
      for (const section of states) {
        const own = commitmentsIn(areaKey).filter(
          ({ stateCode }) => section.id === `newsletter-${stateCode}`,
        );
        const said = own.flatMap(({ id, code }) => {
          const words = updateOf(id)?.narrativeEs;
          return words ? [{ code, words }] : [];
        });
        const told = proseIn(section);
        expect(told).toHaveLength(Math.min(3, said.length));
        for (const text of told) expect(said.some(({ words }) => words.startsWith(text))).toBe(true);
        for (const { code } of said) expect(JSON.stringify(section)).toContain(code);
      }
    },
  );

  it('end long words with a whole sentence, and lead on to the update', () => {
    const sentence = 'La oficina abrió un centro de información junto a la frontera. ';
    const long = withUpdates((update) => ({ ...update, narrativeEs: sentence.repeat(20).trim() }));
    const [first] = sectionOf(composed(long, 'health'), 'newsletter-states')?.sections ?? [];
    const [told = ''] = first ? proseIn(first) : [];
    expect(told.length).toBeGreaterThan(300);
    expect(told).toBe(sentence.repeat(told.length / sentence.length + 0.1).trim());
    expect(JSON.stringify(first)).toContain('"kind":"update","text":"Continúa en la actualización"');
  });

  it('cut neither a list nor a sentence that is longer than its room', () => {
    const list = `- uno\n- ${'dos '.repeat(200)}.`;
    const endless = `${'Se abrió un centro y '.repeat(40)}se cerró otro.`;
    for (const words of [list, endless]) {
      const [first] =
        sectionOf(
          composed(
            withUpdates((u) => ({ ...u, narrativeEs: words })),
            'health',
          ),
          'newsletter-states',
        )?.sections ?? [];
      expect(first && proseIn(first)).toEqual([words]);
    }
  });

  it('say once that all stages are illustrative, and mark single ones where not all are', () => {
    const all = withUpdates((update) => ({ ...update, illustrative: ['stage', 'outlook', 'percent'] }));
    const once = textOf(composed(all, 'health'), 'newsletter-states');
    expect(once.match(/ilustrativ/g)).toHaveLength(1);
    const [known] = commitmentsIn('health').filter(({ id }) => updateOf(id));
    const some = withUpdates((update) => ({
      ...update,
      illustrative: update.commitmentId === known?.id ? [] : ['stage'],
    }));
    const marked = textOf(composed(some, 'health'), 'newsletter-states');
    expect(marked.match(/"kind":"mark"/g)).toHaveLength(
      commitmentsIn('health').filter(({ id }) => updateOf(id)).length - 1,
    );
    expect(marked).not.toContain('Las etapas son ilustrativas');
  });

  it('tell a story with its photo where it belongs to a commitment of the area, and in no other area', async () => {
    const told = withLayer({ stories: [story(null, 'Sin compromiso'), story('GT-21', 'Un estudio propio')] });
    const document = composed(told, 'jobs_and_livelihoods');
    expect(textOf(document, 'newsletter-story')).toMatch(/Un relato de Guatemala.*Un estudio propio/);
    expect(textOf(document, 'newsletter-story')).toContain(
      'Informe Anual del MIRPS 2024, capítulo sobre Guatemala',
    );
    const pdf = await readPdf(
      (await renderDocument(document, 'pdf', 'https://mirps.example.org', pictures)).body as Buffer,
    );
    expect(pdf.text).toContain(withoutSpace('Tras formarse, abrieron un estudio.'));
    expect(pdf.figuresWithoutWords).toBe(0);
    for (const areaKey of AREAS.filter((each) => each !== 'jobs_and_livelihoods'))
      expect(sectionOf(composed(told, areaKey), 'newsletter-story')).toBeUndefined();
  });

  it('tell pledges, projects, good practices and team work of the area, and of no other', () => {
    const told = withLayer({
      pledges: {
        stages: STAGES,
        pledges: [pledge('Salud ya', ['health']), pledge('Empleo', ['jobs_and_livelihoods'])],
      },
      mirps_fund: {
        projects: [
          {
            title: { en: 'Clinic', es: 'Clínica' },
            stateCode: 'PA',
            commitments: ['PA-20'],
            amount: { value: 5000, currency: 'USD' },
          },
          { title: { en: 'School', es: 'Escuela' }, stateCode: 'PA', commitments: ['PA-18'] },
        ],
      },
      good_practices: [
        {
          stateCode: 'CR',
          areaKey: 'health',
          title: { en: 'Insurance', es: 'Seguro' },
          adoptedBy: ['HN'],
          sources: ['x'],
        },
        {
          stateCode: 'CR',
          areaKey: 'education',
          title: { en: 'Teachers', es: 'Docentes' },
          adoptedBy: [],
          sources: [],
        },
      ],
      teams: [
        {
          key: 'RTT-JL',
          name: { en: 'Jobs', es: 'Empleo' },
          objective2024: { en: 'Map', es: 'Mapear' },
          activities2024: [],
        },
        {
          ...{ key: 'RTT-RA', name: { en: 'Reception', es: 'Recepción' } },
          activities2024: [
            { text: { en: 'Clinics', es: 'Clínicas móviles' }, commitments: ['MX-20'], status: 'done' },
            { text: { en: 'Other', es: 'Otra actividad' }, commitments: ['MX-01'], status: 'done' },
          ],
        },
      ],
    });
    const document = composed(told, 'health');
    expect(textOf(document, 'newsletter-pledges')).toMatch(/Salud ya.*En curso.*Clínica.*Panamá.*USD/);
    expect(textOf(document, 'newsletter-pledges')).not.toMatch(/Escuela|"text":"Empleo"/);
    expect(textOf(document, 'newsletter-practices')).toMatch(/Seguro.*Costa Rica.*La adoptaron: Honduras/);
    expect(textOf(document, 'newsletter-practices')).not.toContain('Docentes');
    expect(textOf(document, 'newsletter-teams')).toMatch(
      /Empleo.*Mapear.*Recepción.*Clínicas móviles"," — Realizada/,
    );
    expect(textOf(document, 'newsletter-teams')).not.toContain('Otra actividad');
    expect(textOf(document, 'newsletter-more')).toContain('"href":"/es/states/PA"');
  });

  it.each(AREAS)('do not end %s with a page that is nearly empty', async (areaKey) => {
    for (const lang of LANGS) {
      const { body } = await renderDocument(
        composed(content, areaKey, lang),
        'pdf',
        'https://mirps.example.org',
      );
      const last = (await readPdf(body as Buffer)).pageTexts.at(-1) ?? '';
      expect(last.length).toBeGreaterThan(900);
    }
  });
});
