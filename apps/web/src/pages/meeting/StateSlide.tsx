import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { usePoints } from '~/pages/region/ChangePanel';
import { useBefore } from './use-before';
import { meanOf, type MatrixRow } from '~/pages/region/matrix';
import { countOf } from '~/pages/region/measure';
import { Bars } from './Bars';
import classes from './MeetingPage.module.css';
import { Numbers } from './Numbers';

/** One State on one page, area by area. */
export function StateSlide({ row, areas, cycle }: { row: MatrixRow; areas: string[]; cycle: string }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const names = useNames();
  const points = usePoints();
  const { total } = row;
  const before = useBefore(total);
  const mean = (value: number | null) => (value === null ? t('value.notReported') : percent(value));
  const cells = [...areas.flatMap((area) => row.shared.get(area) ?? []), ...row.own];
  return (
    <>
      <h2 className={classes.title}>
        {names.state(row.stateCode)} <span className={classes.onPaper}>· {cycle}</span>
      </h2>
      {!total && <p>{t('meeting.nothing')}</p>}
      {total && (
        <>
          <Numbers
            rows={[
              [
                t('meeting.reported'),
                t('coverage.short', { reported: total.reported, total: total.commitments }),
                t('region.explained', { count: total.explained }),
              ],
              [t('meeting.mean'), mean(meanOf(total)), `${points(before.of(total))} · ${before.label}`],
              [
                t('meeting.warned'),
                countOf(total.outlooks, 'at_risk') + countOf(total.outlooks, 'off_track'),
              ],
            ]}
          />
          <Bars cell={total} />
          <table className={classes.table}>
            <caption className={classes.caption}>{t('meeting.areas')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field.area')}</th>
                <th scope="col">{t('meeting.reported')}</th>
                <th scope="col">{t('meeting.mean')}</th>
                <th scope="col">{before.label}</th>
              </tr>
            </thead>
            <tbody>
              {cells.map((cell) => (
                <tr key={cell.areaKey}>
                  <th scope="row">{names.area(cell.areaKey)}</th>
                  <td>{t('coverage.short', { reported: cell.reported, total: cell.commitments })}</td>
                  <td>{mean(meanOf(cell))}</td>
                  <td>{points(before.of(cell))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
