import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { FigureDialog } from './FigureDialog';
import { partnerFigureText } from './partner-figure-text';
import { type PartnerFigure, type PartnerSheet, partnerSheetQuery } from './queries';

const route = getRouteApi('/app/partners/$id');

/** A partner's sheet with its figures. */
export function PartnerSheetPage() {
  const { id } = route.useParams();
  const sheet = useQuery(partnerSheetQuery(id));
  return (
    <Loaded query={sheet} skeleton={<PageSkeleton />}>
      {(data) => <Sheet sheet={data} />}
    </Loaded>
  );
}

function Sheet({ sheet }: { sheet: PartnerSheet }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const mayWrite = may(useMe(), 'partner.write');
  const [edited, setEdited] = useState<PartnerFigure | 'new'>();
  return (
    <>
      <PageTitle title={text(sheet, 'title')} over={<Link to="/partners">{t('nav.partners')}</Link>}>
        {mayWrite && (
          <>
            <Button onClick={() => setEdited('new')}>{t('partner.addFigure')}</Button>
            <Link to="/partners/$id/edit" params={{ id: sheet.id }}>
              {t('action.edit')}
            </Link>
          </>
        )}
      </PageTitle>
      {edited && (
        <FigureDialog
          sheet={sheet}
          figure={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      <p>{t('partner.apart')}</p>
      <Panel title={t('partner.sheet')}>
        <Facts
          rows={[
            [t('partner.one'), text(sheet, 'partner')],
            [t('field.state'), sheet.state ? names.state(sheet.state) : t('nav.region')],
            [t('partner.year'), sheet.year],
            [t('partner.document'), <SourceText key="source" text={sheet.source} />],
            [
              t('partner.language'),
              sheet.language ? t(`partner.languageWord.${sheet.language}`) : t('project.notStated'),
            ],
          ]}
        />
      </Panel>
      <Panel title={t('partner.figures')}>
        {sheet.figures.length === 0 ? (
          <EmptyState text={t('partner.noFigures')} />
        ) : (
          <Figures sheet={sheet} onEdit={mayWrite ? setEdited : undefined} />
        )}
      </Panel>
      <HistoryPanel entity="partner_sheet" id={sheet.id} />
    </>
  );
}

interface FiguresProps {
  sheet: PartnerSheet;
  onEdit: ((figure: PartnerFigure) => void) | undefined;
}

function Figures({ sheet, onEdit }: FiguresProps) {
  const { t } = useTranslation();
  const tools = useLang();
  const { text } = tools;
  const columns: Column<PartnerFigure>[] = [
    { id: 'label', header: t('partner.counted'), names: true, cell: (figure) => text(figure, 'label') },
    {
      id: 'value',
      header: t('partner.value'),
      cell: (figure) => (
        <>
          {[partnerFigureText(figure, t, tools), figure.place].filter(Boolean).join(', ')}
          <div className="soft">{text(figure, 'footnote')}</div>
        </>
      ),
    },
    { id: 'beside', header: t('partner.beside'), cell: (figure) => <Beside figure={figure} /> },
    {
      id: 'source',
      header: t('partner.source'),
      cell: (figure) => (
        <>
          <SourceText text={figure.source ?? sheet.source} /> {figure.page}
        </>
      ),
    },
    {
      id: 'edit',
      header: t('quantification.change'),
      cell: (figure) => (
        <Button
          size="xs"
          variant="default"
          aria-label={`${t('action.edit')}: ${text(figure, 'label')}`}
          onClick={() => onEdit?.(figure)}
        >
          {t('action.edit')}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('partner.figures')}
      rows={sheet.figures}
      columns={onEdit ? columns : columns.slice(0, -1)}
      keyOf={({ id }) => id}
    />
  );
}

/** The commitments and indicators that the figure is shown beside. */
function Beside({ figure }: { figure: PartnerFigure }) {
  const { text } = useLang();
  if (figure.commitments.length + figure.indicators.length === 0) return '–';
  return (
    <>
      {figure.commitments.map(({ id, code }) => (
        <div key={id}>
          <Link to="/commitments/$id" params={{ id }}>
            {code}
          </Link>
        </div>
      ))}
      {figure.indicators.map((indicator) => (
        <div key={indicator.id}>
          <Link to="/indicators/$id" params={{ id: indicator.id }}>
            {text(indicator, 'name')}
          </Link>
        </div>
      ))}
    </>
  );
}
