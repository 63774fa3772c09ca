import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cycle, useNames } from '~/api/reference';
import { holds, may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { notify } from '~/ui/notice';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { SubmissionSign } from '~/ui/Words';
import { CompletenessLine } from './CompletenessLine';
import { completenessQuery, type Submission, type SubmissionAction, useSubmissionAction } from './queries';
import classes from './SubmissionsPanel.module.css';

/** One State's contribution: how complete it is, what was said about it, and what this person can do. */
export function SubmissionRow({ cycle, submission }: { cycle: Cycle; submission: Submission }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const names = useNames();
  const [asking, setAsking] = useState<SubmissionAction | null>(null);
  const action = useSubmissionAction(cycle.key, submission.stateCode);
  const offered = useOffered(cycle, submission);
  const missing = useMissing(cycle, submission);
  const at = submission.state === 'submitted' ? submission.submittedAt : submission.decidedAt;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <h3 className={classes.name}>
          <Link to="/states/$code" params={{ code: submission.stateCode }} search={{ cycle: cycle.key }}>
            {names.state(submission.stateCode)}
          </Link>
        </h3>
        <SubmissionSign word={submission.state} />
        {at && <span className="soft">{instant(at, names.timeZone(submission.stateCode))}</span>}
        <span className={classes.grow} />
        <div className={classes.buttons}>
          {offered.map((each) => (
            <Button
              key={each}
              size="xs"
              variant={each === 'accept' || each === 'submit' ? 'filled' : 'default'}
              onClick={() => setAsking(each)}
              aria-label={`${t(`submission.${each}`)}: ${names.state(submission.stateCode)}`}
            >
              {t(`submission.${each}`)}
            </Button>
          ))}
        </div>
      </div>
      <CompletenessLine
        cycleKey={cycle.key}
        stateCode={submission.stateCode}
        mayExplain={offered.includes('submit')}
      />
      {submission.messages.length > 0 && (
        <ul className={classes.messages}>
          {submission.messages.map((message) => (
            <li key={message.id}>
              <strong>{t(`word.messageKind.${message.kind}`)}</strong> · {message.authorName} ·{' '}
              <span className="soft">{instant(message.at, names.timeZone(submission.stateCode))}</span>
              <p>{message.text}</p>
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <ReasonDialog
          title={`${t(`submission.${asking}`)}: ${names.state(submission.stateCode)}`}
          text={[t(`submission.${asking}Text`), asking === 'submit' ? missing : ''].join(' ')}
          label={t(
            asking === 'return' || asking === 'question' ? 'submission.questions' : 'submission.words',
          )}
          submit={t(`submission.${asking}`)}
          optional={asking === 'submit' || asking === 'accept'}
          busy={action.isPending}
          error={action.error}
          onClose={() => {
            setAsking(null);
            action.reset();
          }}
          onSubmit={(text) =>
            action.mutate(
              { action: asking, text },
              {
                onSuccess: () => {
                  notify(t(`submission.${asking}Done`));
                  setAsking(null);
                },
              },
            )
          }
        />
      )}
    </li>
  );
}

/** The commitments that still keep the State from submitting, in words; empty when nothing does. */
function useMissing(cycle: Cycle, { stateCode }: Submission): string {
  const { t } = useTranslation();
  const { list } = useLang();
  const unfinished = (useQuery(completenessQuery(cycle.key, stateCode)).data?.commitments ?? []).filter(
    ({ status }) => status !== 'approved' && status !== 'explained',
  );
  const [count, codes] = [unfinished.length, list(unfinished.map(({ code }) => code))];
  return count === 0 ? '' : t('submission.missing', { count, codes });
}

/** What this person can do with the contribution now; the API decides in the end. */
function useOffered(cycle: Cycle, { state, stateCode }: Submission): SubmissionAction[] {
  const me = useMe();
  if (cycle.state !== 'open' && cycle.state !== 'in_review') return [];
  const home = holds(me, 'national_coordinator', stateCode);
  const decides = may(me, 'submission.decide');
  const offered: SubmissionAction[] = [];
  if (home && (state === 'open' || state === 'returned')) offered.push('submit');
  if (decides && state === 'submitted') offered.push('accept', 'return');
  if (home) offered.push('answer');
  else if (may(me, 'submission.ask')) offered.push('question');
  return offered;
}
