import type { ResultsService } from '#features/indicators';
import { seedIndicators } from '../../seeds/apply/indicators.js';

/** UNHCR's results of 2024 in Mexico, as the seeds bring them. */
export const seededResults = (results: ResultsService): Promise<void> => seedIndicators(results);
