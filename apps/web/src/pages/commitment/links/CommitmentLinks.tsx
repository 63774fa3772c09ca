import type { ComponentType } from 'react';
import { IndicatorLinks } from './IndicatorLinks';
import { MechanismLinks } from './MechanismLinks';
import { PracticeLinks } from './PracticeLinks';
import { PledgeLinks } from './PledgeLinks';
import { ProjectLinks } from './ProjectLinks';
import { QuantificationLinks } from './QuantificationLinks';
import { TeamActivityLinks } from './TeamActivityLinks';
import { RegionalPlanLinks } from './RegionalPlanLinks';
import { StoryLinks } from './StoryLinks';
import { PartnerFigureLinks } from './PartnerFigureLinks';

/** What belongs to a commitment elsewhere: one panel a room, each showing nothing when it has nothing. */
const LINKS: ComponentType<{ commitmentId: string }>[] = [
  IndicatorLinks,
  PledgeLinks,
  ProjectLinks,
  QuantificationLinks,
  MechanismLinks,
  TeamActivityLinks,
  PracticeLinks,
  RegionalPlanLinks,
  StoryLinks,
  PartnerFigureLinks,
];

export function CommitmentLinks({ commitmentId }: { commitmentId: string }) {
  return LINKS.map((Links, place) => <Links key={place} commitmentId={commitmentId} />);
}
