import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, type Problem, type Stack, startStack } from '../harness/index.js';
import { dueOf, type Matrix, type Receipt } from './reporting.js';

interface Submission {
  state: string;
  stateCode: string;
  messages: { kind: string; text: string; authorName: string }[];
}

interface Snapshot {
  id: string;
  sha256: string;
  number: number;
  published: boolean;
  summary: Record<string, unknown>;
}

interface Verification {
  intact: boolean;
  recomputed: boolean;
  differences: string[];
}

const STATES = ['BZ', 'CR', 'SV', 'GT', 'HN', 'MX', 'PA'];
const KEY = '2025-mid-year';
const CYCLE = {
  year: 2025,
  kind: 'mid_year',
  factsFrom: '2025-01-01',
  factsTo: '2025-06-30',
  opensOn: '2025-06-02',
  dueOn: '2025-07-11',
  reviewByOn: '2025-07-25',
  cutoffOn: '2025-08-15',
};

describe('the loop of a cycle', () => {
  let stack: Stack;
  let secretariat: Client;
  let presidency: Client;
  let mexico: Client;
  let focal: Client;
  let reader: Client;
  let update: Receipt;
  let snapshot: Snapshot;
  const at = `/api/cycles/${KEY}`;

  beforeAll(async () => {
    stack = await startStack();
    secretariat = await stack.signIn('secretariat.oas@mirps.example');
    presidency = await stack.signIn('presidency.sv@mirps.example');
    mexico = await stack.signIn('coordinator.mx@mirps.example');
    focal = await stack.signIn('focal.comar.mx@mirps.example');
    reader = await stack.signIn('reader@mirps.example');
  });
  afterAll(() => stack.stop());

  const commitmentsOf = async (state: string): Promise<string[]> =>
    (
      await stack.sql<{ id: string }>('SELECT id FROM commitments WHERE state_code = $1 ORDER BY code', [
        state,
      ])
    ).map(({ id }) => id);
  const explainAll = async (state: string, except: string[] = []): Promise<void> => {
    const coordinator = await stack.signIn(`coordinator.${state.toLowerCase()}@mirps.example`);
    for (const id of (await commitmentsOf(state)).filter((each) => !except.includes(each)))
      await coordinator.json('PUT', `${at}/explanations/${id}`, {
        kind: 'not_assessed',
        textEs: 'El registro estaba en reconstrucción.',
      });
  };
  const verify = (): Promise<Verification> => reader.json('GET', `/api/snapshots/${snapshot.id}/verify`);

  it('is planned and opened by the secretariat only, once', async () => {
    expect(await mexico.ask('POST', '/api/cycles', CYCLE)).toMatchObject({ status: 403 });
    expect(await secretariat.ask('POST', '/api/cycles', { ...CYCLE, dueOn: '2025-05-01' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'dueOn', detail: 'The due day cannot come before the opening day.' }] },
    });
    expect(await secretariat.ask('POST', '/api/cycles', CYCLE)).toMatchObject({
      status: 201,
      body: { key: KEY, state: 'planned' },
    });
    expect(await secretariat.ask('POST', '/api/cycles', CYCLE)).toMatchObject({ status: 409 });
    expect(await presidency.ask('POST', `${at}/open`)).toMatchObject({ status: 403 });
    expect(await secretariat.json('POST', `${at}/open`)).toMatchObject({ state: 'open' });
    expect(await secretariat.ask('POST', `${at}/open`)).toMatchObject({ status: 409 });
    const submissions = await secretariat.json<Submission[]>('GET', `${at}/submissions`);
    expect(submissions.map(({ stateCode, state }) => `${stateCode} ${state}`).sort()).toEqual(
      STATES.map((code) => `${code} open`).sort(),
    );
  });

  it('is submitted by a State only when nothing is missing; the refusal lists what is', async () => {
    const [owed] = (await dueOf(focal)).filter(({ cycleKey }) => cycleKey === KEY);
    update = await focal.json<Receipt>('POST', '/api/updates', {
      commitmentId: owed?.commitmentId,
      cycleKey: KEY,
      ...{ stage: 'in_progress', outlook: 'at_risk', percent: 30, narrativeEs: 'La oficina abrió en marzo.' },
    });
    await focal.json('POST', `/api/updates/${update.id}/submit`);
    await explainAll('MX', (await commitmentsOf('MX')).slice(-2).concat(update.commitmentId));
    expect(await mexico.json('GET', `${at}/completeness/MX`)).toMatchObject({
      total: { commitments: 33, submitted: 1, explained: 30, missing: 2, approved: 0 },
    });
    const refused = await mexico.ask<Problem & { missing: { code: string }[] }>(
      'POST',
      `${at}/submissions/MX/submit`,
      {},
    );
    expect(refused).toMatchObject({
      status: 422,
      body: { detail: '3 of 33 commitments are neither approved nor explained.' },
    });
    expect(refused.body.errors).toEqual([
      { field: update.code, detail: 'The update waits for review.' },
      { field: 'MX-32', detail: 'There is neither an update nor an explanation.' },
      { field: 'MX-33', detail: 'There is neither an update nor an explanation.' },
    ]);
    expect(refused.body.missing.map(({ code }) => code)).toEqual([update.code, 'MX-32', 'MX-33']);
    expect(await focal.ask('POST', `${at}/submissions/MX/submit`, {})).toMatchObject({ status: 403 });
    const neighbour = await stack.signIn('coordinator.gt@mirps.example');
    expect(await neighbour.ask('POST', `${at}/submissions/MX/submit`, {})).toMatchObject({ status: 404 });
  });

  it('locks what a State has submitted', async () => {
    await mexico.json('POST', `/api/updates/${update.id}/approve`);
    const rest = (await commitmentsOf('MX')).slice(-2);
    for (const id of rest)
      await mexico.json('PUT', `${at}/explanations/${id}`, { kind: 'not_assessed', textEn: 'No staff.' });
    expect(await mexico.json('POST', `${at}/submissions/MX/submit`, { note: 'Completo.' })).toMatchObject({
      state: 'submitted',
    });
    expect(await mexico.ask('POST', `${at}/submissions/MX/submit`, {})).toMatchObject({ status: 409 });
    expect(
      await focal.ask('POST', `/api/updates/${update.id}/revisions`, { reason: 'Late news.' }),
    ).toMatchObject({
      status: 409,
    });
    expect(await mexico.ask('DELETE', `${at}/explanations/${rest[0]}`)).toMatchObject({ status: 409 });
  });

  it('goes back with questions, is answered and accepted', async () => {
    expect(await mexico.ask('POST', `${at}/submissions/MX/accept`, {})).toMatchObject({ status: 403 });
    expect(await presidency.ask('POST', `${at}/submissions/MX/return`, {})).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'note' }] },
    });
    await presidency.json('POST', `${at}/submissions/MX/return`, { note: '¿Por qué no se valoró MX-33?' });
    await mexico.json('POST', `${at}/submissions/MX/messages`, { kind: 'answer', text: 'Cambió el equipo.' });
    await mexico.json('POST', `${at}/submissions/MX/submit`, {});
    const accepted = await presidency.json<Submission>('POST', `${at}/submissions/MX/accept`, {
      note: 'Gracias.',
    });
    expect(accepted.state).toBe('accepted');
    expect(accepted.messages.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'return: ¿Por qué no se valoró MX-33?',
      'answer: Cambió el equipo.',
      'accept: Gracias.',
    ]);
  });

  it('is endorsed only by the Presidency, in review, with all seven States accepted', async () => {
    for (const state of STATES.filter((code) => code !== 'MX')) {
      await explainAll(state);
      const coordinator = await stack.signIn(`coordinator.${state.toLowerCase()}@mirps.example`);
      await coordinator.json('POST', `${at}/submissions/${state}/submit`, {});
      if (state !== 'PA') await presidency.json('POST', `${at}/submissions/${state}/accept`, {});
    }
    expect(await presidency.ask('POST', `${at}/endorse`)).toMatchObject({ status: 409 });
    expect(await presidency.ask('POST', `${at}/start-review`)).toMatchObject({ status: 403 });
    await secretariat.json('POST', `${at}/start-review`);
    expect(await presidency.ask('POST', `${at}/endorse`)).toMatchObject({
      status: 409,
      body: { detail: 'These States have not been accepted yet: PA.', states: ['PA'] },
    });
    await presidency.json('POST', `${at}/submissions/PA/accept`, {});
    const former = await stack.signIn('presidency.cr@mirps.example');
    for (const nobody of [secretariat, mexico, former])
      expect(await nobody.ask('POST', `${at}/endorse`)).toMatchObject({ status: 403 });
    const endorsed = await presidency.ask<Snapshot>('POST', `${at}/endorse`);
    expect(endorsed).toMatchObject({
      status: 201,
      body: {
        number: 1,
        published: false,
        summary: { commitments: 231, reported: 1, updates: 1, meanPercent: '30.0000' },
      },
    });
    snapshot = endorsed.body;
    expect(await presidency.ask('POST', `${at}/endorse`)).toMatchObject({ status: 409 });
  });

  it('is public only once it is published', async () => {
    const seen = async (): Promise<{ snapshots: number; updates: number; reported: number }> => {
      const snapshots = await reader.json<Snapshot[]>('GET', `/api/snapshots?cycle=${KEY}`);
      const updates = await reader.json<{ items: unknown[] }>('GET', `/api/updates?cycle=${KEY}`);
      const matrix = await reader.ask<Matrix>('GET', `/api/rollups/${KEY}/matrix`);
      const cells = matrix.status === 200 ? matrix.body.cells : [];
      const region = cells.find(({ level }) => level === 'region');
      return { snapshots: snapshots.length, updates: updates.items.length, reported: region?.reported ?? 0 };
    };
    expect(await seen()).toEqual({ snapshots: 0, updates: 0, reported: 0 });
    expect((await reader.ask('GET', `/api/snapshots/${snapshot.id}/verify`)).status).toBe(404);
    expect((await reader.ask('GET', `/api/updates/${update.id}`)).status).toBe(404);
    expect((await reader.ask('GET', `${at}/submissions`)).status).toBe(403);
    expect((await presidency.ask('POST', `${at}/publish`)).status).toBe(403);
    await secretariat.json('POST', `${at}/publish`);
    expect(await eventually('the published cycle', seen)).toEqual({ snapshots: 1, updates: 1, reported: 1 });
    const published = await reader.json<{ history: unknown[]; reviewState: string }>(
      'GET',
      `/api/updates/${update.id}`,
    );
    expect(published).toMatchObject({ reviewState: 'published', history: [] });
  });

  it('has a snapshot that tells when an update was changed behind its back', async () => {
    expect(await verify()).toMatchObject({ intact: true, recomputed: true, differences: [] });
    const tamper = (change: string): Promise<unknown> =>
      stack.sql(`UPDATE updates SET ${change} WHERE id = $1`, [update.id]);
    await tamper(`narrative_es = narrative_es || '.'`);
    expect(await verify()).toMatchObject({ intact: true, recomputed: false, differences: ['updates'] });
    await tamper(`narrative_es = left(narrative_es, -1), percent = 31`);
    expect(await verify()).toMatchObject({ recomputed: false, differences: ['cells', 'updates'] });
    await tamper('percent = 30');
    expect(await verify()).toMatchObject({ recomputed: true, differences: [] });
  });

  it('has a snapshot that the database does not let anybody change', async () => {
    await expect(
      stack.sql('UPDATE snapshots SET canonical = canonical WHERE id = $1', [snapshot.id]),
    ).rejects.toThrow();
    await stack.sql('ALTER TABLE snapshots DISABLE TRIGGER snapshots_frozen');
    await stack.sql(
      `UPDATE snapshots SET canonical = replace(canonical, '"30.0000"', '"31.0000"') WHERE id = $1`,
      [snapshot.id],
    );
    expect(await verify()).toMatchObject({ intact: false, recomputed: false, differences: ['cells'] });
  });
});
