import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TermKey, TERM_GROUPS } from '~/glossary/terms';
import type { Glossary } from '~/glossary/texts';
import { useLang } from '~/i18n/use-lang';
import { acronymsQuery } from '~/pages/regional-plan/queries';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageIndex } from '~/ui/PageIndex';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { Acronyms } from './Acronyms';
import classes from './GlossaryPage.module.css';
import { holds } from './holds';
import { glossaryQuery } from './queries';

const GROUPS = Object.keys(TERM_GROUPS) as (keyof typeof TERM_GROUPS)[];

/** Every fixed word with what it means, each under an address of its own, and the acronyms of the region. */
export function GlossaryPage() {
  const { t } = useTranslation();
  const { lang } = useLang();
  const [wanted, setWanted] = useState('');
  const glossary = useQuery(glossaryQuery(lang));
  const acronyms = useQuery(acronymsQuery).data ?? [];
  return (
    <>
      <PageTitle title={t('nav.glossary')} />
      <p>{t('glossary.about')}</p>
      <search className={classes.find}>
        <TextInput
          type="search"
          label={t('glossary.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      </search>
      <Loaded query={glossary}>
        {(words) => {
          const fits = (key: TermKey) => holds(wanted, words[key].word, words[key].says);
          const groups = GROUPS.filter((group) => TERM_GROUPS[group].some(fits));
          const shown = acronyms.filter((each) => holds(wanted, each.acronym, each.termEn, each.termEs));
          return (
            <>
              {wanted === '' && (
                <PageIndex
                  parts={[
                    ...groups.map((group): [string, string] => [group, t(`glossary.group.${group}`)]),
                    ['acronyms', t('glossary.acronyms')],
                  ]}
                />
              )}
              {groups.map((group) => (
                <Panel key={group} anchor={group} title={t(`glossary.group.${group}`)}>
                  <Words keys={TERM_GROUPS[group].filter(fits)} words={words} />
                </Panel>
              ))}
              {shown.length > 0 && <Acronyms acronyms={shown} />}
              {groups.length + shown.length === 0 && <EmptyState text={t('glossary.none')} />}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Words({ keys, words }: { keys: TermKey[]; words: Glossary }) {
  const named = useLocation({ select: ({ hash }) => hash });
  return (
    <dl className={classes.words}>
      {keys.map((key) => (
        <Word key={key} anchor={key} named={named === key} {...words[key]} />
      ))}
    </dl>
  );
}

interface WordProps {
  anchor: string;
  /** The address of the page names it. */
  named: boolean;
  word: string;
  says: string;
}

function Word({ anchor, named, word, says }: WordProps) {
  const element = useRef<HTMLDivElement>(null);
  // The words come after the page, when the browser has looked for the address already.
  useEffect(() => {
    if (named) element.current?.scrollIntoView();
  }, [named]);
  return (
    <div ref={element} id={anchor} className={classes.word} data-named={named || undefined}>
      <dt>
        <Link to="." hash={anchor}>
          {word}
        </Link>
      </dt>
      <dd>{says}</dd>
    </div>
  );
}
