import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeReport, type EditionTexts, renderDocument } from '#features/reports';
import type { SnapshotContent } from '#features/rollups';
import { midYearReview, NOTHING_OF, SILENT } from '../factories/mid-year-review.js';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { readWord } from './docx-checks.js';
import { deadLinks, leaks, repeatedIds, skippedHeadings, textOf, unbalancedTags } from './html-checks.js';
import { readPdf, withoutSpace } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const TRACKER = 'https://mirps.example.org';
const FIRST_HALF_ENDS = '2024-06-30';

/** What a review asks, counted here from the snapshot's own records. */
function asked(content: SnapshotContent) {
  const { commitments, rows, schedule = [], earlier = [] } = content.others;
  const codeOf = new Map(commitments.map(({ id, code }) => [id, code]));
  const counted = new Map(content.updates.map((update) => [update.commitmentId, update]));
  const closed = (stage: string | null): boolean => stage === 'fulfilled' || stage === 'discontinued';
  const steps = schedule
    .filter(({ stage }) => !closed(stage))
    .flatMap(({ id, dueOn, milestones }) => [
      ...(dueOn ? [{ id, day: dueOn, title: null as string | null }] : []),
      ...milestones.flatMap(({ dueOn: day, percent, titleEs }) =>
        day && percent !== '100.00' ? [{ id, day, title: titleEs }] : [],
      ),
    ]);
  return {
    codeOf,
    moved: earlier.filter(({ commitmentId, stage }) => counted.get(commitmentId)?.stage !== stage),
    assessed: content.updates.filter(({ outlook }) => outlook === 'at_risk' || outlook === 'off_track'),
    overdue: steps.filter(({ day }) => day <= FIRST_HALF_ENDS),
    due: steps.filter(({ day }) => day > FIRST_HALF_ENDS && day <= '2024-12-31'),
    without: rows.filter(({ reported }) => !reported),
  };
}

const TEXTS: EditionTexts = {
  number: 2,
  textsSha256: 'b'.repeat(64),
  note: null,
  sections: [
    {
      id: 'foreword',
      title: 'Prólogo',
      blocks: [{ type: 'prose', markdown: 'Del Presidente.', lang: 'es' }],
    },
    {
      id: 'changed',
      title: 'Qué cambió',
      blocks: [{ type: 'prose', markdown: 'Lo que la Presidencia destaca.', lang: 'es' }],
    },
  ],
};

describe('a mid-year report of a half-year in which much is open', () => {
  const content = midYearReview();
  const document = composeReport(content, origin, 'mid_year', 'es');
  const { codeOf, moved, assessed, overdue, due, without } = asked(content);
  const texts: [string, string][] = [];
  let pages: string[];

  beforeAll(async () => {
    const [pdf, word, html] = [
      await renderDocument(document, 'pdf', TRACKER),
      await renderDocument(document, 'docx', TRACKER),
      await renderDocument(document, 'html', TRACKER),
    ];
    const read = await readPdf(pdf.body as Buffer);
    pages = read.pageTexts;
    texts.push(['pdf', read.text]);
    texts.push(['docx', readWord(word.body as Buffer).text]);
    texts.push(['html', withoutSpace(textOf(String(html.body)))]);
  });

  /** Form by form, what of these texts it does not hold. */
  const lacking = (wanted: readonly string[]): [string, string[]][] =>
    texts.map(([form, text]) => [form, wanted.filter((each) => !text.includes(withoutSpace(each)))]);
  const NOTHING_LACKS = [
    ['pdf', []],
    ['docx', []],
    ['html', []],
  ];
  const titleOf = (id: string): string =>
    content.others.commitments.find((commitment) => commitment.id === id)?.titleEs ?? '?';

  it('has something to tell in every respect', () => {
    for (const some of [moved, assessed, overdue, due, without]) expect(some.length).toBeGreaterThan(5);
  });

  it('names in every form what is at risk, by assessment and by a day that passed', () => {
    expect(
      lacking(
        [...assessed.map(({ commitmentId: id }) => id), ...overdue.map(({ id }) => id)].map(
          (id) => `${codeOf.get(id)} ${titleOf(id)}`,
        ),
      ),
    ).toEqual(NOTHING_LACKS);
    expect(
      lacking(
        overdue.flatMap(({ title }) => (title ? [`hito que vencía el 31 de mayo de 2024: ${title}`] : [])),
      ),
    ).toEqual(NOTHING_LACKS);
    const table = JSON.stringify(
      document.sections[0]?.sections
        .find(({ id }) => id === 'at-risk')
        ?.blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])),
    );
    expect(table.split('"cells"')).toHaveLength(
      // Of the finding’s commitment a target date passed as well.
      new Set([...assessed.map(({ commitmentId }) => commitmentId), ...overdue.map(({ id }) => id)]).size + 1,
    );
    const finding = 'un hallazgo sobre lo informado no tiene respuesta';
    expect(table.split(finding)).toHaveLength(2);
    const atRisk = new Set([
      ...assessed.map(({ commitmentId }) => commitmentId),
      ...overdue.map(({ id }) => id),
    ]);
    expect([...codeOf].filter(([id]) => atRisk.has(id)).filter(([, code]) => !table.includes(code))).toEqual(
      [],
    );
  });

  it('names in every form what is due until the end of the year', () => {
    expect(
      lacking(
        due.map(({ id, day, title }) =>
          title
            ? `${codeOf.get(id)} ${titleOf(id)}: ${title} (15 de octubre de 2024)`
            : `${codeOf.get(id)} ${titleOf(id)}: fecha prevista: ${day === '2024-12-31' ? '31 de diciembre de 2024' : '?'}`,
        ),
      ),
    ).toEqual(NOTHING_LACKS);
    const table = document.sections[0]?.sections
      .find(({ id }) => id === 'due')
      ?.blocks.find((block) => block.type === 'table');
    expect(table?.rows.at(-1)?.cells.at(-1)).toEqual([String(due.length)]);
  });

  it('names in every form who has not reported, and counts them by State', () => {
    expect(lacking(without.map(({ id }) => codeOf.get(id) ?? '?'))).toEqual(NOTHING_LACKS);
    const silent = without.filter(({ explained, stateCode }) => !explained && stateCode === SILENT);
    const table = document.sections[0]?.sections
      .find(({ id }) => id === 'unreported')
      ?.blocks.find((block) => block.type === 'table');
    const row = table?.rows.find(({ cells }) => cells[0]?.[0] === 'Guatemala');
    const all = without.filter(({ stateCode }) => stateCode === SILENT).length;
    expect(row?.cells.slice(2).flat()).toEqual([silent.length, all - silent.length, all].map(String));
    expect(silent.length).toBeGreaterThan(5);
  });

  it('names in every form which commitments moved to another stage', () => {
    expect(lacking(moved.map(({ commitmentId: id }) => `${codeOf.get(id)} ${titleOf(id)}`))).toEqual(
      NOTHING_LACKS,
    );
    const region = document.sections[0]?.sections[0]?.blocks
      .flatMap((block) => (block.type === 'table' ? block.rows : []))
      .find(({ total }) => total);
    const [reported, commitments] = [content.updates.length, content.others.commitments.length];
    expect(region?.cells.flat().slice(1, 4)).toEqual([
      `${reported} de ${commitments}`,
      `120 de ${commitments}`,
      String(content.updates.filter(({ noChange }) => !noChange).length),
    ]);
    const [up, back] = region?.cells.flat().slice(4, 6).map(Number) ?? [];
    expect((up ?? 0) + (back ?? 0)).toBe(moved.length);
  });

  it('begins with its summary, and says where the status of every commitment is', () => {
    expect(document.sections.map(({ id }) => id)).toEqual([
      'summary',
      'states',
      'results',
      'about',
      'annex-figures',
      'annex-notes',
      'annex-sources',
    ]);
    expect(lacking(['/es/reports'])).toEqual(NOTHING_LACKS);
  });

  it('has its annexes behind how it was made, on the same pages', () => {
    const made = withoutSpace('algunas cifras indican un período propio');
    const shared = pages.filter((text) => text.includes('AnexoACifras') && text.includes(made));
    expect(shared).toHaveLength(1);
    expect(texts.filter(([, text]) => text.includes(withoutSpace('Cobertura por Estado')))).toEqual([]);
  });

  it('is sound HTML', async () => {
    const body = String((await renderDocument(document, 'html', TRACKER)).body);
    expect([
      unbalancedTags(body),
      repeatedIds(body),
      deadLinks(body),
      skippedHeadings(body),
      leaks(body),
    ]).toEqual([[], [], [], [], []]);
  });

  it('says in a draft that a State has nothing, and leaves it out of an edition', () => {
    const sentence = 'La instantánea no contiene ningún compromiso ni hecho de este Estado.';
    expect(lacking([sentence])).toEqual(NOTHING_LACKS);
    const edition = composeReport(content, origin, 'mid_year', 'es', TEXTS);
    expect(JSON.stringify(edition)).not.toContain(sentence);
    expect(JSON.stringify(edition)).not.toContain(`chapter-${NOTHING_OF}`);
    expect(JSON.stringify(edition)).toContain('/es/reports/2024-mid_year/2');
  });
});

describe('a mid-year report of a half-year in which nothing is open', () => {
  const base = snapshot2024('mid_year');
  const reported = new Set(base.updates.map(({ commitmentId }) => commitmentId));
  const content: SnapshotContent = {
    ...base,
    others: {
      ...base.others,
      commitments: base.others.commitments.filter(({ id }) => reported.has(id)),
      rows: base.others.rows.filter(({ id }) => reported.has(id)),
      explanations: [],
    },
  };
  const sentences = [
    'No hay un ciclo anual anterior con actualizaciones aprobadas con el que comparar.',
    'Ningún compromiso está en riesgo.',
    'Todos los compromisos tienen una actualización aprobada.',
    'Los planes vigentes no fijan ningún hito ni fecha prevista posterior al 30 de junio de 2024',
  ];

  it('says so in the draft', () => {
    const draft = JSON.stringify(composeReport(content, origin, 'mid_year', 'es'));
    expect(sentences.filter((sentence) => !draft.includes(sentence))).toEqual([]);
  });

  it('says of an older snapshot that it does not hold what moved and what is due', () => {
    const { schedule: _schedule, earlier: _earlier, ...others } = content.others;
    const old = JSON.stringify(composeReport({ ...content, others }, origin, 'mid_year', 'es'));
    expect(old).toContain('Esta instantánea se tomó antes de que se fijaran');
    expect(old).not.toContain(sentences[0]);
    expect(old).not.toContain(sentences[3]);
  });

  it('leaves it out of an edition, which keeps what people wrote', () => {
    const edition = composeReport(content, origin, 'mid_year', 'es', TEXTS);
    const text = JSON.stringify(edition);
    expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
    expect(edition.sections.map(({ id }) => id).slice(0, 3)).toEqual(['summary', 'foreword', 'states']);
    expect(edition.sections[0]?.sections.map(({ id }) => id)).toEqual(['changed']);
    expect(text).toContain('Lo que la Presidencia destaca.');
    expect(edition.missing).toEqual(
      expect.arrayContaining([
        'Qué está en riesgo',
        'Quiénes no han informado',
        'Qué vence hasta fin de año',
      ]),
    );
  });

  it('says that nothing moved when every stage is the same as before', () => {
    const earlier = base.updates.map(({ commitmentId, stage }) => ({
      id: `other/${commitmentId}`,
      commitmentId,
      cycleKey: '2023-annual',
      stage,
      outlook: 'on_track' as const,
      percent: null,
    }));
    const same = { ...content, others: { ...content.others, earlier } };
    const nothing = 'Ningún compromiso cambió de etapa desde el último ciclo anual.';
    expect(JSON.stringify(composeReport(same, origin, 'mid_year', 'es'))).toContain(nothing);
    expect(JSON.stringify(composeReport(same, origin, 'mid_year', 'es', TEXTS))).not.toContain(nothing);
  });
});
