import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { notify } from '~/ui/notice';
import { ReasonDialog } from '~/ui/ReasonDialog';
import classes from './FindingList.module.css';
import { type Answer, type Finding, useAnswer } from './queries';

type Kind = Answer['answer'];
const KINDS: readonly Kind[] = ['confirmed', 'explained', 'corrected'];

/** Findings one below the other, each with its answer or the ways to give one. */
export function FindingList({
  findings,
  place,
}: {
  findings: Finding[];
  place?: (finding: Finding) => React.ReactNode;
}) {
  return (
    <ul className={classes.list}>
      {findings.map((finding) => (
        <FindingItem key={finding.fingerprint} finding={finding} place={place?.(finding)} />
      ))}
    </ul>
  );
}

function FindingItem({ finding, place }: { finding: Finding; place: React.ReactNode }) {
  const { t } = useTranslation();
  const { text, lang, instant } = useLang();
  const [asking, setAsking] = useState<Kind | null>(null);
  const answering = useAnswer(finding);
  const { answer } = finding;
  return (
    <li className={classes.item} data-answered={answer ? true : undefined}>
      <h3 className={classes.title}>
        {place} {text(finding, 'title')}
      </h3>
      {text(finding, 'figure') !== '' && (
        <p className="soft">
          {finding.factCode && `${finding.factCode} · `}
          {text(finding, 'figure')}
        </p>
      )}
      <p className={classes.detail}>{text(finding, 'detail')}</p>
      {answer && (
        <div className={classes.answer}>
          <strong>{t(`finding.answered.${answer.answer}`)}</strong>{' '}
          <span className="soft">
            {answer.authorName} · {instant(answer.at)}
          </span>
          <BothText of={answer} name="text" />
        </div>
      )}
      {finding.mayAnswer && (
        <Group
          gap="xs"
          mt="xs"
          role="group"
          aria-label={t('finding.answer', { title: text(finding, 'title') })}
        >
          {KINDS.map((kind) => (
            <Button key={kind} size="compact-sm" variant="default" onClick={() => setAsking(kind)}>
              {t(`finding.give.${kind}`)}
            </Button>
          ))}
        </Group>
      )}
      {asking && (
        <ReasonDialog
          title={t(`finding.give.${asking}`)}
          text={`${text(finding, 'detail')} ${t(`finding.why.${asking}`)}`}
          label={t('finding.words')}
          submit={t('finding.keep')}
          busy={answering.isPending}
          error={answering.error}
          onClose={() => {
            setAsking(null);
            answering.reset();
          }}
          onSubmit={(words) =>
            answering.mutate(
              { answer: asking, ...(lang === 'en' ? { textEn: words } : { textEs: words }) },
              {
                onSuccess: () => {
                  setAsking(null);
                  notify(t('finding.kept'));
                },
              },
            )
          }
        />
      )}
    </li>
  );
}
