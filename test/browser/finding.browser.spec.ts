/** Walks that change nothing but what is a person's own, on one product. */
import './tour.walk.js';
import './search.walk.js';
