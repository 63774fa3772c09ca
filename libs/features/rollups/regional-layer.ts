import { Inject, Injectable } from '@nestjs/common';
import { AllianceSections } from '#features/alliances';
import { IndicatorSection } from '#features/indicators';
import { PartnerSection } from '#features/partners';
import { PledgeSection } from '#features/pledges';
import { ProgrammesService } from '#features/projects';
import { QuantificationSection } from '#features/quantification';
import { RegionalSections } from '#features/regional';
import { STORIES, StorySection, withoutWithdrawn } from '#features/stories';
import { TeamSections } from '#features/teams';

/** One section of what a year's report tells beside the States' own progress; `id` is its key. */
export interface LayerSection {
  id: string;
  content: unknown;
}

/**
 * The regional layer of a year as snapshots freeze it: the sections of every room that keeps a part of it.
 */
@Injectable()
export class RegionalLayer {
  constructor(
    @Inject(PledgeSection) private readonly pledges: PledgeSection,
    @Inject(TeamSections) private readonly teams: TeamSections,
    @Inject(ProgrammesService) private readonly programmes: ProgrammesService,
    @Inject(IndicatorSection) private readonly indicators: IndicatorSection,
    @Inject(QuantificationSection) private readonly quantification: QuantificationSection,
    @Inject(AllianceSections) private readonly alliances: AllianceSections,
    @Inject(RegionalSections) private readonly regional: RegionalSections,
    @Inject(StorySection) private readonly stories: StorySection,
    @Inject(PartnerSection) private readonly partners: PartnerSection,
  ) {}

  /** Every section of a year as it stands for one of its cycles, by key. */
  async of({ year, key: cycleKey }: { year: number; key: string }): Promise<LayerSection[]> {
    const told: LayerSection[] = [
      ...(await this.pledges.sectionsOf(year)),
      ...(await this.teams.sectionsOf(year, cycleKey)),
      ...(await this.programmes.sectionsOf(year)),
      ...(await this.indicators.sectionsOf(year)),
      ...(await this.quantification.sectionsOf(year)),
      ...(await this.alliances.sectionsOf(year)),
      ...(await this.regional.sectionsOf(year)),
      ...(await this.stories.sectionsOf(year)),
      ...(await this.partners.sectionsOf(year)),
    ];
    return told.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** What was taken back after a time, by id, with the day: stories and photos whose consent was withdrawn. */
  withdrawnAfter(at: Date): Promise<Map<string, string>> {
    return this.stories.withdrawnAfter(at);
  }
}

/** Frozen sections as they may be shown now, without what was taken back since. */
export const withoutWithdrawnParts = <T extends LayerSection>(
  sections: readonly T[],
  withdrawn: ReadonlyMap<string, string>,
): T[] =>
  sections.map((section) =>
    section.id === STORIES ? { ...section, content: withoutWithdrawn(section.content, withdrawn) } : section,
  );
