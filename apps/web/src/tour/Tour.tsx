import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { IconClose } from '~/ui/icons';
import type { TourProgress } from './progress';
import { wordsQuery } from './texts';
import classes from './Tour.module.css';
import { useSteps } from './use-steps';
import { type Box, useTarget } from './use-target';

/** A card beside the page that tells what it points at, step by step; the page stays usable. */
export function Tour({ progress }: { progress: TourProgress }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const id = useId();
  const { step, here, page, total, show, leave } = useSteps(useMe(), progress);
  const box = useTarget(here ? step?.target : undefined, page);
  const words = useQuery(wordsQuery(lang)).data?.[progress.role] as Words | undefined;
  const said = step && words?.[step.id];
  const card = useRef<HTMLDivElement>(null);
  const found = box !== undefined;

  // The page takes the focus to its heading first; then the card tells what is to be seen. Whoever is in the card already
  // stays at the button they are about to press, also when what is pointed at was drawn anew.
  useEffect(() => {
    if (said && found && !card.current?.contains(document.activeElement))
      card.current?.focus({ preventScroll: true });
  }, [said, found]);

  if (!step || !said) return null;
  const last = progress.step === total - 1;
  return (
    <>
      {box && <div className={classes.ring} style={around(box)} aria-hidden />}
      <div
        ref={card}
        role="dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        tabIndex={-1}
        className={classes.card}
        data-step={step.id}
        data-found={found || undefined}
        data-above={(box && box.top > innerHeight * 0.45) || undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leave();
        }}
      >
        <div className={classes.head}>
          <span className="soft">{t('tour.step', { n: progress.step + 1, of: total })}</span>
          <button type="button" className={classes.close} aria-label={t('tour.leave')} onClick={leave}>
            <IconClose />
          </button>
        </div>
        <h2 id={`${id}-title`} className={classes.title}>
          {said.title}
        </h2>
        <p id={`${id}-text`} className={classes.text}>
          {said.text}
        </p>
        <div className={classes.buttons}>
          {progress.step > 0 && (
            <Button variant="default" onClick={() => void show(progress.step - 1, -1)}>
              {t('tour.previous')}
            </Button>
          )}
          {here ? (
            <Button onClick={() => void show(progress.step + 1)}>
              {t(last ? 'tour.finish' : 'tour.next')}
            </Button>
          ) : (
            <Button onClick={() => void show(progress.step)}>{t('tour.here')}</Button>
          )}
        </div>
      </div>
    </>
  );
}

type Words = Record<string, { title: string; text: string }>;

const AIR = 6;

const around = ({ top, left, width, height }: Box) => ({
  top: top - AIR,
  left: left - AIR,
  width: width + 2 * AIR,
  height: height + 2 * AIR,
});
