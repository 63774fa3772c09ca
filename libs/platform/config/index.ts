export { Config, ConfigError, loadConfig, resolveEnvironment } from './config.js';
export { ConfigModule } from './config.module.js';
