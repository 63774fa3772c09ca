import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { AccessService } from '#features/identity';
import { ProgressAccess } from '#features/progress';
import { storyShows } from '#features/stories';
import { TeamAccess, teamUpdateShows } from '#features/teams';
import { Database, prepared, Statement } from '#platform/database';
import { type Actor, cursorOf, parseCursor } from '#platform/http';
import { excerpt, type Sought } from './highlight.rules.js';
import type { SearchHitDto, SearchQuery, SearchResultDto } from './search.dto.js';
import { searchSql } from './search.sql.js';
import { BY_CODE, SEARCH_KINDS, type SearchKind } from './search.vocabulary.js';

type Found = Omit<SearchHitDto, 'excerptEn' | 'excerptEs'> & {
  rank: number;
  textEn: string | null;
  textEs: string | null;
};

interface Answer extends Sought, Record<string, unknown> {
  counts: { kind: SearchKind; count: number; best: number }[];
  items: Found[];
}

/** Finds words in everything that the rooms' own lists would show the actor, and in nothing else. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(ProgressAccess) private readonly progress: ProgressAccess,
    @Inject(TeamAccess) private readonly teams: TeamAccess,
  ) {}

  /** One statement, whatever is found. @throws DomainError invalid for a strange cursor */
  async find(actor: Actor, query: SearchQuery): Promise<SearchResultDto> {
    const { q, kind = null, state = null, year = null, cursor, limit } = query;
    const [afterRank, afterRow] = cursor ? parseCursor(cursor, 2, isPlace) : [null, null];
    const sql = new Statement();
    const ask = {
      words: sql.param(q),
      kind: sql.param(kind),
      state: sql.param(state),
      year: sql.param(year),
      afterRank: sql.param(afterRank),
      afterRow: sql.param(afterRow),
      limit: sql.param(limit),
      mayRead: this.mayRead(actor, sql),
    };
    const { text, name } = prepared('search', Object.values(ask.mayRead).join(';'), () => searchSql(ask));
    const answer = await this.database.one<Answer>(text, sql.values, name);
    const { counts = [], items = [], words = [], names = [] } = answer ?? {};
    const last = kind && items.length > limit ? items[limit - 1] : undefined;
    return {
      total: counts.reduce((sum, { count }) => sum + count, 0),
      counts: counts.sort(inOrder).map(({ kind: of, count }) => ({ kind: of, count })),
      items: (kind ? items.slice(0, limit) : items).map((item) => hitOf(item, { words, names })),
      nextCursor: last ? cursorOf([last.rank, last.id]) : null,
    };
  }

  /** Conditions on rows of the tables with drafts, the same as in their rooms' lists. */
  private mayRead(actor: Actor, sql: Statement): Record<string, string> {
    const scope = this.progress.readScope(actor);
    const ofTeams = this.teams.reach(actor);
    const drafts = this.access.reachOf(actor, 'story.read').working;
    return {
      updates: this.progress.visible(scope, sql, 't').join(' AND '),
      facts: this.progress.factShows(scope, sql, 't', 'u'),
      team_updates: teamUpdateShows(
        sql.param(ofTeams.all),
        sql.param(ofTeams.submitted),
        sql.param(ofTeams.teams),
        't',
      ),
      stories: storyShows(sql.param(drafts === 'all' ? [] : drafts), sql.param(drafts === 'all'), 't'),
    };
  }
}

/** Whose code was asked for comes first, then the kinds in their order. */
const inOrder = (a: Answer['counts'][number], b: Answer['counts'][number]): number =>
  Number(b.best >= BY_CODE) - Number(a.best >= BY_CODE) ||
  SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind);

function hitOf(found: Found, sought: Sought): SearchHitDto {
  const { id, kind, table, target, commitmentId, code, stateCode, year, cycleKey, titleEn, titleEs } = found;
  return {
    ...{ id, kind, table, target, commitmentId, code, stateCode, year, cycleKey, titleEn, titleEs },
    excerptEn: excerpt(found.textEn, sought),
    excerptEs: excerpt(found.textEs, sought),
  };
}

const isPlace = ([rank, row]: (string | number | null)[]): boolean =>
  Number.isInteger(rank) && Math.abs(Number(rank)) < 2 ** 31 && isUUID(row);
