import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Panel } from '~/ui/Panel';
import { Standing } from '~/ui/Standing';
import { TEXTS } from './compared-fields';
import type { UpdateDetail } from './queries';

/** What an update says where there is no earlier one to compare it with. */
export function Statement({ update }: { update: UpdateDetail }) {
  const { t } = useTranslation();
  const { text } = useLang();
  return (
    <Panel title={t('update.content')}>
      <Standing update={update} />
      {update.noChange && <p className="soft">{t('update.noChangeLong')}</p>}
      {TEXTS.filter((name) => text(update, name) !== '').map((name) => (
        <div key={name} style={{ marginTop: '1rem' }}>
          <h3 style={{ margin: 0 }}>{t(`field.${name}`)}</h3>
          <BothText of={update} name={name} narrative />
        </div>
      ))}
    </Panel>
  );
}
