/** Walks of a State's and a team's people, on one product. The teams come last: they publish the open cycle. */
import './delegation.walk.js';
import './evidence.walk.js';
import './teams.walk.js';
