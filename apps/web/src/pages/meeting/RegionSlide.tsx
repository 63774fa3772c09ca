import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { usePoints } from '~/pages/region/ChangePanel';
import { useBefore } from './use-before';
import { meanOf, type MatrixView } from '~/pages/region/matrix';
import { Bars } from './Bars';
import classes from './MeetingPage.module.css';
import { Numbers } from './Numbers';

/** The region on one page: its two means, and each State beside the others. */
export function RegionSlide({ view, cycle }: { view: MatrixView; cycle: string }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const names = useNames();
  const points = usePoints();
  const { region, rows } = view;
  const before = useBefore(view.region);
  const mean = (value: number | null) => (value === null ? t('value.notReported') : percent(value));
  return (
    <>
      <h2 className={classes.title}>
        {t('region.title')} <span className={classes.onPaper}>· {cycle}</span>
      </h2>
      {region && (
        <>
          <Numbers
            rows={[
              [
                t('meeting.reported'),
                t('coverage.short', { reported: region.reported, total: region.commitments }),
              ],
              [
                t('region.meanOverCommitments'),
                mean(meanOf(region)),
                `${points(before.of(region))} · ${before.label}`,
              ],
              [
                t('region.meanOverStates'),
                mean(meanOf(region, 'states')),
                t('region.statesShort', { n: region.statesInMean }),
              ],
            ]}
          />
          <Bars cell={region} />
        </>
      )}
      <table className={classes.table}>
        <caption className={classes.caption}>{t('meeting.states')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.state')}</th>
            <th scope="col">{t('meeting.reported')}</th>
            <th scope="col">{t('meeting.mean')}</th>
            <th scope="col">{before.label}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stateCode, total }) => (
            <tr key={stateCode}>
              <th scope="row">{names.state(stateCode)}</th>
              <td>
                {total
                  ? t('coverage.short', { reported: total.reported, total: total.commitments })
                  : t('value.notReported')}
              </td>
              <td>{mean(meanOf(total))}</td>
              <td>{points(total && before.of(total))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
