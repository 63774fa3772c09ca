export { Config, ConfigError, type DataLicence, loadConfig, resolveEnvironment } from './config.js';
export { ConfigModule } from './config.module.js';
