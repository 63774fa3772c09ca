import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  composeSheet,
  type PictureSource,
  renderDocument,
  type ReportDocument,
  type Sheet,
} from '#features/reports';
import type { SnapshotContent } from '#features/rollups';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { deadLinks, leaks, repeatedIds, skippedHeadings, textOf, unbalancedTags } from './html-checks.js';
import { type ReadPdf, readPdf, withoutSpace } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const content = snapshot2024('annual');
const TRACKER = 'https://mirps.example.org';

const SHEETS: [Sheet, RegExp][] = [
  [{ kind: 'state', subject: 'MX' }, /Ficha de Estado: México/],
  [{ kind: 'team', subject: 'RTT-RA' }, /Ficha del equipo: Recepción/],
  [{ kind: 'area', subject: 'education' }, /Educación en la región/],
  [{ kind: 'pledges', subject: '' }, /Promesas regionales/],
];

/** A snapshot where a State reported every commitment: long titles, at risk, with something in the way and a next step. */
function everythingReported(code: string): SnapshotContent {
  const commitments = content.others.commitments.filter(({ stateCode }) => stateCode === code);
  const ids = new Set(commitments.map(({ id }) => id));
  const model = content.updates.find(({ commitmentId }) => ids.has(commitmentId));
  if (!model) throw new Error(`${code} reported nothing`);
  const long =
    'Ampliar en todo el territorio el acceso a procedimientos y servicios para personas desplazadas';
  return {
    ...content,
    updates: [
      ...content.updates.filter(({ commitmentId }) => !ids.has(commitmentId)),
      ...commitments.map(({ id }) => ({
        ...model,
        id: `u-${id}`,
        commitmentId: id,
        outlook: 'at_risk' as const,
        challengesEs: `${long}, sin presupuesto asignado para el año.`,
        nextStepsEs: `${long}, con las instituciones que participan.`,
      })),
    ],
    others: {
      ...content.others,
      commitments: content.others.commitments.map((each) =>
        ids.has(each.id) ? { ...each, titleEn: long, titleEs: long } : each,
      ),
      rows: content.others.rows.map((row) =>
        ids.has(row.id) ? { ...row, updateId: `u-${row.id}`, reported: true } : row,
      ),
    },
  };
}

const SENTENCE = 'Una familia encontró trabajo, escuela y un lugar donde quedarse. ';

/** A snapshot where a State published stories; `pictured` ones have a photo. */
function withStories(
  of: SnapshotContent,
  stateCode: string,
  stories: { title: string; text: string; pictured?: boolean; withdrawnOn?: string }[],
): SnapshotContent {
  const told = stories.map(({ title, text, pictured = false, ...rest }, i) => {
    const photo = {
      id: `p${i}`,
      sha256: PICTURE.sha256,
      width: 1200,
      height: 750,
      credit: 'ACNUR / A. Pérez',
    };
    const said = { altEs: 'Una casa', captionEs: 'Una casa nueva.' };
    return {
      ...{ id: `s${i}`, stateCode, titleEs: title, textEs: text, nameChanged: true, source: 'Informe Anual' },
      ...{ photos: pictured ? [{ ...photo, ...said }] : [], ...rest },
    };
  });
  const regional = [
    ...of.others.regional.filter(({ id }) => id !== 'stories'),
    { id: 'stories' as const, content: told },
  ];
  return { ...of, others: { ...of.others, regional } };
}

const bytes = readFileSync('seeds/demo/pictures/valley.jpg');
const PICTURE = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
const pictures: PictureSource = (ids) => Promise.resolve(new Map(ids.map((id) => [id, PICTURE.bytes])));

function composed(of: SnapshotContent, sheet: Sheet, lang: 'en' | 'es'): ReportDocument {
  const document = composeSheet(of, origin, sheet, lang);
  if (!document) throw new Error('nothing was composed');
  return document;
}

async function pdfOf(of: SnapshotContent, sheet: Sheet, lang: 'en' | 'es'): Promise<ReadPdf> {
  return readPdf((await renderDocument(composed(of, sheet, lang), 'pdf', TRACKER, pictures)).body as Buffer);
}

const storyOf = (of: SnapshotContent, subject: string): string =>
  JSON.stringify(
    composeSheet(of, origin, { kind: 'state', subject }, 'es')?.sections.find(
      ({ id }) => id === 'sheet-story',
    )?.blocks ?? null,
  );

describe('short papers of 2024', () => {
  it.each(SHEETS)('are sound HTML in Spanish that leads nowhere else: %j', async (sheet, title) => {
    const body = String((await renderDocument(composed(content, sheet, 'es'), 'html', TRACKER)).body);
    expect([
      unbalancedTags(body),
      repeatedIds(body),
      deadLinks(body),
      skippedHeadings(body),
      leaks(body),
    ]).toEqual([[], [], [], [], []]);
    expect(textOf(body)).toMatch(title);
  });

  it.each(['BZ', 'CR', 'SV', 'GT', 'HN', 'MX', 'PA'])(
    'tell of %s on two pages, tagged, in both languages',
    async (subject) => {
      for (const lang of ['en', 'es'] as const)
        expect(await pdfOf(content, { kind: 'state', subject }, lang)).toMatchObject({
          lang,
          tagged: true,
          pages: 2,
          figuresWithoutWords: 0,
        });
    },
  );

  it.each(['RTT-RA', 'RTT-ID', 'RTT-JL', 'RTT-LG'])(
    'tell of %s on one page in both languages',
    async (subject) => {
      for (const lang of ['en', 'es'] as const)
        expect((await pdfOf(content, { kind: 'team', subject }, lang)).pages).toBe(1);
    },
  );

  it.each(['BZ', 'CR', 'SV', 'GT', 'HN', 'MX', 'PA'])(
    'leave no half of a page of %s empty',
    async (subject) => {
      for (const lang of ['en', 'es'] as const) {
        const { pageTexts } = await pdfOf(content, { kind: 'state', subject }, lang);
        for (const text of pageTexts) expect(text.length).toBeGreaterThan(950);
      }
    },
  );

  it('tell of a State its projects, its mechanism and its other facts, each fact once', () => {
    const document = composed(content, { kind: 'state', subject: 'PA' }, 'es');
    const text = (id: string): string => JSON.stringify(document.sections.find((each) => each.id === id));
    const projects = content.others.regional.flatMap(({ id, content: part }) =>
      ['mirps_fund', 'good_practice_projects'].includes(id)
        ? (part as { projects: { stateCode: string; title: { es: string } }[] }).projects
        : [],
    );
    const own = projects.filter(({ stateCode }) => stateCode === 'PA');
    expect(own.length).toBeGreaterThan(1);
    for (const { title } of own) expect(text('sheet-projects')).toContain(title.es);
    expect(text('sheet-mechanism')).toContain('Mecanismo nacional: ');
    const codes = [...text('sheet-facts').matchAll(/"text":"(PA24-\d+)"/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) expect(text('sheet-figures')).not.toContain(`"${code}"`);
  });

  it('say how each area of a State moved since mid-year', () => {
    const cells = content.cells.map((cell) =>
      cell.stateCode === 'PA' ? { ...cell, changeOtherKind: cell.areaKey === 'health' ? '12.5' : '3' } : cell,
    );
    const text = JSON.stringify(
      composed({ ...content, cells }, { kind: 'state', subject: 'PA' }, 'en').sections[0],
    );
    expect(text).toContain('["2 of 2"],["30%"],["+12.5\u00a0pp"]');
    expect(text).toContain('"total":true,"cells":[["All areas"]');
  });

  it('mark a table once where everything in it is illustrative, else each value', () => {
    const [first] = content.updates.filter(({ stateCode }) => stateCode === 'PA');
    const marks = (illustrative: (id: string) => string[]): string[] => {
      const updates = content.updates.map((update) => ({ ...update, illustrative: illustrative(update.id) }));
      const { sections } = composed({ ...content, updates }, { kind: 'state', subject: 'PA' }, 'es');
      const table = sections.find(({ id }) => id === 'sheet-reported')?.blocks[0];
      return JSON.stringify(table).match(/"kind":"mark"|"illustrative":true/g) ?? [];
    };
    const every = ['stage', 'outlook', 'percent'];
    expect(marks(() => every)).toEqual(['"illustrative":true']);
    expect(marks((id) => (id === first?.id ? every : []))).toEqual(Array(3).fill('"kind":"mark"'));
  });

  it('tell of a State on two pages even when it reported everything, at length and at risk', async () => {
    const pdf = await pdfOf(everythingReported('MX'), { kind: 'state', subject: 'MX' }, 'es');
    expect(pdf.pages).toBe(2);
    expect(pdf.text).toMatch(/MX\W?33/);
  });

  it.each([
    ['MX', everythingReported('MX')],
    ['GT', content],
  ])('tell a long story of %s with its photo, still on two pages', async (subject, of) => {
    const long = { title: 'Un año después', text: SENTENCE.repeat(90), pictured: true };
    const told = withStories(of, subject, [long]);
    const bare = await pdfOf(of, { kind: 'state', subject }, 'es');
    const pdf = await pdfOf(told, { kind: 'state', subject }, 'es');
    expect([pdf.pages, pdf.figuresWithoutWords]).toEqual([2, 0]);
    expect(pdf.roles.get('Figure')).toBe((bare.roles.get('Figure') ?? 0) + 1);
    expect(pdf.text).toContain(withoutSpace('Así comienza el relato; el Informe Anual lo cuenta completo.'));
    expect(pdf.text).toContain(withoutSpace('Una casa nueva. Crédito: ACNUR / A. Pérez'));
    const word = await renderDocument(
      composed(told, { kind: 'state', subject }, 'es'),
      'docx',
      TRACKER,
      pictures,
    );
    expect(word.body.length).toBeGreaterThan(PICTURE.bytes.length);
  });

  it('prefer a story that is short enough to be told whole, with its photo', () => {
    const short = { title: 'Breve', text: SENTENCE };
    const pictured = { title: 'Con foto', text: SENTENCE.repeat(2), pictured: true };
    const long = { title: 'Largo', text: SENTENCE.repeat(30), pictured: true };
    const blocks = storyOf(withStories(content, 'GT', [long, short, pictured]), 'GT');
    expect(blocks).toContain('Con foto');
    expect(blocks).toContain(SENTENCE.repeat(2).trim());
    expect(blocks).toContain('El nombre fue cambiado.');
    expect(blocks).not.toMatch(/Breve|Largo|Así comienza/);
    expect(storyOf(withStories(content, 'GT', [long, short]), 'GT')).toMatch(/Breve/);
  });

  it('cut a story that is too long only between its sentences', () => {
    const blocks = storyOf(withStories(content, 'GT', [{ title: 'Largo', text: SENTENCE.repeat(30) }]), 'GT');
    const text = /"line":\["(Una familia[^"]*)"/.exec(blocks)?.[1] ?? '';
    expect(SENTENCE.repeat(30).startsWith(`${text} Una`)).toBe(true);
    expect(text.endsWith('.')).toBe(true);
  });

  it('tell another story, or the day, when one was taken back', () => {
    const gone = { title: 'Retirado', text: SENTENCE, withdrawnOn: '2024-12-02' };
    const kept = { title: 'Otro', text: SENTENCE };
    expect(storyOf(withStories(content, 'GT', [gone, kept]), 'GT')).toMatch(/Otro/);
    const alone = storyOf(withStories({ ...content, facts: [] }, 'GT', [gone]), 'GT');
    expect(alone).toMatch(/Aquí había un relato; se retiró el 2 de diciembre de 2024/);
    expect(alone).not.toMatch(/Retirado|Una familia/);
  });

  it('have no story where none was published: the title of one is none', () => {
    expect(content.facts.some(({ kind, stateCode }) => kind === 'story' && stateCode === 'MX')).toBe(true);
    expect(storyOf(content, 'MX')).toBe('null');
  });

  it('cite their own sources alone, numbered from one, each in the list', () => {
    const document = composeSheet(content, origin, { kind: 'team', subject: 'RTT-JL' }, 'en');
    const cited = [...JSON.stringify(document).matchAll(/"kind":"source","number":(\d+)/g)].map(([, n]) =>
      Number(n),
    );
    const list = document?.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'sources');
    expect(list?.type === 'sources' && list.items.map(({ number }) => number)).toEqual(
      [...new Set(cited)].sort((a, b) => a - b),
    );
    expect(Math.min(...cited)).toBe(1);
  });

  it('tell who made a pledge, for what, with which commitments and how far it is, and mark what is inferred', () => {
    const [model] = content.others.commitments;
    const pledge = {
      ...{
        key: 'P1',
        name: { en: 'Asylum systems', es: 'Sistemas de asilo' },
        teamKey: null,
        sources: ['Foro'],
      },
      ...{
        form: { en: 'Joint', es: 'Conjunta' },
        types: [{ en: 'technical', es: 'técnica' }],
        inferred: ['areas'],
      },
      ...{
        submitter: { stateCode: 'MX', institutionKey: null },
        areas: ['protection'],
        commitments: [model?.code],
      },
      ...{ reported: 1, stage: 'in_progress', stageBasis: 'derived', updatedAsOf: '2024-09-30' },
      ...{ description: { en: 'What it is.', es: 'Qué es.' }, account: { en: 'Done.', es: 'Se hizo.' } },
    };
    const stages = [{ key: 'in_progress', name: { en: 'In progress', es: 'En curso' } }];
    const regional = [
      ...content.others.regional.filter(({ id }) => id !== 'pledges'),
      { id: 'pledges', content: { pledges: [pledge], stages } },
    ];
    const of = { ...content, others: { ...content.others, regional } };
    const text = JSON.stringify(composed(of, { kind: 'pledges', subject: '' }, 'es'));
    expect(text).toContain('["Conjunta",": México","; ","técnica"]');
    expect(text).toContain('["Protección"," ",{"kind":"mark","text":"inferido"},"; "');
    expect(text).toContain(`{"kind":"code","text":"${model?.code}"}," (1 de 1 informados)"`);
    expect(text).toContain('["En curso",", al 30 de septiembre de 2024"]');
    expect(text).toMatch(/Lo que se dice de las promesas.*Qué es\..*Se hizo\./);
  });

  it('name the reports of the MIRPS among their sources in the language of the paper', () => {
    const text = JSON.stringify(composed(content, { kind: 'area', subject: 'health' }, 'es').sections.at(-1));
    expect(text).toContain('Informe Anual del MIRPS 2024, capítulo sobre Costa Rica');
    expect(text).not.toContain('Annual Report');
  });

  it('tell of a team the pledges that it carries, and no other', () => {
    const text = JSON.stringify(composed(content, { kind: 'team', subject: 'RTT-LG' }, 'es'));
    expect(text).toMatch(/Promesas a cargo del equipo.*Gobernanza local.*Llamado a la acción local/);
    expect(text).not.toContain('Sistemas de asilo');
    expect(JSON.stringify(composed(content, { kind: 'team', subject: 'RTT-ID' }, 'es'))).not.toContain(
      'Promesas a cargo',
    );
  });

  it('leave the notes that a team keeps for itself out of its paper', () => {
    for (const subject of ['RTT-RA', 'RTT-ID', 'RTT-JL', 'RTT-LG']) {
      const text = JSON.stringify(composed(content, { kind: 'team', subject }, 'es'));
      const teams = content.others.regional.find(({ id }) => id === 'teams')?.content as {
        key: string;
        notes?: { es: string }[];
      }[];
      const notes = teams.find(({ key }) => key === subject)?.notes ?? [];
      for (const { es } of notes) expect(text).not.toContain(es);
    }
  });

  it('show no number of the region above what they tell, nor the other States', async () => {
    const body = String(
      (await renderDocument(composed(content, { kind: 'state', subject: 'MX' }, 'es'), 'html', TRACKER)).body,
    );
    const head = textOf(/<header class="cover">.*?<\/header>/s.exec(body)?.[0] ?? '');
    expect(head).toContain('Ficha de Estado: México');
    expect(head).toContain('Fecha de corte');
    expect(head).not.toMatch(/de 231|Honduras/);
  });

  it('are not made of what the snapshot does not hold', () => {
    expect(composeSheet(content, origin, { kind: 'state', subject: 'XX' }, 'en')).toBeNull();
    expect(composeSheet(content, origin, { kind: 'team', subject: 'nobody' }, 'en')).toBeNull();
    expect(composeSheet(content, origin, { kind: 'area', subject: 'nothing' }, 'en')).toBeNull();
  });
});
