import { GoodPracticesImport, goodPracticesImport } from '#features/alliances';
import {
  ObservationsImport,
  observationsImport,
  ResultsService,
  unhcrResultsImport,
} from '#features/indicators';
import {
  mechanismAgreementsImport,
  MechanismPartsImport,
  MechanismsImport,
  mechanismSessionsImport,
  mechanismsImport,
} from '#features/mechanisms';
import { PartnerFiguresImport, partnerFiguresImport } from '#features/partners';
import { CommitmentsImport, commitmentsImport } from '#features/plans';
import { pledgesImport, PledgesService } from '#features/pledges';
import { projectsImport, ProjectsService } from '#features/projects';
import { quantificationImport, QuantificationService } from '#features/quantification';
import {
  acronymsImport,
  annualMeetingsImport,
  contextFiguresImport,
  RegionalFiguresService,
  RegionalPlansService,
} from '#features/regional';
import { InstitutionsService, institutionsImport } from '#features/states';
import { StoriesImport, storiesImport } from '#features/stories';
import { TeamActivitiesImport, teamActivitiesImport } from '#features/teams';
import { type ImportKind, importKind } from '#platform/tables';

/** What can be imported, through the API, on the command line and in the web: one line a kind. */
export const imports: readonly ImportKind[] = [
  importKind(institutionsImport, 'state.manage', InstitutionsService, 'importFile'),
  importKind(commitmentsImport, 'plan.edit', CommitmentsImport, 'importFile'),
  importKind(pledgesImport, 'pledge.write', PledgesService, 'importFile'),
  importKind(projectsImport, 'project.write', ProjectsService, 'importFile'),
  importKind(quantificationImport, 'quantification.write', QuantificationService, 'importFile'),
  importKind(teamActivitiesImport, 'team.work', TeamActivitiesImport, 'importFile'),
  importKind(mechanismsImport, 'mechanism.write', MechanismsImport, 'importFile'),
  importKind(mechanismSessionsImport, 'mechanism.write', MechanismPartsImport, 'importSessions'),
  importKind(mechanismAgreementsImport, 'mechanism.write', MechanismPartsImport, 'importAgreements'),
  importKind(goodPracticesImport, 'good_practice.write', GoodPracticesImport, 'importFile'),
  importKind(storiesImport, 'story.write', StoriesImport, 'importFile'),
  importKind(partnerFiguresImport, 'partner.write', PartnerFiguresImport, 'importFile'),
  importKind(observationsImport, 'observation.write', ObservationsImport, 'importFile'),
  importKind(unhcrResultsImport, 'indicator.manage', ResultsService, 'importFile'),
  importKind(annualMeetingsImport, 'regional.write', RegionalPlansService, 'importMeetings'),
  importKind(contextFiguresImport, 'regional.write', RegionalFiguresService, 'importFigures'),
  importKind(acronymsImport, 'regional.write', RegionalFiguresService, 'importAcronyms'),
];
