/** Walks through rooms whose records have nothing to do with each other, on one product. */
import './stories.walk.js';
import './indicators.walk.js';
import './quantification.walk.js';
import './records.walk.js';
import './lost-answer.walk.js';
