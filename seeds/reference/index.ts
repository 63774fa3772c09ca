import type { UnhcrMexicoSeed } from './indicators.content.js';
import type { MechanismSeed } from './mechanisms.content.js';
import type {
  AnnualMeetingSeed,
  AreasSeed,
  GlossarySeed,
  InstitutionSeed,
  MexicoPlanSeed,
  NamedKey,
  PlanCountsSeed,
  PresidencySeed,
  RegionalDocumentSeed,
  StateSeed,
  TemplateSeed,
} from './reference.content.js';
import type { PartnerFigureSeed } from './partners.content.js';
import type { RegionalSeed } from './regional.content.js';
import { readSeedFile } from './seed-file.js';

export type * from './indicators.content.js';
export type * from './mechanisms.content.js';
export type * from './partners.content.js';
export type * from './reference.content.js';
export type * from './regional.content.js';
export { readSeedFile };

/** The seven States, in the order of the reports. */
export const readStates = (): StateSeed[] => readSeedFile('reference/states.json');

/** The Presidencies since 2019, without gaps or overlaps; the last one has no end yet. */
export const readPresidencies = (): PresidencySeed[] => readSeedFile('reference/presidencies.json');

export const readAnnualMeetings = (): AnnualMeetingSeed[] => readSeedFile('reference/annual-meetings.json');

/** The declarations of the Annual Meetings and the Statutory Charter. */
export const readRegionalDocuments = (): RegionalDocumentSeed[] =>
  readSeedFile('reference/regional-documents.json');

/** The five shared areas, the States' own ones, and the sections of facts and chapters. */
export const readAreas = (): AreasSeed => readSeedFile('reference/areas.json');

/** Names of the populations of figures and of the target groups of commitments. */
export const readPopulationGroups = (): NamedKey[] => readSeedFile('reference/population-groups.json');

/** Every institution that any other seed names by its key. */
export const readInstitutions = (): InstitutionSeed[] => readSeedFile('reference/institutions.json');

export const readMexicoPlan = (): MexicoPlanSeed => readSeedFile('reference/mexico-plan.json');

export const readTemplate = (): TemplateSeed => readSeedFile('reference/regional-template.json');

export const readPlanCounts = (): PlanCountsSeed => readSeedFile('reference/state-plans.json');

export const readGlossary = (): GlossarySeed[] => readSeedFile('reference/glossary.json');

export const readRegional = (): RegionalSeed => readSeedFile('reference/regional.json');

/** The mechanisms of the States with what sources say they met about. */
export const readMechanisms = (): MechanismSeed[] => readSeedFile('reference/mechanisms.json');

/** What partners' documents give in figures, one entry a figure with its sheet. */
export const readPartnerFigures = (): PartnerFigureSeed[] => readSeedFile('reference/partner-figures.json');

export const readUnhcrMexico = (): UnhcrMexicoSeed => readSeedFile('reference/unhcr-mexico-2024.json');
