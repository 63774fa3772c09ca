import { Inject, Injectable } from '@nestjs/common';
import { type AccessObject, AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, notFound, type Page, pageOf, parseCursor } from '#platform/http';
import type { PledgeDashboardRowDto, PledgeDto, PledgeSummaryDto } from './pledge.dto.js';
import type { PledgesQuery } from './pledge.input.js';
import { filterValues, PLEDGE, PLEDGE_DASHBOARD, PLEDGE_EXPORT, PLEDGES } from './pledge.queries.js';
import { sharesOf } from './pledge.rules.js';
import type { ExportedPledge } from './pledge.export.js';
import type { PledgeStage } from './pledge.vocabulary.js';

export const PLEDGE_NAME: Bilingual = { en: 'pledge', es: 'la promesa' };

/** Whose a pledge is. */
export interface PledgeHome {
  /** The submitting State, or that of the submitting institution. */
  stateCode: string | null;
  teamKey: string | null;
}

/** A State speaks for itself: a team's lead writes only what no State has submitted. */
export const inWhoseName = ({ stateCode, teamKey }: PledgeHome): AccessObject =>
  stateCode === null ? { teamKey } : { stateCode };

type Row<T> = T & Record<string, unknown>;

/** Reads of pledges, one statement each. What is approved but not published shows only to whom it does elsewhere. */
@Injectable()
export class PledgesReading {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Pledges that fit, by key. */
  async list(actor: Actor, query: PledgesQuery): Promise<Page<PledgeSummaryDto>> {
    const after = query.cursor ? parseCursor(query.cursor, 1)[0] : null;
    const values = [...filterValues(this.states(actor), query), after, query.limit + 1];
    const rows = await this.database.jsonRows<Row<PledgeSummaryDto>>(PLEDGES, values, 'pledges_list');
    return pageOf(rows, query.limit, ({ key }) => [key]);
  }

  /** @throws DomainError not_found */
  async get(actor: Actor, id: string): Promise<PledgeDto> {
    const signedIn = actor.userId !== null;
    const [found] = await this.database.jsonRows<
      Row<Omit<PledgeDto, 'mayWrite'> & { institutionState: string | null }>
    >(PLEDGE, [this.states(actor), id, signedIn]);
    if (!found) throw notFound(PLEDGE_NAME);
    const { institutionState, ...pledge } = found;
    const home = { stateCode: pledge.submitterState ?? institutionState, teamKey: pledge.team };
    return { ...pledge, mayWrite: this.access.may(actor, 'pledge.write', inWhoseName(home)) };
  }

  /** One row a pledge, all that fit. */
  exported(actor: Actor, query: Omit<PledgesQuery, 'limit' | 'cursor'>): Promise<Row<ExportedPledge>[]> {
    return this.database.jsonRows(PLEDGE_EXPORT, filterValues(this.states(actor), query));
  }

  /** Pledges by stage and area of focus; shares are over all pledges of the row. */
  async dashboard(actor: Actor, forum?: string): Promise<PledgeDashboardRowDto[]> {
    const rows = await this.database.jsonRows<Row<Omit<PledgeDashboardRowDto, 'shares'>>>(
      PLEDGE_DASHBOARD,
      [this.states(actor), forum ?? null],
      'pledge_dashboard',
    );
    return rows.map(({ scope, areaKey, ...counts }) => ({
      scope,
      areaKey,
      ...counts,
      shares: sharesOf(counts),
    }));
  }

  /** What the linked commitments say to the actor: what is kept of it, everybody reads. */
  async derivedStage(actor: Actor, id: string): Promise<PledgeStage | null> {
    return (await this.get(actor, id)).derivedStage;
  }

  /** States where what is approved but not published shows; null: all. */
  private states(actor: Actor): string[] | null {
    const { submitted } = this.access.reachOf(actor, 'update.read');
    return submitted === 'all' ? null : submitted;
  }
}
