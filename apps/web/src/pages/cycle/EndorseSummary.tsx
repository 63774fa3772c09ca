import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { Term } from '~/glossary/Term';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { SubmissionSign } from '~/ui/Words';
import { cycleFindingsQuery } from '~/pages/findings/queries';
import { matrixQuery } from '~/pages/region/queries';
import { meanOf } from '~/pages/region/matrix';
import classes from './EndorseSummary.module.css';
import type { Submission } from './queries';

/** What will be frozen: every State's numbers as they stand. */
export function EndorseSummary({ cycleKey, submissions }: { cycleKey: string; submissions: Submission[] }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const names = useNames();
  const matrix = useQuery(matrixQuery(cycleKey));
  const open = useQuery(cycleFindingsQuery(cycleKey)).data?.findings.filter(({ answer }) => answer === null);
  return (
    <Loaded query={matrix}>
      {({ cells }) => (
        <div className={classes.frame} tabIndex={0} role="region" aria-label={t('cycleAction.frozen')}>
          <table className={classes.table}>
            <caption>{t('cycleAction.frozen')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field.state')}</th>
                <th scope="col">
                  <Term of="submission">{t('cycle.submissions')}</Term>
                </th>
                <th scope="col">
                  <Term of="coverage">{t('endorse.reported')}</Term>
                </th>
                <th scope="col">
                  <Term of="explained">{t('endorse.explained')}</Term>
                </th>
                <th scope="col">
                  <Term of="carried_forward">{t('endorse.carriedForward')}</Term>
                </th>
                <th scope="col">
                  <Term of="not_reported">{t('value.notReported')}</Term>
                </th>
                <th scope="col">
                  <Term of="finding">{t('endorse.findings')}</Term>
                </th>
                <th scope="col">
                  <Term of="mean_commitments">{t('endorse.mean')}</Term>
                </th>
              </tr>
            </thead>
            <tbody>
              {cells
                .filter((cell) => cell.level === 'state' || cell.level === 'region')
                .map((cell) => {
                  const mean = meanOf(cell);
                  const submission = submissions.find((each) => each.stateCode === cell.stateCode);
                  return (
                    <tr key={cell.stateCode || 'region'}>
                      <th scope="row">
                        {cell.level === 'region' ? t('nav.region') : names.state(cell.stateCode)}
                      </th>
                      <td>{submission && <SubmissionSign word={submission.state} />}</td>
                      <td>{t('coverage.short', { reported: cell.reported, total: cell.commitments })}</td>
                      <td>{cell.explained}</td>
                      <td>{cell.carriedForward}</td>
                      <td>{cell.notReported}</td>
                      <td>
                        {open?.filter(({ stateCode }) => !cell.stateCode || stateCode === cell.stateCode)
                          .length ?? '…'}
                      </td>
                      <td>{mean === null ? t('value.notReported') : percent(mean)}</td>
                    </tr>
                  );
                })}
            </tbody>
          </table>
        </div>
      )}
    </Loaded>
  );
}
