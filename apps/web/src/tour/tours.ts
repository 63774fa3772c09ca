import type words from '../i18n/en.tour.json';

export interface Step<Id extends string = string> {
  id: Id;
  /** The page on which it happens; names in braces are places that are found for each person. */
  at: string;
  /** What is pointed at. */
  target: string;
}

export type TourRole = keyof typeof words;

type Tours = { [Role in TourRole]: Step<keyof (typeof words)[Role] & string>[] };

const HEADING = 'main h1';
const TABLE = 'main table';
const LIST = 'main li';

/** What each role is shown, in order; the words stand in `i18n/*.tour.json`. */
export const TOURS: Tours = {
  focal_point: [
    { id: 'owed', at: '/my-updates', target: HEADING },
    { id: 'last', at: '/my-updates', target: LIST },
    { id: 'assessment', at: '/my-updates/{due}', target: '#assessment' },
    { id: 'figures', at: '/my-updates/{due}', target: '#figures' },
    { id: 'evidence', at: '/my-updates/{due}', target: '#evidence' },
    { id: 'submit', at: '/my-updates/{due}', target: 'main button[type=submit]' },
    { id: 'news', at: '/my-updates', target: 'header a[href="/notifications"]' },
  ],
  national_coordinator: [
    { id: 'queue', at: '/review', target: HEADING },
    { id: 'completeness', at: '/review', target: '#completeness' },
    { id: 'compare', at: '/updates/{update}', target: HEADING },
    { id: 'submit', at: '/cycles/{cycle}', target: '#submissions' },
    { id: 'plan', at: '/states/{state}/plans', target: HEADING },
    { id: 'people', at: '/states/{state}/members', target: TABLE },
  ],
  presidency: [
    { id: 'summary', at: '/region?cycle={numbers}', target: '#region-summary' },
    { id: 'measure', at: '/region?cycle={numbers}', target: 'fieldset[data-field=show]' },
    { id: 'matrix', at: '/region?cycle={numbers}', target: TABLE },
    { id: 'late', at: '/late?cycle={cycle}', target: 'fieldset[data-field=show]' },
    { id: 'submissions', at: '/cycles/{cycle}', target: '#submissions' },
    { id: 'meeting', at: '/meeting?cycle={numbers}', target: HEADING },
  ],
  secretariat: [
    { id: 'generate', at: '/reports', target: '#generate' },
    { id: 'files', at: '/reports', target: '#made' },
    { id: 'sections', at: '/reports/preparation/{cycle}', target: '#sections' },
    { id: 'numbers', at: '/region?cycle={numbers}', target: TABLE },
    { id: 'late', at: '/late?cycle={cycle}', target: 'fieldset[data-field=show]' },
    { id: 'framework', at: '/pledges', target: TABLE },
  ],
  team_lead: [
    { id: 'teams', at: '/teams', target: TABLE },
    { id: 'workplan', at: '/teams/{team}', target: '#workplan' },
    { id: 'records', at: '/teams/{team}', target: '#sessions' },
    { id: 'updates', at: '/teams/{team}', target: '#updates' },
    { id: 'pledges', at: '/pledges', target: TABLE },
  ],
  administrator: [
    { id: 'cycles', at: '/cycles', target: TABLE },
    { id: 'people', at: '/users', target: TABLE },
    { id: 'reminders', at: '/reminders', target: HEADING },
    { id: 'mails', at: '/mail-outbox', target: HEADING },
    { id: 'audit', at: '/audit', target: HEADING },
  ],
  support_platform: [
    { id: 'region', at: '/region', target: HEADING },
    { id: 'states', at: '/states', target: HEADING },
    { id: 'pledges', at: '/pledges', target: TABLE },
    { id: 'money', at: '/quantification', target: HEADING },
    { id: 'reports', at: '/reports', target: HEADING },
  ],
};
