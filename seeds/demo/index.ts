import { readSeedFile, seedBytes } from '../reference/seed-file.js';
import type { AssessmentsSeed, FactsSeed, PeopleSeed, StorySeed, TeamUpdatesSeed } from './demo.content.js';

export type * from './demo.content.js';

/** The facts of 2024 as published, with their figures. */
export const readFacts2024 = (): FactsSeed => readSeedFile('demo/facts-2024.json');

/** Illustrative assessments of 2024 with narratives from the facts, and explanations of what was not assessed. */
export const readAssessments2024 = (): AssessmentsSeed => readSeedFile('demo/assessments-2024.json');

/** Fictional people for every role. */
export const readPeople = (): PeopleSeed => readSeedFile('demo/people.json');

/** What the teams say of their workplans of 2024. */
export const readTeamUpdates2024 = (): TeamUpdatesSeed => readSeedFile('demo/team-updates-2024.json');

/** Stories that the report of 2024 told, retold in a sentence, each with a drawing of our own. */
export const readStories2024 = (): StorySeed[] => readSeedFile('demo/stories-2024.json');

/** A drawing that was made for the demo. */
export const readPicture = (name: string): Buffer => seedBytes(`demo/pictures/${name}`);
