export { HealthModule } from './health.module.js';
export { ReadinessCheck } from './health.controller.js';
