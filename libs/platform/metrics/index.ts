export { MetricsModule, measureRequests } from './metrics.js';
