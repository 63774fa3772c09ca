import { useTranslation } from 'react-i18next';
import { Sign, type Tone } from './Sign';
import type { CycleState, Outlook, ReviewState, Stage, SubmissionState } from './vocabulary';

const STAGES: Record<Stage, [Tone, string]> = {
  not_started: ['quiet', '○'],
  planning: ['quiet', '◔'],
  in_progress: ['accent', '◑'],
  fulfilled: ['good', '●'],
  discontinued: ['quiet', '⊘'],
};

const OUTLOOKS: Record<Outlook, [Tone, string]> = {
  on_track: ['good', '✓'],
  at_risk: ['warn', '!'],
  off_track: ['bad', '✕'],
  not_assessed: ['quiet', '–'],
};

const REVIEW_STATES: Record<ReviewState, [Tone, string]> = {
  draft: ['quiet', '✎'],
  submitted: ['accent', '→'],
  returned: ['warn', '↩'],
  approved: ['good', '✓'],
  published: ['good', '★'],
};

const SUBMISSION_STATES: Record<SubmissionState, [Tone, string]> = {
  open: ['quiet', '○'],
  submitted: ['accent', '→'],
  returned: ['warn', '↩'],
  accepted: ['good', '✓'],
};

const CYCLE_STATES: Record<CycleState, [Tone, string]> = {
  planned: ['quiet', '○'],
  open: ['accent', '◑'],
  in_review: ['warn', '→'],
  endorsed: ['good', '✓'],
  published: ['good', '★'],
};

interface Marked<W> {
  word: W;
  /** The material does not state it; shown with its mark. */
  illustrative?: boolean;
}

export function StageSign({ word, illustrative }: Marked<Stage>) {
  const { t } = useTranslation();
  const [tone, shape] = STAGES[word];
  return <Sign tone={tone} shape={shape} text={t(`word.stage.${word}`)} illustrative={illustrative} />;
}

export function OutlookSign({ word, illustrative }: Marked<Outlook>) {
  const { t } = useTranslation();
  const [tone, shape] = OUTLOOKS[word];
  return <Sign tone={tone} shape={shape} text={t(`word.outlook.${word}`)} illustrative={illustrative} />;
}

export function ReviewSign({ word }: { word: ReviewState }) {
  const { t } = useTranslation();
  const [tone, shape] = REVIEW_STATES[word];
  return <Sign tone={tone} shape={shape} text={t(`word.reviewState.${word}`)} />;
}

export function SubmissionSign({ word }: { word: SubmissionState }) {
  const { t } = useTranslation();
  const [tone, shape] = SUBMISSION_STATES[word];
  return <Sign tone={tone} shape={shape} text={t(`word.submissionState.${word}`)} />;
}

export function CycleSign({ word }: { word: CycleState }) {
  const { t } = useTranslation();
  const [tone, shape] = CYCLE_STATES[word];
  return <Sign tone={tone} shape={shape} text={t(`word.cycleState.${word}`)} />;
}
