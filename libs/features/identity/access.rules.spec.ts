import { describe, expect, it } from '@jest/globals';
import { type Actor, type RoleGrant, SYSTEM } from '#platform/http';
import { type AccessObject, heldPermissions, holds, reaches, reachOf } from './access.rules.js';
import { AccessService } from './access.service.js';
import { ROLES } from './identity.vocabulary.js';
import { type Permission, PERMISSIONS, POLICY, scopeOf } from './policy.js';

const ANA = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';
const COMAR = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e22';

const actor = (...roles: RoleGrant[]): Actor => ({ userId: ANA, name: 'Ana', roles });
const nobody: Actor = { userId: null, name: 'public', roles: [{ role: 'public' }] };
const focalPoint = actor({ role: 'focal_point', stateCode: 'MX', institutionId: COMAR });
const coordinator = actor({ role: 'national_coordinator', stateCode: 'MX' });
const presidency = actor({ role: 'presidency', stateCode: 'GT' });
const secretariat = actor({ role: 'secretariat' });
const administrator = actor({ role: 'administrator' });

describe('the policy table', () => {
  it.each<[string, Actor, Permission, AccessObject, boolean]>([
    [
      'a focal point writes the commitment they are named for',
      focalPoint,
      'update.write',
      { stateCode: 'MX', focalPointIds: [ANA] },
      true,
    ],
    [
      'a focal point writes what their institution leads',
      focalPoint,
      'update.write',
      { stateCode: 'MX', institutionIds: [COMAR] },
      true,
    ],
    [
      'a focal point leaves other commitments of the State alone',
      focalPoint,
      'update.write',
      { stateCode: 'MX', focalPointIds: [] },
      false,
    ],
    [
      'a focal point leaves other States alone',
      focalPoint,
      'update.write',
      { stateCode: 'GT', institutionIds: [COMAR] },
      false,
    ],
    ['a focal point reads drafts at home', focalPoint, 'update.read', { stateCode: 'MX' }, true],
    [
      'a focal point reads what other States published',
      focalPoint,
      'update.read',
      { stateCode: 'GT', visibility: 'published' },
      true,
    ],
    [
      'a focal point does not read what other States submitted',
      focalPoint,
      'update.read',
      { stateCode: 'GT', visibility: 'submitted' },
      false,
    ],
    ['a coordinator reviews at home', coordinator, 'update.review', { stateCode: 'MX' }, true],
    ['a coordinator does not review abroad', coordinator, 'update.review', { stateCode: 'GT' }, false],
    [
      'the Presidency reads submissions of every State',
      presidency,
      'update.read',
      { stateCode: 'MX', visibility: 'submitted' },
      true,
    ],
    [
      'the Presidency reads no drafts, not even at home',
      presidency,
      'update.read',
      { stateCode: 'GT', visibility: 'working' },
      false,
    ],
    [
      'the Presidency decides submissions of every State',
      presidency,
      'submission.decide',
      { stateCode: 'MX' },
      true,
    ],
    ['the Presidency does not review updates', presidency, 'update.review', { stateCode: 'GT' }, false],
    ['the Secretariat runs cycles', secretariat, 'cycle.manage', {}, true],
    [
      'the Secretariat does not decide submissions',
      secretariat,
      'submission.decide',
      { stateCode: 'MX' },
      false,
    ],
    ['an administrator reads everything', administrator, 'update.read', { stateCode: 'MX' }, true],
    ['an administrator decides no content', administrator, 'update.review', { stateCode: 'MX' }, false],
    ['an administrator writes no content', administrator, 'update.write', { stateCode: 'MX' }, false],
    [
      'the public reads what is published',
      nobody,
      'update.read',
      { stateCode: 'MX', visibility: 'published' },
      true,
    ],
    [
      'the public reads nothing earlier',
      nobody,
      'update.read',
      { stateCode: 'MX', visibility: 'submitted' },
      false,
    ],
    ['the product itself may do everything', SYSTEM, 'update.review', { stateCode: 'MX' }, true],
    ['a person uses their own account', focalPoint, 'account.use', { userId: ANA }, true],
    ['a person does not use another account', focalPoint, 'account.use', { userId: COMAR }, false],
  ])('%s', (_, who, permission, object, expected) => {
    expect(reaches(who, permission, object)).toBe(expected);
  });

  it('gives several roles of one person together', () => {
    const both = actor({ role: 'focal_point', stateCode: 'MX' }, { role: 'presidency', stateCode: 'MX' });
    expect(reachOf(both, 'update.read')).toEqual({ working: ['MX'], submitted: 'all', published: 'all' });
  });

  it('tells lists how far they reach', () => {
    expect(reachOf(nobody, 'update.read')).toEqual({ working: [], submitted: [], published: 'all' });
    expect(reachOf(coordinator, 'update.review')).toEqual({
      working: ['MX'],
      submitted: ['MX'],
      published: ['MX'],
    });
    expect(reachOf(administrator, 'plan.read').working).toBe('all');
  });

  it('never gives a scoped permission to an assignment without that scope', () => {
    const adrift = actor(...ROLES.map((role) => ({ role })));
    for (const permission of PERMISSIONS) {
      const scopes = ROLES.map((role) => scopeOf(role, permission));
      if (!scopes.includes('all'))
        expect(reaches(adrift, permission, { stateCode: null, institutionId: null })).toBe(false);
    }
  });

  it('names known roles only', () => {
    for (const { by } of Object.values(POLICY))
      expect(ROLES).toEqual(expect.arrayContaining(Object.keys(by)));
  });

  it('lists every permission with the assignment that gives it', () => {
    const held = heldPermissions(focalPoint).filter(({ permission }) => permission === 'update.write');
    expect(held).toEqual([
      {
        permission: 'update.write',
        scope: 'own_commitments',
        forPrograms: true,
        role: 'focal_point',
        stateCode: 'MX',
        institutionId: COMAR,
        teamKey: null,
      },
    ]);
  });

  it('denies unknown roles', () => {
    expect(holds(actor({ role: 'king' }), 'user.manage')).toBe(false);
  });
});

describe('a refusal', () => {
  const access = new AccessService();
  const refusal = (who: Actor, permission: Permission, object?: AccessObject): unknown => {
    try {
      access.assertMay(who, permission, object);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return undefined;
  };

  it('hides what the person may not read', () => {
    expect(refusal(focalPoint, 'update.read', { stateCode: 'GT' })).toBe('not_found');
    expect(refusal(coordinator, 'update.review', { stateCode: 'GT', visibility: 'submitted' })).toBe(
      'not_found',
    );
  });

  it('says no to what the person sees but may not change', () => {
    expect(refusal(focalPoint, 'update.write', { stateCode: 'MX', focalPointIds: [] })).toBe('forbidden');
    expect(refusal(coordinator, 'update.review', { stateCode: 'GT', visibility: 'published' })).toBe(
      'forbidden',
    );
  });

  it('says no to what the role never holds, whatever the object', () => {
    expect(refusal(focalPoint, 'submission.decide', { stateCode: 'GT' })).toBe('forbidden');
    expect(refusal(nobody, 'user.manage')).toBe('forbidden');
  });
});
