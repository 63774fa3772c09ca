import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Bilingual } from '#platform/http';
import { PLEDGE_FORM_LABELS, PLEDGE_STAGE_LABELS, PLEDGE_TYPE_LABELS } from './pledge.labels.js';
import { PLEDGES_OF_YEAR } from './pledge.queries.js';
import {
  type Inferable,
  PLEDGE_STAGES,
  PLEDGE_TYPES,
  type PledgeForm,
  type PledgeStage,
  type PledgeType,
  type StageBasis,
} from './pledge.vocabulary.js';

interface PledgeRow extends Record<string, unknown> {
  key: string;
  forum: string;
  forumEn: string;
  forumEs: string;
  titleEn: string;
  titleEs: string;
  team: string | null;
  linkedEn: string | null;
  linkedEs: string | null;
  stage: PledgeStage | null;
  stageBasis: StageBasis;
  codes: string[];
  reported: number;
  form: PledgeForm;
  types: PledgeType[];
  areas: string[];
  inferred: Inferable[];
  submitterState: string | null;
  submitterInstitution: string | null;
  descriptionEn: string | null;
  descriptionEs: string | null;
  accountEn: string | null;
  accountEs: string | null;
  updatedAsOf: string | null;
  sources: string[];
}

interface ForumRow extends Record<string, unknown> {
  key: string;
  note: Bilingual | null;
  howUpdated: Bilingual | null;
  goodPledge: Bilingual[];
  sources: string[];
  distribution: Record<PledgeStage, number> | null;
  distributionMonth: string | null;
}

const FORUMS = `
  SELECT f.key, CASE WHEN f.note_en IS NOT NULL THEN json_build_object('en', f.note_en, 'es', f.note_es) END AS note,
         CASE WHEN f.how_updated_en IS NOT NULL THEN json_build_object('en', f.how_updated_en, 'es', f.how_updated_es) END AS "howUpdated",
         f.good_pledge AS "goodPledge", f.sources || coalesce(d.sources, '{}') AS sources, d.as_of_month AS "distributionMonth",
         CASE WHEN d.id IS NOT NULL THEN json_build_object('planning', d.planning, 'in_progress', d.in_progress, 'fulfilled', d.fulfilled) END AS distribution
    FROM pledge_forums f
    LEFT JOIN LATERAL (SELECT * FROM pledge_distributions x WHERE x.forum_key = f.key ORDER BY x.as_of_month DESC LIMIT 1) d ON true
   WHERE f.year <= $1 ORDER BY f.year DESC, f.key`;

/** The pledges as a year's report tells them. */
@Injectable()
export class PledgeSection {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The section `pledges` of a year: pledges made until then with their stage, and how their forums follow them up. */
  async sectionsOf(year: number): Promise<{ id: string; content: unknown }[]> {
    const pledges = await this.database.jsonRows<PledgeRow>(PLEDGES_OF_YEAR, [null, year]);
    if (pledges.length === 0) return [];
    const forums = await this.database.jsonRows<ForumRow>(FORUMS, [year]);
    const newest = forums.find(({ key }) => pledges.some(({ forum }) => forum === key));
    const counted = forums.find(({ distribution }) => distribution !== null);
    const content = {
      note: newest?.note ?? null,
      pledges: pledges.map((pledge) => ({
        key: pledge.key,
        forum: pledge.forum,
        forumName: { en: pledge.forumEn, es: pledge.forumEs },
        name: { en: pledge.titleEn, es: pledge.titleEs },
        teamKey: pledge.team,
        linkedGlobalPledge: pledge.linkedEn ? { en: pledge.linkedEn, es: pledge.linkedEs } : null,
        stage: pledge.stage,
        stageBasis: pledge.stageBasis,
        commitments: pledge.codes,
        reported: pledge.reported,
        form: PLEDGE_FORM_LABELS[pledge.form],
        types: pledge.types.map((type) => PLEDGE_TYPE_LABELS[type]),
        areas: pledge.areas,
        inferred: pledge.inferred,
        submitter: { stateCode: pledge.submitterState, institutionKey: pledge.submitterInstitution },
        description: { en: pledge.descriptionEn, es: pledge.descriptionEs },
        account: { en: pledge.accountEn, es: pledge.accountEs },
        updatedAsOf: pledge.updatedAsOf,
        sources: pledge.sources,
      })),
      stages: PLEDGE_STAGES.map((key) => ({ key, name: PLEDGE_STAGE_LABELS[key] })),
      types: PLEDGE_TYPES.map((type) => PLEDGE_TYPE_LABELS[type]),
      goodPledge: newest?.goodPledge ?? [],
      howUpdated: newest?.howUpdated ?? null,
      distribution: counted?.distribution ?? null,
      distributionMonth: counted?.distributionMonth ?? null,
      sources: [...new Set([...(newest?.sources ?? []), ...(counted?.sources ?? [])])],
    };
    return [{ id: 'pledges', content }];
  }
}
