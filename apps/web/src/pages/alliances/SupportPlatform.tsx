import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Facts, Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { EditButton } from './EditButton';
import type { Edit, Platform } from './edited';

/** The Support Platform: who belongs to it, and who chaired it when. */
export function SupportPlatform({ platform, edit }: { platform: Platform; edit: Edit }) {
  const { t } = useTranslation();
  const { text, lang, list } = useLang();
  const named = (keep: (member: Platform['members'][number]) => boolean): string =>
    list(
      platform.members.filter(keep).map((member) => {
        const years = [member.fromYear, member.untilYear].filter((year) => year != null);
        const name = text(member, 'name');
        return years.length === 0 ? name : `${name} (${[...new Set(years)].join('–')})`;
      }),
    ) || t('alliance.notStated');
  return (
    <Panel
      title={t('alliance.platform')}
      aside={
        <>
          <EditButton edit={edit} edited={{ kind: 'chair', platform, row: null }} />
          <EditButton edit={edit} edited={{ kind: 'platform', row: platform }} of={t('alliance.platform')} />
        </>
      }
    >
      <Facts
        rows={[
          [t('alliance.launched'), platform.launched],
          [t('alliance.states'), named(({ kind, untilYear }) => kind === 'state' && untilYear == null)],
          [
            t('alliance.organisations'),
            named(({ kind, untilYear }) => kind === 'organisation' && untilYear == null),
          ],
          [t('alliance.former'), named(({ untilYear }) => untilYear != null)],
        ]}
      />
      <h3>{t('alliance.chairs')}</h3>
      <ul>
        {platform.chairs.map((chair) => (
          <li key={chair.periodEn}>
            <strong>{text(chair, 'name')}</strong> · {text(chair, 'period')}{' '}
            <EditButton
              edit={edit}
              edited={{ kind: 'chair', platform, row: chair }}
              of={text(chair, 'name')}
            />
            <BothText of={chair} name="priority" />
            <BothText of={chair} name="note" />
          </li>
        ))}
      </ul>
      <ul>
        {platform.notes.map((note) => (
          <li key={note.en}>{note[lang]}</li>
        ))}
      </ul>
      <p className="soft">
        <SourceText text={platform.sources.join(' · ')} />
      </p>
    </Panel>
  );
}
