import { Inject, Injectable } from '@nestjs/common';
import { PLEDGE_STAGE_LABELS, type PledgeDto, PledgesReading } from '#features/pledges';
import { STAGE_LABELS, STAGES } from '#features/progress';
import { Database } from '#platform/database';
import { DomainError, type Lang } from '#platform/http';
import { ofAll } from './embed-chart.js';
import { PUBLIC } from './embeds.service.js';
import { type LinkCard, REPORTED, stageFigures } from './link-card.js';
import { beginning, plainText } from './plain-text.js';
import { PLEDGE_FORUM, PLEDGES_SINCE, STORY } from './site.queries.js';
import { publishedText, sinceText } from './site.words.js';

const WORDS = {
  noUpdate: { en: 'No update', es: 'Sin actualización' },
  alone: {
    en: 'No commitment of a State is linked to this pledge yet.',
    es: 'Esta promesa aún no está vinculada a ningún compromiso de un Estado.',
  },
  notReported: { en: 'Not reported', es: 'No informado' },
};

/** So many letters of a text find room on a picture. */
const ROOM = 420;

interface Story extends Record<string, unknown> {
  titleEn: string;
  titleEs: string;
  textEn: string;
  textEs: string;
  year: number;
  stateEn: string;
  stateEs: string;
  day: string;
}

/** What the pictures of single pledges and stories show. */
@Injectable()
export class ThingCards {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PledgesReading) private readonly pledges: PledgesReading,
  ) {}

  /** A pledge with its forum and stage, and how far its commitments are. */
  async ofPledge(id: string, lang: Lang): Promise<LinkCard | undefined> {
    const pledge = await this.pledge(id);
    if (!pledge) return undefined;
    const forum = await this.database.one<{ en: string; es: string }>(PLEDGE_FORUM, [pledge.forum]);
    const [changed] = await this.database.jsonRows<{ since: string }>(PLEDGES_SINCE, [null, id]);
    const { commitments, stage } = pledge;
    const words = lang === 'en' ? pledge.descriptionEn : pledge.descriptionEs;
    return {
      lang,
      over: [forum?.[lang], (stage ? PLEDGE_STAGE_LABELS[stage] : WORDS.noUpdate)[lang]].join(' · '),
      title: lang === 'en' ? pledge.titleEn : pledge.titleEs,
      ...(commitments > 0
        ? standingOf(pledge, lang)
        : {
            figures: [],
            chart: null,
            words: beginning(plainText(words ?? WORDS.alone[lang]), ROOM),
          }),
      source: ['MIRPS', ...(changed ? [sinceText(changed.since, lang)] : [])].join(', '),
    };
  }

  /** A published story: how it begins, where and when; its photo stays on its page, for which alone consent was given. */
  async ofStory(id: string, lang: Lang): Promise<LinkCard | undefined> {
    const story = await this.database.one<Story>(STORY, [id]);
    if (!story) return undefined;
    return {
      lang,
      over: `${lang === 'en' ? story.stateEn : story.stateEs} · ${story.year}`,
      title: lang === 'en' ? story.titleEn : story.titleEs,
      figures: [],
      chart: null,
      words: beginning(plainText(lang === 'en' ? story.textEn : story.textEs), ROOM),
      source: `MIRPS, ${publishedText(story.day, lang)}`,
    };
  }

  private async pledge(id: string): Promise<PledgeDto | undefined> {
    try {
      return await this.pledges.get(PUBLIC, id);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not_found') return undefined;
      throw error;
    }
  }
}

/** How far the commitments of a pledge are, a bar a stage. */
function standingOf(
  { linkedCommitments, commitments, reported }: PledgeDto,
  lang: Lang,
): Pick<LinkCard, 'figures' | 'chart'> {
  const count = (which: string | null) =>
    linkedCommitments.filter((commitment) => commitment.stage === which).length;
  const series = [
    ...STAGES.map((key) => ({ key, label: STAGE_LABELS[key][lang], count: count(key) })),
    { key: 'missing', label: WORDS.notReported[lang], count: count(null) },
  ];
  return {
    figures: [
      { value: ofAll(reported, commitments, lang), label: REPORTED[lang] },
      ...stageFigures(count('in_progress'), count('fulfilled'), 'o', lang),
    ],
    chart: {
      series: series.map(({ key, label }) => ({ key, label })),
      bars: series.map((bar, at) => ({
        label: bar.label,
        values: series.map((_, i) => (i === at ? bar.count : 0)),
        end: String(bar.count),
      })),
    },
  };
}
