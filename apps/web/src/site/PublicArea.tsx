import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { EvidenceList } from '~/ui/EvidenceList';
import { FactList } from '~/ui/FactList';
import { Panel } from '~/ui/Panel';
import { Coverage } from '~/ui/Percent';
import { Standing } from '~/ui/Standing';
import classes from './PublicArea.module.css';
import type { PublicCommitment } from './queries';

/** The commitments of one area; each opens to what was reported of it. */
export function PublicArea({ area, commitments }: { area: string; commitments: PublicCommitment[] }) {
  const names = useNames();
  const reported = commitments.filter(({ standing }) => standing === 'reported').length;
  return (
    <Panel title={names.area(area)} aside={<Coverage reported={reported} total={commitments.length} />}>
      {commitments.map((commitment) => (
        <Commitment key={commitment.id} commitment={commitment} />
      ))}
    </Panel>
  );
}

function Commitment({ commitment }: { commitment: PublicCommitment }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const { code, standing, update } = commitment;
  return (
    <details id={code} className={classes.commitment}>
      <summary className={classes.head}>
        <span className={classes.words}>
          <span className={classes.code}>{code}</span> {text(commitment, 'title')}
        </span>
        <span className={classes.standing}>
          {update && standing !== 'not_reported' ? (
            <Standing update={update} />
          ) : (
            <span className={classes.none}>{t(`site.standing.${standing}`)}</span>
          )}
          {update && standing !== 'reported' && (
            <span className={classes.none}>{t(`site.standing.${standing}`)}</span>
          )}
        </span>
      </summary>
      <div className={classes.more}>
        <BothText of={commitment} name="summary" />
        <Institutions commitment={commitment} />
        <BothText of={commitment} name="explanation" />
        {update && <Told update={update} />}
        {commitment.facts.length > 0 && (
          <>
            <h3>{t('update.facts')}</h3>
            <FactList facts={commitment.facts} />
          </>
        )}
      </div>
    </details>
  );
}

const TEXTS = ['narrative', 'challenges', 'nextSteps', 'supportNeeded'] as const;

function Told({ update }: { update: NonNullable<PublicCommitment['update']> }) {
  const { t } = useTranslation();
  const { text } = useLang();
  return (
    <>
      {update.noChange && <p>{t('update.noChangeLong')}</p>}
      {TEXTS.filter((name) => text(update, name) !== '').map((name) => (
        <div key={name}>
          <h3>{t(`field.${name}`)}</h3>
          <BothText of={update} name={name} narrative />
        </div>
      ))}
      <EvidenceList evidence={update.evidence} />
    </>
  );
}

function Institutions({ commitment: { institutions } }: { commitment: PublicCommitment }) {
  const { text, list } = useLang();
  const { t } = useTranslation();
  const of = (wanted: 'lead' | 'partner') =>
    institutions.filter(({ role }) => role === wanted).map((each) => each.acronym ?? text(each, 'name'));
  const [leads, partners] = [of('lead'), of('partner')];
  if (leads.length + partners.length === 0) return null;
  return (
    <p className="soft">
      {leads.length > 0 && t('site.leads', { names: list(leads) })}{' '}
      {partners.length > 0 && t('site.partners', { names: list(partners) })}
    </p>
  );
}
