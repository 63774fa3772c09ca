import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, type Problem, type Stack, startStack } from '../harness/index.js';
import { dueOf, FACTS, type Matrix, openCycleKey, type Receipt, type UpdateDetail } from './reporting.js';

interface Stale extends Problem {
  current: { version: number; narrativeEn: string };
  yours: { narrativeEn: string };
}

const DRAFT = {
  stage: 'in_progress',
  outlook: 'on_track',
  percent: 62.5,
  narrativeEn: 'The registration office in Tapachula opened in March.',
  narrativeEs: 'La oficina de registro de Tapachula abrió en marzo.',
  challengesEs: 'Faltan intérpretes de criollo haitiano.',
};

describe('the loop of an update', () => {
  let stack: Stack;
  let focal: Client;
  let coordinator: Client;
  let cycleKey: string;
  let commitmentId: string;
  let update: Receipt;

  beforeAll(async () => {
    stack = await startStack();
    focal = await stack.signIn('focal.comar.mx@mirps.example');
    coordinator = await stack.signIn('coordinator.mx@mirps.example');
    cycleKey = await openCycleKey(focal);
  });
  afterAll(() => stack.stop());

  const mexico = async (): Promise<Matrix['cells'][number] | undefined> => {
    const { cells } = await coordinator.json<Matrix>('GET', `/api/rollups/${cycleKey}/matrix`);
    return cells.find((cell) => cell.level === 'state' && cell.stateCode === 'MX');
  };

  it('begins at the list of what a focal point owes, with days left', async () => {
    const due = await dueOf(focal);
    const own = due.find(({ code }) => code === 'MX-02');
    expect(due.map(({ code }) => code)).not.toContain('MX-18');
    expect(due.find(({ reviewState }) => reviewState === 'returned')).toMatchObject({
      code: 'MX-04',
      returnReason: expect.stringContaining('período'),
    });
    expect(own).toMatchObject({ cycleKey, stateCode: 'MX', updateId: null, daysLeft: expect.any(Number) });
    commitmentId = own?.commitmentId ?? '';
  });

  it('takes a draft with figures of every value type and every kind of no value, and gives them back', async () => {
    const created = await focal.ask<Receipt>('POST', '/api/updates', {
      commitmentId,
      cycleKey,
      ...DRAFT,
      facts: FACTS,
      evidence: [{ titleEn: 'COMAR statistics', kind: 'link', url: 'https://www.gob.mx/comar' }],
    });
    expect(created.status).toBe(201);
    update = created.body;
    expect(created.headers.get('etag')).toBe('"1"');
    const detail = await focal.json<UpdateDetail>('GET', `/api/updates/${update.id}`);
    expect(detail).toMatchObject({ ...DRAFT, percentSource: 'reported', reviewState: 'draft' });
    expect(detail.facts).toMatchObject(FACTS);
    expect(detail.evidence).toMatchObject([{ url: 'https://www.gob.mx/comar' }]);
  });

  it('names each wrong field by its path, in English and in Spanish', async () => {
    const body = {
      ...DRAFT,
      stage: 'nearly done',
      percent: 101,
      facts: [
        { ...FACTS[0], figures: [{ ...FACTS[0]?.figures[0], valueType: 'amount', windowEnd: '2024-02-31' }] },
      ],
    };
    const inEnglish = await focal.ask('PUT', `/api/updates/${update.id}`, body, { 'if-match': '"1"' });
    const inSpanish = await focal.ask('PUT', `/api/updates/${update.id}`, body, {
      'if-match': '"1"',
      'accept-language': 'es-MX,es;q=0.9',
    });
    expect([inEnglish.status, inSpanish.status]).toEqual([422, 422]);
    const paths = ['stage', 'facts[0].figures[0].valueType', 'facts[0].figures[0].windowEnd'];
    expect(inEnglish.body.errors?.map(({ field }) => field)).toEqual(expect.arrayContaining(paths));
    expect(inSpanish.body.errors?.map(({ field }) => field)).toEqual(
      inEnglish.body.errors?.map(({ field }) => field),
    );
    const sentence = ({ body: { errors } }: typeof inEnglish): string | undefined =>
      errors?.find(({ field }) => field.endsWith('windowEnd'))?.detail;
    expect(sentence(inEnglish)).toBe('must be a date like 2024-07-01');
    expect(sentence(inSpanish)).toBe('debe ser una fecha como 2024-07-01');
  });

  it('asks for which version was seen, and shows both when it was not the latest', async () => {
    const path = `/api/updates/${update.id}`;
    expect((await focal.ask('PUT', path, DRAFT)).status).toBe(428);
    const first = await focal.ask<Receipt>(
      'PUT',
      path,
      { ...DRAFT, narrativeEn: 'First.' },
      { 'if-match': '"1"' },
    );
    expect(first).toMatchObject({ status: 200, body: { version: 2 } });
    const second = await coordinator.ask<Stale>(
      'PUT',
      path,
      { ...DRAFT, narrativeEn: 'Second.' },
      { 'if-match': '"1"' },
    );
    expect(second).toMatchObject({
      status: 412,
      body: {
        code: 'stale',
        current: { version: 2, narrativeEn: 'First.' },
        yours: { narrativeEn: 'Second.' },
      },
    });
    const kept = await focal.json<UpdateDetail>('GET', path);
    expect(kept).toMatchObject({ narrativeEn: 'First.', version: 2 });
    expect(kept.facts).toMatchObject(FACTS);
  });

  it('shows a draft to nobody outside of the State, and lets no neighbour write', async () => {
    const neighbour = await stack.signIn('focal.igm.gt@mirps.example');
    const presidency = await stack.signIn('presidency.sv@mirps.example');
    for (const other of [neighbour, presidency])
      expect(await other.ask('GET', `/api/updates/${update.id}`)).toMatchObject({ status: 404 });
    const attempts = await Promise.all([
      neighbour.ask('PUT', `/api/updates/${update.id}`, DRAFT, { 'if-match': '"2"' }),
      neighbour.ask('POST', `/api/updates/${update.id}/submit`),
      neighbour.ask('POST', '/api/updates', { commitmentId, cycleKey, ...DRAFT }),
      presidency.ask('POST', `/api/updates/${update.id}/approve`),
    ]);
    for (const { status } of attempts) expect([403, 404]).toContain(status);
  });

  it('is submitted only when it says what it must, all at once', async () => {
    await focal.json(
      'PUT',
      `/api/updates/${update.id}`,
      { stage: 'fulfilled', percent: 80 },
      { 'if-match': '"2"' },
    );
    const refused = await focal.ask('POST', `/api/updates/${update.id}/submit`);
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body.errors?.map(({ field }) => field).sort()).toEqual(['outlook', 'percent']);
    await focal.json('PUT', `/api/updates/${update.id}`, DRAFT, { 'if-match': '"3"' });
    expect(await focal.json('POST', `/api/updates/${update.id}/submit`)).toMatchObject({
      reviewState: 'submitted',
    });
  });

  it('is returned with a reason, which its author reads, corrects and hands in again', async () => {
    expect(await coordinator.ask('POST', `/api/updates/${update.id}/return`, { reason: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'reason' }] },
    });
    await coordinator.json('POST', `/api/updates/${update.id}/return`, {
      reason: '¿Qué período cubre la cifra?',
    });
    const [owed] = (await dueOf(focal)).filter(({ updateId }) => updateId === update.id);
    expect(owed).toMatchObject({ reviewState: 'returned', returnReason: '¿Qué período cubre la cifra?' });
    const { version } = await focal.json<UpdateDetail>('GET', `/api/updates/${update.id}`);
    await focal.json(
      'PUT',
      `/api/updates/${update.id}`,
      { ...DRAFT, percent: 60 },
      { 'if-match': `"${version}"` },
    );
    await focal.json('POST', `/api/updates/${update.id}/submit`);
    expect((await dueOf(focal)).map(({ updateId }) => updateId)).not.toContain(update.id);
  });

  it('is approved and locked, and the regional matrix follows within seconds', async () => {
    const before = await eventually('the matrix of the open cycle', mexico);
    expect(before).toMatchObject({ reported: 1, commitments: 33 });
    await coordinator.json('POST', `/api/updates/${update.id}/approve`);
    const locked = await focal.ask('PUT', `/api/updates/${update.id}`, DRAFT, { 'if-match': '"9"' });
    expect(locked).toMatchObject({ status: 409, body: { detail: expect.stringContaining('locked') } });
    const after = await eventually('the approved update in the matrix', async () => {
      const cell = await mexico();
      return cell?.reported === 2 && cell;
    });
    expect(after).toMatchObject({ percentReported: 2, meanPercent: '50.0000', stages: { in_progress: 2 } });
  });

  it('is corrected by a revision with its reason, and counts as before until that is approved', async () => {
    expect(await focal.ask('POST', `/api/updates/${update.id}/revisions`, {})).toMatchObject({ status: 422 });
    const revision = await focal.json<Receipt>('POST', `/api/updates/${update.id}/revisions`, {
      reason: 'COMAR corrected its figure.',
    });
    expect(revision).toMatchObject({ revision: 2, reviewState: 'draft' });
    const copied = await focal.json<UpdateDetail>('GET', `/api/updates/${revision.id}`);
    expect(copied).toMatchObject({ revisionReason: 'COMAR corrected its figure.', percent: 60 });
    expect(copied.facts).toMatchObject(FACTS);
    await focal.json(
      'PUT',
      `/api/updates/${revision.id}`,
      { ...DRAFT, stage: 'fulfilled', percent: 100 },
      { 'if-match': '"1"' },
    );
    await focal.json('POST', `/api/updates/${revision.id}/submit`);
    expect(await mexico()).toMatchObject({ meanPercent: '50.0000' });
    await coordinator.json('POST', `/api/updates/${revision.id}/approve`);
    const after = await eventually('the revision in the matrix', async () => {
      const cell = await mexico();
      return cell?.stages.fulfilled === 1 && cell;
    });
    expect(after).toMatchObject({ reported: 2, meanPercent: '70.0000' });
    expect(
      await focal.ask('POST', `/api/updates/${update.id}/revisions`, { reason: 'Again.' }),
    ).toMatchObject({
      status: 409,
    });
  });

  it('keeps who did what and why', async () => {
    const { history } = await coordinator.json<UpdateDetail>('GET', `/api/updates/${update.id}`);
    const steps = history.map(({ action }) => action).filter((action) => action !== 'update.save');
    expect(steps).toEqual([
      ...['update.create', 'update.submit', 'update.return', 'update.submit', 'update.approve'],
      ...['update.start_revision', 'update.submit', 'update.approve'],
    ]);
    expect(history.find(({ action }) => action === 'update.return')?.reason).toBe(
      '¿Qué período cubre la cifra?',
    );
  });

  it('is never approved by who submitted it', async () => {
    const [, second] = (await dueOf(focal)).filter(({ updateId }) => updateId === null);
    const own = await coordinator.json<Receipt>('POST', '/api/updates', {
      commitmentId: second?.commitmentId,
      cycleKey,
      ...DRAFT,
    });
    await coordinator.json('POST', `/api/updates/${own.id}/submit`);
    expect(await coordinator.ask('POST', `/api/updates/${own.id}/approve`)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('of their own') },
    });
    expect(await focal.ask('POST', `/api/updates/${own.id}/approve`)).toMatchObject({ status: 403 });
  });

  it('is written once, however often the same request arrives', async () => {
    const [owed] = (await dueOf(focal)).filter(({ updateId }) => updateId === null);
    const body = { commitmentId: owed?.commitmentId, cycleKey, ...DRAFT };
    const key = { 'idempotency-key': 'phone-2026-11-21-0001' };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => focal.ask<Receipt>('POST', '/api/updates', body, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const rows = await stack.sql(
      'SELECT u.id FROM updates u JOIN cycles c ON c.id = u.cycle_id WHERE c.key = $1 AND commitment_id = $2',
      [cycleKey, owed?.commitmentId],
    );
    expect(rows).toHaveLength(1);
    expect((await focal.ask('POST', '/api/updates', body)).status).toBe(409);
  });

  it('is answered as the first time, version and all, for who sent it and as long as it says the same', async () => {
    const key = { 'idempotency-key': 'phone-2026-11-21-0002' };
    const view = { name: 'Lo mío', search: 'stage=in_progress', isDefault: false };
    const send = (who: Client, body: object = view) =>
      who.ask<Problem & { id: string }>('POST', '/api/me/views', { page: '/pledges', ...body }, key);
    const answers = await Promise.all([send(focal), send(focal)]);
    answers.push(await send(focal));
    const [first] = answers;
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [201, first?.body]));
    expect(first?.headers.get('etag')).toBe('"1"');
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(answers.map(() => '"1"'));

    expect(await send(focal, { ...view, name: 'Lo de todos' })).toMatchObject({
      status: 422,
      body: { code: 'sent_before', errors: [{ field: 'Idempotency-Key' }] },
    });
    const other = await send(coordinator);
    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(first?.body.id);
    const names = await stack.sql<{ name: string }>(
      `SELECT v.name FROM saved_views v JOIN auth_users u ON u.id = v.user_id WHERE u.email LIKE 'focal.comar.mx@%'`,
    );
    expect(names).toEqual([{ name: 'Lo mío' }]);
  });

  it('may be sent again under the same key once what was wrong with it is mended', async () => {
    const key = { 'idempotency-key': 'phone-2026-11-21-0003' };
    const view = { page: '/pledges', search: 'stage=delayed', isDefault: false };
    expect(await focal.ask('POST', '/api/me/views', { ...view, name: '' }, key)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'name' }] },
    });
    expect((await focal.ask('POST', '/api/me/views', { ...view, name: 'Con retraso' }, key)).status).toBe(
      201,
    );
  });
});
