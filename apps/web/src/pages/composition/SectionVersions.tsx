import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { LANGUAGE_NAMES, type Lang } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { ComparedText } from '~/ui/ComparedText';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import classes from './composition.module.css';
import { langsFor } from './languages';
import { comparisonQuery, type Texts, versionsQuery } from './queries';

type Version = Schemas['SectionVersionDto'];
type Comparison = Schemas['ComparisonDto'];

interface SectionVersionsProps {
  cycle: string;
  section: string;
  newest: number;
  /** Puts an earlier text into the section; absent for who may not write in it. */
  onRestore: ((texts: Texts) => void) | undefined;
}

/** How a section was, and what became of it between two versions. */
export function SectionVersions({ cycle, section, newest, onRestore }: SectionVersionsProps) {
  const { t } = useTranslation();
  const versions = useQuery(versionsQuery(cycle, section, newest));
  return (
    <Panel title={t('composition.versions')}>
      <Loaded query={versions}>
        {(list) =>
          list.length < 2 ? (
            <p className="soft">{t('composition.noVersions')}</p>
          ) : (
            <Compare key={newest} cycle={cycle} section={section} versions={list} onRestore={onRestore} />
          )
        }
      </Loaded>
    </Panel>
  );
}

function Compare({
  cycle,
  section,
  versions,
  onRestore,
}: Omit<SectionVersionsProps, 'newest'> & { versions: Version[] }) {
  const { t } = useTranslation();
  const { lang, instant } = useLang();
  const [from, setFrom] = useState(versions[1]?.version ?? 1);
  const [to, setTo] = useState(versions[0]?.version ?? 1);
  const comparison = useQuery(comparisonQuery(cycle, section, from, to));
  const options = versions.map(({ version, savedAt, savedBy, state }) => ({
    value: String(version),
    label: `${version} · ${instant(savedAt)}${savedBy ? ` · ${savedBy}` : ''} · ${t(`composition.stateWord.${state}`)}`,
  }));
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label={t('composition.from')}
          data={options}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('composition.to')}
          data={options}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        />
      </div>
      <Loaded query={comparison}>
        {(found) => (
          <>
            <div className={classes.pair}>
              {langsFor(lang).map((code) => (
                <Changes key={`${from}-${to}-${code}`} lang={code} pieces={found[code]} />
              ))}
            </div>
            {onRestore && found.from !== versions[0]?.version && (
              <Button variant="default" onClick={() => onRestore(earlierOf(found))}>
                {t('composition.restore', { version: found.from })}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** The texts of the earlier version: what stayed and what was taken out. */
const earlierOf = ({ en, es }: Comparison): Texts => {
  const text = (pieces: Comparison['en']): string =>
    pieces.map((piece) => (piece.kind === 'added' ? '' : piece.text)).join('');
  return { textEn: text(en), textEs: text(es) };
};

function Changes({ lang, pieces }: { lang: Lang; pieces: Schemas['PieceDto'][] }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className={classes.small}>{LANGUAGE_NAMES[lang]}</h3>
      {pieces.every(({ kind }) => kind === 'same') ? (
        <p className="soft">{t('comparison.same')}</p>
      ) : (
        <div lang={lang}>
          <ComparedText pieces={pieces} />
        </div>
      )}
    </div>
  );
}
