export { addDays, daysBetween, isDay, isTimeZone, localDay, localInstant } from './calendar.js';
