export { LIVE_TOPICS, type LiveNews, type LiveTopic, tellLive } from './live.news.js';
export { LiveModule } from './live.module.js';
