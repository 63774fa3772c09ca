/** One colour a shared area, dark enough for text on white. */
export const AREA_COLOURS: Readonly<Record<string, string>> = {
  protection: '#1f5a8a',
  education: '#6b4a94',
  health: '#a53a33',
  jobs_and_livelihoods: '#8a5f00',
  social_protection: '#246b57',
};

/** Fill and ink of badges and bars in HTML and Word; those of the PDF are in its template, where a designer looks for them. */
export const FILLS: Readonly<Record<string, readonly [fill: string, ink: string]>> = {
  'stage-not_started': ['#c3cad3', '#1d2733'],
  'stage-planning': ['#9cc3e6', '#12263a'],
  'stage-in_progress': ['#2f6fa8', '#ffffff'],
  'stage-fulfilled': ['#1c6b4a', '#ffffff'],
  'stage-discontinued': ['#7d5560', '#ffffff'],
  'coverage-explained': ['#eadfc4', '#3b3118'],
  'coverage-carried_forward': ['#d8cce6', '#2e2140'],
  'coverage-not_reported': ['#f6f6f4', '#3c4650'],
  'coverage-reported': ['#2f6fa8', '#ffffff'],
  'outlook-on_track': ['#2a7454', '#ffffff'],
  'outlook-at_risk': ['#e2a32b', '#2b1d00'],
  'outlook-off_track': ['#a5342b', '#ffffff'],
  'outlook-not_assessed': ['#c3cad3', '#1d2733'],
  'measure-before': ['#9cc3e6', '#12263a'],
  'measure-now': ['#2f6fa8', '#ffffff'],
  'measure-rest': ['#e9edf1', '#3c4650'],
  'money-own': ['#1c6b4a', '#ffffff'],
  'money-funded': ['#2f6fa8', '#ffffff'],
  'money-gap': ['#e2a32b', '#2b1d00'],
  ...Object.fromEntries(
    Object.entries(AREA_COLOURS).map(([key, colour]) => [`topic-${key}`, [colour, '#ffffff'] as const]),
  ),
  'topic-own': ['#7d5560', '#ffffff'],
  'topic-none': ['#c3cad3', '#1d2733'],
  'share-none': ['#f6f6f4', '#3c4650'],
  'share-25': ['#c9dff2', '#12263a'],
  'share-50': ['#86b4dc', '#12263a'],
  'share-75': ['#2f6fa8', '#ffffff'],
  'share-100': ['#143a5c', '#ffffff'],
};
