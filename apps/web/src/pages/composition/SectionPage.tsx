import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { type Section, sectionQuery } from './queries';
import { isWritable, SectionEditor } from './SectionEditor';
import { SectionState } from './SectionState';
import { SectionVersions } from './SectionVersions';
import { useSectionDraft } from './use-section-draft';

const route = getRouteApi('/app/reports/preparation/$cycle/$section');

/** One section of the report in preparation, to write and to read. */
export function SectionPage() {
  const { cycle, section } = route.useParams();
  return (
    <Loaded query={useQuery(sectionQuery(cycle, section))}>
      {(data) => <Opened key={`${cycle}/${section}`} cycle={cycle} section={data} />}
    </Loaded>
  );
}

function Opened({ cycle, section }: { cycle: string; section: Section }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const cycleName = useCycleName();
  const me = useMe();
  const draft = useSectionDraft({ userId: me.user.id, cycle, section });
  return (
    <>
      <PageTitle
        title={section.title[lang]}
        over={
          <>
            <Link to="/reports/preparation/$cycle" params={{ cycle }}>
              {t('composition.title')}
            </Link>{' '}
            · {cycleName(cycle)}
          </>
        }
      >
        <SectionState state={draft.stored.state} />
      </PageTitle>
      <SectionEditor cycle={cycle} draft={draft} />
      <SectionVersions
        cycle={cycle}
        section={section.key}
        newest={draft.stored.version}
        onRestore={isWritable(draft.stored) ? draft.change : undefined}
      />
    </>
  );
}
