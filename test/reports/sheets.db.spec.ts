import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileOrigins } from '#features/editions';
import {
  composeSheet,
  type Paper,
  type ReportDto,
  type ReportFormat,
  ReportRegister,
  ReportRequests,
  ReportsService,
  ReportSubjects,
} from '#features/reports';
import type { Actor, DomainError } from '#platform/http';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { snapshotSample } from '../factories/snapshot-sample.js';
import { textOf } from './html-checks.js';
import { readPdf } from './pdf-checks.js';
import { type ReportDesk, reportDesk } from './report-desk.js';

const SECRETARIAT: Actor = { userId: null, name: 'Secretariat', roles: [{ role: 'secretariat' }] };
const PUBLIC: Actor = { userId: null, name: 'public', roles: [{ role: 'public' }] };
const FOCAL: Actor = { userId: null, name: 'Ana', roles: [{ role: 'focal_point', stateCode: 'MX' }] };

const ORIGIN = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };

type Lang = 'en' | 'es';
type Case = [kind: Paper['kind'], subject: string | null, lang: Lang, title: string, file: string];

const CASES: Case[] = [
  ['state', 'BZ', 'en', 'State fact sheet: Belize', 'state-bz-en'],
  ['state', 'BZ', 'es', 'Ficha de Estado: Belice', 'state-bz-es'],
  ['team', 'RTT-RA', 'en', 'Team fact sheet: Reception', 'team-rtt-ra-en'],
  ['team', 'RTT-RA', 'es', 'Ficha del equipo: Recepción', 'team-rtt-ra-es'],
  ['area', 'education', 'en', 'Education across the region', 'area-education-en'],
  ['area', 'education', 'es', 'Educación en la región', 'area-education-es'],
  ['pledges', null, 'en', 'Regional pledges', 'pledges-en'],
  ['pledges', null, 'es', 'Promesas regionales', 'pledges-es'],
];

describe('short papers', () => {
  let desk: ReportDesk;
  let reports: ReportsService;
  let snapshotId: string;
  let sampleId: string;

  beforeAll(async () => {
    desk = await reportDesk();
    reports = desk.app.get(ReportsService);
    snapshotId = await desk.snapshotOf(2024, snapshot2024('annual'), 'published');
    await desk.database.execute(
      `INSERT INTO states (code, alpha3, name_en, name_es, time_zone, languages, position)
       VALUES ('BZ', 'BLZ', 'Belize', 'Belice', 'America/Belize', '{en}', 1)`,
    );
    sampleId = await desk.snapshotOf(2025, snapshotSample());
  });
  afterAll(() => desk.close());

  const ask = (
    kind: Paper['kind'],
    subject: string | null,
    lang: Lang,
    format: ReportFormat,
    of = snapshotId,
  ): Promise<ReportDto> =>
    desk.app.get(ReportRequests).request({ snapshotId: of, kind, subject, lang, format }, SECRETARIAT);
  const make = async (...asked: Parameters<typeof ask>): Promise<[ReportDto, Buffer]> => {
    const { id } = await ask(...asked);
    await desk.make(id);
    const { report, content } = await reports.open(PUBLIC, id);
    return [report, Buffer.concat(await content.toArray())];
  };
  const refused = async (asked: Promise<unknown>): Promise<[string | undefined, string, string]> => {
    const problem = await asked.then(
      () => new Error('it was not refused'),
      (error: DomainError) => error,
    );
    const [first] = ('fields' in problem && problem.fields) || [];
    return [first?.field, first?.detail.en ?? problem.message, first?.detail.es ?? ''];
  };

  it.each(CASES)(
    'on %s %s in %s are made, stored and known by their bytes',
    async (kind, subject, lang, title, file) => {
      const [html, page] = await make(kind, subject, lang, 'html');
      expect(textOf(page.toString('utf8'))).toContain(title);
      const [pdf, printed] = await make(kind, subject, lang, 'pdf');
      expect(await readPdf(printed)).toMatchObject({
        title: expect.stringContaining(title),
        lang,
        tagged: true,
      });
      expect(createHash('sha256').update(printed).digest('hex')).toBe(pdf.sha256);
      expect([html, pdf].map((each) => [each.kind, each.subject])).toEqual([
        [kind, subject],
        [kind, subject],
      ]);
      expect(await desk.app.get(FileOrigins).ofPublic(String(pdf.sha256))).toMatchObject({
        kind,
        subject,
        lang,
        format: 'pdf',
        cycleKey: '2024-annual',
        place: `2024-annual/${[kind, subject?.toLowerCase()].filter(Boolean).join('-')}`,
        replaced: null,
      });
      const answer = await desk.app.inject({ url: `/api/reports/${pdf.id}/content` });
      expect(answer.headers['content-disposition']).toBe(`inline; filename="mirps-2024-annual-${file}.pdf"`);
    },
  );

  it('have the same bytes when they are made again, and as the command line writes them', async () => {
    const [first, body] = await make('state', 'MX', 'es', 'html');
    await desk.database.execute(
      `UPDATE reports SET state = 'queued', storage_key = NULL, sha256 = NULL, bytes = NULL WHERE id = $1`,
      [first.id],
    );
    const [second, again] = await make('state', 'MX', 'es', 'html');
    expect([second.id, second.sha256, again.equals(body)]).toEqual([first.id, first.sha256, true]);
    const written = await desk.app
      .get(ReportRegister)
      .writeSheet(snapshotId, { kind: 'state', subject: 'MX' }, 'es', 'html');
    expect(written.sha256).toBe(first.sha256);
  });

  it('are one for each subject, and the same one when asked for again', async () => {
    const [mexico, belize, again] = [
      await ask('state', 'MX', 'en', 'json'),
      await ask('state', 'BZ', 'en', 'json'),
      await ask('state', 'MX', 'en', 'json'),
    ];
    expect(belize.id).not.toBe(mexico.id);
    expect(again.id).toBe(mexico.id);
  });

  it('are found by kind and subject, by everybody once their cycle is published', async () => {
    await make('area', 'education', 'en', 'json');
    await make('area', 'protection', 'en', 'json');
    const found = async (query: object) =>
      (await reports.list(PUBLIC, query))
        .filter(({ format }) => format === 'json')
        .map(({ subject }) => subject);
    expect((await found({ kind: 'area' })).toSorted()).toEqual(['education', 'protection']);
    expect(await found({ kind: 'area', subject: 'protection' })).toEqual(['protection']);
    expect(await found({ kind: 'annual' })).toEqual([]);
    await make('state', 'BZ', 'en', 'json');
    expect(await reports.list(PUBLIC, { subject: 'BZ' })).toContainEqual(
      expect.objectContaining({ subjectEn: 'Belize', subjectEs: 'Belice' }),
    );
    const { id } = await ask('state', 'MX', 'en', 'html', sampleId);
    await desk.make(id);
    await expect(reports.get(PUBLIC, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('say in both languages which field is wrong, and what to give instead', async () => {
    expect(await refused(ask('state', null, 'en', 'pdf'))).toEqual([
      'subject',
      expect.stringMatching(/^Name the State .* MX/),
      expect.stringMatching(/^Indique el Estado .* MX/),
    ]);
    expect(await refused(ask('pledges', 'MX', 'en', 'pdf'))).toEqual([
      'subject',
      expect.stringMatching(/^Leave the subject out/),
      expect.stringMatching(/^No indique tema/),
    ]);
    expect(await refused(ask('annual', 'MX', 'en', 'pdf'))).toMatchObject([
      'subject',
      expect.anything(),
      expect.anything(),
    ]);
    expect(await refused(ask('state', 'XX', 'en', 'pdf'))).toEqual([
      'subject',
      expect.stringMatching(/nothing about XX. Choose one of: BZ, /),
      expect.stringMatching(/nada sobre XX. Elija entre: BZ, /),
    ]);
    expect(await refused(ask('team', 'MX', 'en', 'pdf'))).toMatchObject([
      'subject',
      expect.stringMatching(/RTT-RA/),
      expect.anything(),
    ]);
    expect(await refused(ask('area', 'protection', 'en', 'xlsx'))).toEqual([
      'format',
      expect.stringMatching(/^A short paper has no tables/),
      expect.stringMatching(/^Un documento breve no tiene tablas/),
    ]);
    await expect(
      desk.app.get(ReportRequests).request({ snapshotId, kind: 'pledges', lang: 'en', format: 'pdf' }, FOCAL),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are offered for what the snapshot holds, and no others', async () => {
    const answer = (await desk.app.inject({ url: '/api/reports/subjects?cycle=2024-annual' })).statusCode;
    expect(answer).toBe(401);
    const offered = await desk.app.get(ReportSubjects).list(SECRETARIAT, '2024-annual');
    const of = (kind: string) => offered.filter((each) => each.kind === kind).map(({ subject }) => subject);
    expect(of('state')).toHaveLength(7);
    expect(of('team')).toContain('RTT-RA');
    expect(of('area')).toContain('education');
    expect(of('pledges')).toEqual(['']);
    expect(offered.find(({ subject }) => subject === 'MX')).toMatchObject({
      nameEn: 'Mexico',
      nameEs: 'México',
    });
    for (const { kind, subject } of offered)
      expect([
        kind,
        subject,
        composeSheet(snapshot2024('annual'), ORIGIN, { kind, subject }, 'es') !== null,
      ]).toEqual([kind, subject, true]);
  });
});
